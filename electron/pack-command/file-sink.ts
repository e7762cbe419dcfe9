/** Writes a file while the engine goes on: the disk works beside it, up to a bound. */
import { open, type FileHandle } from 'node:fs/promises';
import type { Sink } from '#shared/pdf/pack-plan.ts';

/** Bytes that may wait for the disk before the engine waits for it. */
const mostWaiting = 48 * 1024 * 1024;

export interface FileSink extends Sink {
  /** Resolves when all of it is written, and the file is closed. */
  close(): Promise<void>;
}

/** @param flags as for `open`: `wx` refuses a file that is there already */
export async function fileSink(path: string, flags: 'w' | 'wx'): Promise<FileSink> {
  const file = await open(path, flags);
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    write: (bytes) => {
      waiting += bytes.length;
      last = last.then(async () => {
        await writeWhole(file, bytes);
        waiting -= bytes.length;
      });
      // A disk that is full is told to whoever waits for the last write.
      last.catch(() => undefined);
      return waiting > mostWaiting ? last : undefined;
    },
    close: async () => {
      try {
        await last;
      } finally {
        await file.close();
      }
    },
  };
}

/** A disk may take less at once than it is given. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}
