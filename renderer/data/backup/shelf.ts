/**
 * The shelf: where backups lie that nobody asked for, in the browser's private files. It is no part of the database, so that what
 * befalls the one does not befall the other.
 */
import type { Folder } from '#renderer/data/folder.ts';

export type BackupReason = 'daily' | 'beforeImport';

export interface Shelved {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: BackupReason;
  /** In bytes. */
  readonly size: number;
}

export interface Shelf {
  /** The newest first. */
  list(): Promise<ReadonlyArray<Shelved>>;
  read(name: string): Promise<File>;
  /** Under its name once it is whole. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

const words: Readonly<Record<BackupReason, string>> = { daily: 'daily', beforeImport: 'before an import' };
const ending = '.packhorse-backup';
const named = /^(\d{4})-(\d{2})-(\d{2}) (\d{2})(\d{2})(\d{2}) (daily|before an import)\.packhorse-backup$/;

/** `2026-11-27 090412 daily.packhorse-backup`, by the clock of Greenwich. */
export function nameOfBackup(at: number, why: BackupReason): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `${day} ${time.slice(0, 8).replaceAll(':', '')} ${words[why]}${ending}`;
}

function read(name: string): { readonly at: number; readonly why: BackupReason } | null {
  const [, year, month, day, hour, minute, second, reason] = named.exec(name) ?? [];
  if (reason === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return { at, why: reason === words.daily ? 'daily' : 'beforeImport' };
}

/** What lies in a folder; anything that is no backup of ours is left alone. */
export function shelfIn(folder: Folder): Shelf {
  return {
    list: async () => {
      const found: Shelved[] = [];
      for await (const handle of folder.values()) {
        const known = handle.kind === 'file' ? read(handle.name) : null;
        if (known === null) continue;
        const { size } = await (handle as FileSystemFileHandle).getFile();
        if (size > 0) found.push({ name: handle.name, ...known, size });
      }
      return found.sort((one, other) => other.at - one.at);
    },
    read: async (name) => (await folder.getFileHandle(name)).getFile(),
    put: async (name, bytes) => write(folder, name, bytes),
    remove: async (name) => folder.removeEntry(name),
  };
}

async function write(folder: Folder, name: string, bytes: Uint8Array): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes.slice());
  await stream.close();
}

const passphraseFile = 'passphrase.txt';

/** What the shelf's backups are locked with, kept beside them: without the database nobody else would know. */
export async function keepPassphrase(folder: Folder, passphrase: string): Promise<void> {
  await write(folder, passphraseFile, new TextEncoder().encode(passphrase));
}

/** `null` where none was kept. */
export async function readPassphrase(folder: Folder): Promise<string | null> {
  try {
    return await (await (await folder.getFileHandle(passphraseFile)).getFile()).text();
  } catch {
    return null; // never kept, or not to be read
  }
}

/** This laptop's shelf for a workspace's database; `null` where the browser has none. */
export async function ownShelf(workspace: string): Promise<Folder | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const backups = await root.getDirectoryHandle('backups', { create: true });
    return await backups.getDirectoryHandle(workspace, { create: true });
  } catch {
    return null; // no private files in this browser, or no room for a folder
  }
}
