/**
 * A folder that some other program carries between laptops (OneDrive, Nextcloud, Syncthing, a stick). Each laptop writes files of its own
 * there and never touches another's, so that nothing need be locked. A file's name says who made it and which bundle it is.
 */
import type { Database } from '#renderer/data/database.ts';
import type { Folder } from '#renderer/data/folder.ts';
import type { Session } from '#renderer/data/session.ts';
import type { MadeBundle } from './make-bundle.ts';

export interface Offered {
  readonly fileName: string;
  readonly device: string;
  readonly no: number;
  readonly bundle: string;
  /** In bytes. */
  readonly size: number;
}

const named = /^([0-9a-z][0-9a-z-]{0,63})\.(\d{1,9})\.([0-9a-z][0-9a-z-]{0,63})\.packhorse$/;

function nameOf({ row }: MadeBundle, device: string): string {
  return `${device}.${row.no}.${row.bundle}.packhorse`;
}

/** Keeps which folder was chosen: for this laptop alone. */
export async function keepFolder({ database }: Session, folder: Folder | null): Promise<void> {
  if (folder === null) await database.meta.delete('folder');
  else await database.meta.put({ key: 'folder', folder });
}

export async function readFolder(database: Database): Promise<Folder | null> {
  const entry = await database.meta.get('folder');
  return entry?.key === 'folder' ? entry.folder : null;
}

/** Whether it may be read and written now; asks the officer where the browser wants that. */
export async function isOpenToUs(folder: Folder, isAsking: boolean): Promise<boolean> {
  const held = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (held === 'granted' || !isAsking) return held === 'granted';
  return (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/**
 * What others have put there and has not been taken in, the oldest of each first. Left alone are half-copied and conflict copies of the
 * program that carries the folder: they do not bear such a name, or are empty until they have arrived.
 */
export async function offeredIn({ database, device }: Session, folder: Folder): Promise<ReadonlyArray<Offered>> {
  const found: Offered[] = [];
  for await (const handle of folder.values()) {
    const [, by, no, bundle] = named.exec(handle.name) ?? [];
    if (handle.kind !== 'file' || by === undefined || no === undefined || bundle === undefined || by === device)
      continue;
    if ((await database.imports.get(bundle)) !== undefined) continue;
    const size = await sizeNow(handle as FileSystemFileHandle);
    if (size > 0) found.push({ fileName: handle.name, device: by, no: Number(no), bundle, size });
  }
  return found.sort((one, other) =>
    one.device < other.device ? -1 : one.device > other.device ? 1 : one.no - other.no,
  );
}

/** In bytes; 0 of a file that was taken away or is being replaced just now, which must not hide the others: it is there at the next look. */
async function sizeNow(handle: FileSystemFileHandle): Promise<number> {
  try {
    return (await handle.getFile()).size;
  } catch {
    return 0;
  }
}

export async function fileIn(folder: Folder, { fileName }: Offered): Promise<File> {
  return (await folder.getFileHandle(fileName)).getFile();
}

/** Writes a bundle there. It has its name only once it is whole: what is written until then lies beside it, out of sight. */
export async function putInto({ device }: Session, folder: Folder, made: MadeBundle): Promise<string> {
  const name = nameOf(made, device);
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const stream = await handle.createWritable();
    try {
      await stream.write(made.file.slice());
      await stream.close();
    } catch (fault) {
      // As long as it is being written the file is held, and could not be removed.
      await stream.abort().catch(() => undefined);
      throw fault;
    }
  } catch (fault) {
    // The folder is full or gone: nothing is left there under the name of a bundle.
    await folder.removeEntry(name).catch(() => undefined);
    throw fault;
  }
  return name;
}
