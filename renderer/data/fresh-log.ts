/**
 * Makes Chromium begin a fresh file for what is written from now on.
 *
 * IndexedDB lies in a LevelDB, which appends each write to one log file and goes on appending to it after a crash. A crash in
 * the midst of a write leaves half an entry at the end; whatever is appended behind it cannot be told from damage at the
 * start after next, and Chromium then throws the whole database away, fsync or not. Once more has been written than LevelDB
 * holds in memory (4 MB), it sorts what it held into tables and leaves the log, half entry and all, behind.
 */
import { Dexie, type Table } from 'dexie';

/** A little more than LevelDB holds in memory. */
const bytes = 4_800_000;
/** Chromium keeps larger values in files of their own, beside the log. */
const pieceBytes = 60_000;

let begun: Promise<void> | null = null;

/**
 * Once for each window; whatever adds to the log waits for it first. A worker leaves it to the window that began it. Settles
 * without a word where there is no room for it: what is there then stays as safe as Chromium makes it.
 */
export async function beginFreshLog(): Promise<void> {
  begun ??= 'document' in globalThis ? fill().catch(() => undefined) : Promise.resolve();
  return begun;
}

async function fill(): Promise<void> {
  const database = new Dexie('packhorse-fresh-log', { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ pieces: '' });
  const pieces: Table<Uint8Array, number> = database.table('pieces');
  const piece = new Uint8Array(pieceBytes);
  const count = Math.ceil(bytes / pieceBytes);
  try {
    // Always under the same key: sorted into tables, only the last of them takes room.
    await pieces.bulkPut(
      Array.from({ length: count }, () => piece),
      Array.from({ length: count }, () => 1),
    );
  } finally {
    database.close();
  }
}
