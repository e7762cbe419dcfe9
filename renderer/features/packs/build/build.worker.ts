/** Makes a pack away from the window: pages are counted and copied here, straight into the private file store. */
import stampFontUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url';
import { flateCodec } from '#renderer/data/flate-codec.ts';
import { assemblePack } from '#shared/pdf/assemble.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { readStampFont, type StampFont } from '#shared/pdf/stamp-font.ts';
import type { BuildAnswer, BuildAsk, BuildOrder, Counted } from './build-messages.ts';

/** Files of the private store in a worker, as TypeScript's library for windows leaves them out. */
interface SyncFile {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array, options: { at: number }): number;
    truncate(size: number): void;
    flush(): void;
    close(): void;
  }>;
}

const answer = (message: BuildAnswer): void => postMessage(message);

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

async function stampFont(): Promise<StampFont> {
  const answer = await fetch(stampFontUrl);
  return readStampFont(new Uint8Array(await answer.arrayBuffer()), 'SourceSans3-Regular', flateCodec);
}

async function count(files: ReadonlyArray<{ readonly id: string; readonly file: Blob }>): Promise<void> {
  const counted: Counted[] = [];
  for (const { id, file } of files) {
    counted.push({ id, facts: inspectPdf(await bytesOf(file), flateCodec) });
  }
  answer({ type: 'counted', counted });
}

async function build(order: BuildOrder): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(order.folder, { create: true });
  const file = await folder.getFileHandle(order.name, { create: true });
  const handle = await (file as unknown as SyncFile).createSyncAccessHandle();
  let at = 0;
  try {
    handle.truncate(0);
    const { parts, folder: _folder, name: _name, producer, ...plan } = order;
    const result = await assemblePack(
      {
        ...plan,
        language: 'en-GB',
        made: { producer },
        parts: parts.map(({ id, title, file: blob, line, ownPages }) => ({
          id,
          title,
          read: () => bytesOf(blob),
          stamp: { line },
          ownPages,
        })),
      },
      {
        codec: flateCodec,
        font: await stampFont(),
        sink: {
          write: (bytes) => {
            at += handle.write(bytes, { at });
          },
        },
        progress: (part, pages) => answer({ type: 'progress', part, pages }),
        cancelled: () => false,
      },
    );
    handle.flush();
    answer({ type: 'built', result });
  } finally {
    handle.close();
  }
}

addEventListener('message', ({ data }: MessageEvent<BuildAsk>) => {
  const work = data.type === 'count' ? count(data.files) : build(data.order);
  work.catch((fault: unknown) => {
    const isFull = fault instanceof DOMException && fault.name === 'QuotaExceededError';
    answer(isFull ? { type: 'outOfRoom' } : { type: 'fault', message: String(fault) });
  });
});
