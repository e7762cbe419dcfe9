/** Saves on a disk that runs full, in a real browser: what was acknowledged, and what is left of it. */
import { beginFreshLog } from '#renderer/data/fresh-log.ts';
import { checkLog, type CheckedLog } from '#renderer/data/check-log.ts';
import { keepFile } from '#renderer/data/files.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { isStorageFull, run } from '#renderer/data/run.ts';
import { foundSession, openSession, type Session } from '#renderer/data/session.ts';
import { create, draft } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { ok } from '#shared/kernel/result.ts';

let session: Session | null = null;

/** What became of one save: `kept`, `noRoom`, or anything else that was said. */
type Told = string;

async function told(act: () => Promise<boolean>): Promise<Told> {
  try {
    return (await act()) ? 'kept' : 'noRoom';
  } catch (fault) {
    return isStorageFull(fault) ? 'noRoom' : String(fault);
  }
}

export const fullCore = {
  /** Opens the workspace that the other acts are about; whether it was there already. */
  async openToFill(): Promise<boolean> {
    session = await openSession('filled', kinds, thisMachine);
    const isThere = session !== null;
    session ??= await foundSession('filled', kinds, thisMachine, { name: 'Ada Fell', role: 'Clerk' });
    await beginFreshLog();
    return isThere;
  },

  /** One record with so many characters of purpose, 4,000 at most. */
  async saveFilled(id: string, characters: number): Promise<Told> {
    const on = session;
    if (on === null) throw new Error('Nothing is open');
    return told(async () => {
      const made = create(bodyKind, id, { name: id, purpose: 'x'.repeat(characters) });
      return (await run(on, () => ok(draft('Added', '', [made])), null)).ok;
    });
  },

  async keepFilled(size: number): Promise<Told> {
    const on = session;
    if (on === null) throw new Error('Nothing is open');
    const content = new Uint8Array(size);
    for (let from = 0; from < size; from += 65_536) crypto.getRandomValues(content.subarray(from, from + 65_536));
    return told(async () => (await keepFile(on.database, new Blob([content]))) !== '');
  },

  /** The records that are there, and whether the log is sound. */
  async leftOfFilled(): Promise<{ readonly ids: ReadonlyArray<string>; readonly check: CheckedLog }> {
    if (session === null) throw new Error('Nothing is open');
    const ids = (await session.database.table('bodies').toCollection().primaryKeys()).map(String);
    return { ids, check: await checkLog(session.database) };
  },
};
