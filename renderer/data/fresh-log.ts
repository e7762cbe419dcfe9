/**
 * Makes Chromium begin a fresh file for what is written from now on.
 *
 * IndexedDB lies in a LevelDB, which appends each write to one log file and goes on appending to it after a crash. A crash in
 * the midst of a write leaves half an entry at the end; whatever is appended behind it cannot be told from damage at the
 * start after next, and Chromium then throws the whole database away, fsync or not. Once more has been written than LevelDB
 * holds in memory (4 MB), it sorts what it held into tables and leaves the log, half entry and all, behind.
 *
 * A disk that runs full in the midst of a write leaves half an entry too, and Chromium opens the log again at once. From then
 * on nothing is written (torn-log.ts) until a fresh log has been begun.
 */
import { Dexie, type Table } from 'dexie';

/** A little more than LevelDB holds in memory. */
const bytes = 4_800_000;
/** Chromium keeps larger values in files of their own, beside the log. */
const pieceBytes = 60_000;
/** What beginning a fresh log takes for a moment: the old log, what is sorted, and the new one. */
const roomBytes = 3 * bytes;
const roomFile = 'packhorse-room';

let begun: Promise<void> | null = null;
let isTorn = false;

/** The disk failed in the midst of a write: nothing may be appended to this log any more. */
export function logMayBeTorn(): void {
  isTorn = true;
  begun = null;
}

/** Whether a write now could cost the whole database at the start after next. */
export function isLogTorn(): boolean {
  return isTorn;
}

/** The disk has failed, and nothing is written until there is room for a fresh log. */
function tornLog(): Error {
  return Object.assign(new Error('The disk failed while writing, and there is no room yet to go on'), {
    name: tornLogName,
  });
}

/** By which the refusal is known; an error loses its class on the way through Dexie. */
export const tornLogName = 'TornLogError';

/** Throws where a write would be appended to half of one; begins a fresh log meanwhile, for whoever tries again. */
export function refuseTornLog(): void {
  if (!isTorn) return;
  void beginFreshLog().catch(() => undefined);
  throw tornLog();
}

/**
 * Once for each window, and anew after the disk failed; whatever adds to the log waits for it first. A worker leaves it to the
 * window that began it. Settles without a word where there is no room for it at the start: what is there then stays as safe as
 * Chromium makes it.
 *
 * @throws TornLogError where the disk has failed and there is no room for a fresh log
 */
export async function beginFreshLog(): Promise<void> {
  begun ??= isTorn ? mend() : 'document' in globalThis ? fill().catch(() => undefined) : Promise.resolve();
  return begun;
}

async function mend(): Promise<void> {
  try {
    await tryRoom();
    await fill();
    isTorn = false;
  } catch {
    begun = null;
    throw tornLog();
  }
}

/** Without room a second half entry would come behind the first, so it is tried where half a file harms nobody. */
async function tryRoom(): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(roomFile, { create: true });
  try {
    const stream = await handle.createWritable();
    const piece = crypto.getRandomValues(new Uint8Array(65_536));
    for (let written = 0; written < roomBytes; written += piece.length) await stream.write(piece);
    await stream.close();
  } finally {
    await folder.removeEntry(roomFile);
  }
}

/** What a transaction ends with that was let go before anything was written. */
const ofPages = new Set(['AbortError', 'ConstraintError', 'DataCloneError', 'QuotaExceededError']);

/**
 * Has the log pass for torn where this transaction ends because the browser could not write, rather than would not. Heard before its
 * requests are told that they were let go, so that whoever tries again at once finds it so.
 */
export function hearDiskFault(transaction: Partial<IDBTransaction>): void {
  const hear = (error: DOMException | null | undefined): void => {
    if (error != null && !ofPages.has(error.name)) logMayBeTorn();
  };
  const ofRequest = ({ target }: Event): void => {
    hear(transaction.error ?? (target !== null && 'error' in target ? (target as IDBRequest).error : null));
  };
  transaction.addEventListener?.('error', ofRequest, { capture: true });
  transaction.addEventListener?.('abort', () => hear(transaction.error));
}

async function fill(): Promise<void> {
  const database = new Dexie('packhorse-fresh-log', { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ pieces: '' });
  const pieces: Table<Uint8Array, number> = database.table('pieces');
  const piece = new Uint8Array(pieceBytes);
  const count = Math.ceil(bytes / pieceBytes);
  try {
    await database.transaction('rw', pieces, async ({ idbtrans }) => {
      hearDiskFault(idbtrans);
      // Always under the same key: sorted into tables, only the last of them takes room.
      await pieces.bulkPut(
        Array.from({ length: count }, () => piece),
        Array.from({ length: count }, () => 1),
      );
    });
  } finally {
    database.close();
  }
}
