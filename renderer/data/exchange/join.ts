/** Joins a workspace that lives on other laptops: a device of one's own, and everything the invitation holds. */
import type { Kind } from '#shared/changes/kind.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { readLogHeld } from '#renderer/data/database.ts';
import { endJoining, foundSession, type Founder, type Machine, type Session } from '#renderer/data/session.ts';
import { closeUndo } from '#renderer/data/undo.ts';
import { takeBundle, type TakeOrder, type TakeRefusal } from './take-bundle.ts';

/**
 * The author's words have been compared before. Refuses what any laptop refuses; then, and when something fails on the way, nothing is
 * left of the workspace; where the laptop stops on the way, what is left is taken for none.
 */
export async function joinWorkspace(
  name: string,
  kinds: ReadonlyArray<Kind>,
  machine: Machine,
  founder: Founder,
  order: Omit<TakeOrder, 'isAuthorChecked'>,
): Promise<Result<Session, TakeRefusal>> {
  const session = await foundSession(name, kinds, machine, founder, true);
  let isJoined = false;
  try {
    await session.database.meta.put({ key: 'workspace', id: order.opened.manifest.workspace.id });
    const taken = await takeBundle(session, { ...order, isAuthorChecked: true });
    if (!taken.ok) return taken;
    await closeUndo(session);
    await endJoining(session);
    isJoined = (await readLogHeld(session.database)) !== undefined;
    return ok(session);
  } finally {
    if (!isJoined) await session.database.delete();
  }
}
