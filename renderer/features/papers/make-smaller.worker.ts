/** Draws the scans of a file anew, away from the window. */
import { flateCodec } from '#renderer/data/flate-codec.ts';
import type { Result } from '#shared/kernel/result.ts';
import { shrinkScans, type PictureAsked, type ShrinkRefusal } from '#shared/pdf/shrink.ts';

export type MakeSmallerAnswer =
  | { readonly type: 'done'; readonly result: Result<Blob, ShrinkRefusal> }
  | { readonly type: 'fault'; readonly message: string };

/** Of JPEG, from 0 to 1: letters stay sharp, paper stays smooth. */
const quality = 0.8;

/** As a JPEG is stored, without its camera's note on which way up it is: a PDF does not heed that. */
function withoutNotes(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let at = 2;
  for (; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda;) {
    const length = 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    if (jpeg[at + 1] !== 0xe1) pieces.push(jpeg.subarray(at, at + length));
    at += length;
  }
  pieces.unshift(jpeg.subarray(0, 2));
  pieces.push(jpeg.subarray(at));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}

function bitmapOf(picture: PictureAsked): Promise<ImageBitmap> {
  if (picture.type === 'jpeg')
    return createImageBitmap(new Blob([withoutNotes(picture.bytes)], { type: 'image/jpeg' }));
  const { width, height, channels, bytes } = picture;
  const dots = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    for (let channel = 0; channel < 3; channel++) {
      dots[at * 4 + channel] = bytes[at * channels + (channels === 3 ? channel : 0)] ?? 0;
    }
  }
  return createImageBitmap(new ImageData(dots, width, height));
}

async function resample(picture: PictureAsked, width: number, height: number): Promise<Uint8Array | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await bitmapOf(picture);
  } catch {
    return null; // the browser says no more than that it cannot be read
  }
  // a picture whose head lies about its size would be drawn out of shape
  if (bitmap.width !== picture.width || bitmap.height !== picture.height) return null;
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d');
  if (brush === null) return null;
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await drawn.arrayBuffer());
}

async function makeSmaller(file: Blob): Promise<Result<Blob, ShrinkRefusal>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sink = { write: (piece: Uint8Array): void => void pieces.push(Uint8Array.from(piece)) };
  const shrunk = await shrinkScans(bytes, { codec: flateCodec, sink, resample });
  if (!shrunk.ok) return shrunk;
  const smaller = new Blob(pieces, { type: 'application/pdf' });
  return smaller.size < file.size ? { ok: true, value: smaller } : { ok: false, refusal: { type: 'NothingToGain' } };
}

const answer = (message: MakeSmallerAnswer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  makeSmaller(data).then(
    (result) => answer({ type: 'done', result }),
    (fault: unknown) => answer({ type: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  );
});
