/** A folder without a disk, for backups and shared folders. */
import type { Folder } from '#renderer/data/folder.ts';

/** A folder in memory, which can be full or lie about what was written to it. */
export function memoryFolder(): Folder & {
  readonly files: Map<string, Uint8Array>;
  fault: Error | null;
  isRotten: boolean;
} {
  const files = new Map<string, Uint8Array>();
  const fileAt = (name: string): FileSystemFileHandle =>
    ({
      kind: 'file',
      name,
      getFile: async () => {
        const bytes = files.get(name);
        if (bytes === undefined) throw new DOMException('gone', 'NotFoundError');
        return new File([bytes.slice()], name);
      },
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => {
          if (folder.fault !== null) throw folder.fault;
          const kept = bytes.slice();
          if (folder.isRotten) kept[kept.length >> 1] = (kept[kept.length >> 1] ?? 0) ^ 1;
          files.set(name, kept);
        },
        close: async () => undefined,
        abort: async () => undefined,
      }),
    }) as unknown as FileSystemFileHandle;
  const folder = {
    name: 'shelf',
    files,
    fault: null as Error | null,
    isRotten: false,
    async *values() {
      for (const name of files.keys()) yield fileAt(name);
    },
    getFileHandle: async (name: string, options?: { create?: boolean }) => {
      if (!files.has(name) && options?.create !== true) throw new DOMException('gone', 'NotFoundError');
      if (!files.has(name)) files.set(name, new Uint8Array());
      return fileAt(name);
    },
    removeEntry: async (name: string) => void files.delete(name),
  };
  return folder;
}
