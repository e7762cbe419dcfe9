/** Runs a command: it decides, and what it decided is kept. */
import type { Command } from '#shared/changes/command.ts';
import type { Save } from '#shared/changes/save.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { commitDraft } from './commit.ts';
import { isLogTorn, tornLogName } from './fresh-log.ts';
import { saveFailed, saveFinished, saveStarted } from './save-state.store.ts';
import type { Session } from './session.ts';

/** The disk, or the room the browser gives, is full. Nothing is lost that was kept before. */
export interface StorageFull {
  readonly type: 'StorageFull';
}

export const noRoomWords =
  'There is no room left on this laptop, so this was not saved. What was saved before is safe. Free some space, then try again.';

/** A disk that is full, rather than the browser's share of it, has an error without a name of its own. */
const chromiumOnFullDisk = /FILE_ERROR_NO_SPACE|Failed to write blobs/;

/** What transactions end with that were under way when the disk failed, or came just then. */
const ofTornLog = new Set(['AbortError', 'UnknownError', 'InvalidStateError', 'DatabaseClosedError']);

/**
 * Dexie wraps what the browser says, and gathers it where one of many rows is refused. Where the disk failed under a transaction, its
 * requests say only that it was let go: that the log is torn by now says why.
 */
export function isStorageFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.name === 'QuotaExceededError' || fault.name === tornLogName) return true;
  if (chromiumOnFullDisk.test(fault.message)) return true;
  if (isLogTorn() && ofTornLog.has(fault.name)) return true;
  const inner: unknown = 'inner' in fault ? fault.inner : null;
  const failures: unknown = 'failures' in fault ? fault.failures : null;
  const causes = [inner, ...(Array.isArray(failures) ? (failures as unknown[]) : [])];
  return causes.some((cause) => cause !== fault && isStorageFull(cause));
}

/** Answers with the save made (`null` when there was nothing to change), or with the refusal. */
export async function run<Input, Refusal>(
  session: Session,
  command: Command<Input, Refusal>,
  input: Input,
): Promise<Result<Save | null, Refusal | StorageFull>> {
  const decided = command(input, session);
  if (!decided.ok) return decided;
  const again = async (): Promise<void> => {
    await run(session, command, input);
  };
  const writes = new Set(decided.value.changes.map(({ kind, record, path }) => `${kind} ${record} ${path}`));
  saveStarted();
  try {
    const save = await commitDraft(session, decided.value, session.me.name);
    saveFinished(session.now(), writes);
    return ok(save);
  } catch (fault) {
    saveFailed({ because: isStorageFull(fault) ? 'storageFull' : 'fault', writes, again });
    if (isStorageFull(fault)) return refuse({ type: 'StorageFull' });
    throw fault;
  }
}
