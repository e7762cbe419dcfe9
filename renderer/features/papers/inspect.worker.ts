/** Looks at files away from the window, which goes on being typed in meanwhile. */
import { flateCodec } from '#renderer/data/flate-codec.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { LookRefusal } from './file-refusal.ts';
import { lookAtFile, type DrawnPicture, type FileToLookAt, type Looked } from './look-at-file.ts';

export type InspectAnswer =
  | { readonly type: 'looked'; readonly result: Result<Looked, LookRefusal> }
  | { readonly type: 'fault'; readonly message: string };

/** A picture is drawn no larger than this along its longer side: A4 at more than 400 dots to the inch. */
const longestSide = 5000;

async function draw(file: Blob): Promise<DrawnPicture | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // The browser says no more than that it cannot be read.
    return null;
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const brush = new OffscreenCanvas(width, height).getContext('2d');
  if (brush === null) return null;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  brush.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = brush.getImageData(0, 0, width, height);
  const rows = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) rows.set(data.subarray(from, from + 3), to);
  return { width, height, rows };
}

const answer = (message: InspectAnswer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<FileToLookAt>) => {
  lookAtFile(data, { codec: flateCodec, draw }).then(
    (result) => answer({ type: 'looked', result }),
    (fault: unknown) => answer({ type: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  );
});
