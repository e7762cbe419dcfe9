/**
 * Backups that make themselves: every day, and before each import. Each is locked like any backup, put on this laptop's shelf outside
 * the database, read back and looked through in every part, and copied into the folder that the officer chose.
 */
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { unlockBundle } from '#shared/bundle/lock.ts';
import { bitsInSixWords, sixWordsOf } from '#shared/bundle/six-words.ts';
import type { BackupPlan, Database } from '#renderer/data/database.ts';
import { makeBackup } from '#renderer/data/exchange/backup.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { isStorageFull } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { isBackupDue, readBackupPlan } from './backup-plan.ts';
import { toLetGo } from './keeping.ts';
import { keepPassphrase, nameOfBackup, ownShelf, shelfIn, type BackupReason } from './shelf.ts';

function madeUpPassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return sixWordsOf(bits & ((1n << BigInt(bitsInSixWords)) - 1n)).join(' ');
}

function newPlan(): BackupPlan {
  return {
    key: 'backupPlan',
    passphrase: madeUpPassphrase(),
    folder: null,
    turn: 0,
    last: null,
    failure: null,
  };
}

/** Copies go into this folder from now on, the first at the next look; into none for `null`. */
export async function copyBackupsTo({ database }: Session, folder: Folder | null): Promise<void> {
  const before = (await readBackupPlan(database)) ?? newPlan();
  await database.meta.put({
    ...before,
    folder,
    turn: before.turn + 1,
    last: folder === null ? before.last : null,
    failure: null,
  });
}

export type AutomaticBackup =
  | { readonly type: 'made'; readonly at: number; readonly failure: BackupPlan['failure'] }
  | { readonly type: 'notDue' }
  /** The browser keeps no private files. */
  | { readonly type: 'noShelf' }
  | { readonly type: 'failed'; readonly failure: BackupPlan['failure'] };

/** @param cost what trying one passphrase costs, as a power of two; the usual unless told */
export async function backUpByItself(
  session: Session,
  { why, app, cost }: { readonly why: BackupReason; readonly app: string; readonly cost?: number },
  shelfFolder: Folder | null,
): Promise<AutomaticBackup> {
  const { database, now } = session;
  if (!(await isBackupDue(session, why))) return { type: 'notDue' };
  if (shelfFolder === null) return { type: 'noShelf' };
  const plan = await keptPlan(database);
  const failed = async (failure: BackupPlan['failure']): Promise<AutomaticBackup> => {
    await keepOutcome(database, plan, { failure });
    return { type: 'failed', failure };
  };
  const shelf = shelfIn(shelfFolder);
  const at = now();
  const name = nameOfBackup(at, why);
  const { file, row } = await makeBackup(session, {
    passphrase: plan.passphrase,
    app,
    ...(cost === undefined ? {} : { cost }),
  });
  try {
    await keepPassphrase(shelfFolder, plan.passphrase);
    await shelf.put(name, file);
  } catch (fault) {
    await shelf.remove(name).catch(() => undefined);
    if (isStorageFull(fault)) return failed('room');
    throw fault;
  }
  const kept = new Uint8Array(await (await shelf.read(name)).arrayBuffer());
  const plain = await unlockBundle(kept, { keys: [], passphrase: plan.passphrase });
  const read = plain.ok ? await readBundle(plain.value, null) : plain;
  if (!read.ok) {
    await shelf.remove(name);
    return failed('notReadable');
  }
  const isCopied = plan.folder === null || (await copied(plan.folder, name, file));
  for (const old of toLetGo(await shelf.list())) await shelf.remove(old).catch(() => undefined);
  const failure = isCopied ? null : 'folder';
  await keepOutcome(database, plan, { last: { at, held: row.to }, failure });
  return { type: 'made', at, failure };
}

/**
 * The plan, kept before anything is locked with its passphrase: were the laptop to stop in between, the next backup would be locked with
 * another, and the one on the shelf be opened by none.
 */
async function keptPlan(database: Database): Promise<BackupPlan> {
  return database.transaction('rw', database.meta, async () => {
    const held = await readBackupPlan(database);
    if (held !== null) return held;
    const plan = newPlan();
    await database.meta.put(plan);
    return plan;
  });
}

/** Beside what the officer has chosen meanwhile: the next backup is then due at once. */
async function keepOutcome(
  database: Database,
  plan: BackupPlan,
  { last = plan.last, failure }: Partial<Pick<BackupPlan, 'last'>> & Pick<BackupPlan, 'failure'>,
): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    const current = (await readBackupPlan(database)) ?? plan;
    await database.meta.put({ ...current, last: current.turn === plan.turn ? last : null, failure });
  });
}

/** Into the officer's folder, where older ones of ours are let go by the same rule. */
async function copied(folder: Folder, name: string, file: Uint8Array): Promise<boolean> {
  try {
    if (((await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') !== 'granted') return false;
    const there = shelfIn(folder);
    await there.put(name, file);
    for (const old of toLetGo(await there.list())) await there.remove(old).catch(() => undefined);
    return true;
  } catch {
    return false; // the stick is out, the folder gone, full or closed to us
  }
}

/** The same, on this laptop's own shelf. */
export async function backUpOnOwnShelf(
  session: Session,
  order: { readonly why: BackupReason; readonly app: string },
): Promise<AutomaticBackup> {
  return backUpByItself(session, order, await ownShelf(session.database.name));
}
