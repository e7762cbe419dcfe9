/** An officer at work in an open workspace: the log, the person, the clock and chance, handed to whatever acts. */
import type { Context } from '#shared/changes/command.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { civilDateOf } from './wall-clock.ts';
import type { Ledger } from './commit.ts';
import { declareDatabase, readLogHeld, readMe, type Database, type Me } from './database.ts';
import { beginFreshLog } from './fresh-log.ts';
import { rebuildWhereNeeded } from './rebuild.ts';

export interface Session extends Ledger, Context {
  readonly me: Me;
  readonly device: string;
}

/** Clock and chance, handed in so that tests can hold them still. */
export interface Machine {
  /** Milliseconds since 1970. */
  now(): number;
  /** A fresh id for a record. */
  newId(): string;
}

export interface Founder {
  readonly name: string;
  readonly role: string;
}

function kindsByName(kinds: ReadonlyArray<Kind>): ReadonlyMap<string, Kind> {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

function sessionOn(database: Database, kinds: ReadonlyArray<Kind>, machine: Machine, me: Me, device: string): Session {
  return {
    database,
    kinds: kindsByName(kinds),
    me,
    device,
    now: machine.now,
    newId: machine.newId,
    get today() {
      return civilDateOf(machine.now());
    },
  };
}

/** Opens the workspace of this name where one has been founded; `null` where none has, or joining it was broken off. */
export async function openSession(name: string, kinds: ReadonlyArray<Kind>, machine: Machine): Promise<Session | null> {
  const database = declareDatabase(name, kinds);
  const [log, me, joining] = await Promise.all([readLogHeld(database), readMe(database), database.meta.get('joining')]);
  if (log === undefined || me === null || joining !== undefined) {
    database.close();
    return null;
  }
  const session = sessionOn(database, kinds, machine, me, log.device);
  await rebuildWhereNeeded(session);
  // Begun once what the first screen needs has been read, and not waited for: reading is safe meanwhile.
  beginFreshLog().catch(() => undefined);
  return session;
}

/** Takes away what is left of a workspace that was being joined when the laptop stopped. */
async function forgetHalfJoined(name: string, kinds: ReadonlyArray<Kind>): Promise<void> {
  const database = declareDatabase(name, kinds);
  if ((await database.meta.get('joining')) === undefined) database.close();
  else await database.delete();
}

/**
 * Founds a workspace on this laptop: a device of its own and an empty log.
 * @param isJoining it does not open until `endJoining`
 */
export async function foundSession(
  name: string,
  kinds: ReadonlyArray<Kind>,
  machine: Machine,
  founder: Founder,
  isJoining = false,
): Promise<Session> {
  await forgetHalfJoined(name, kinds);
  const database = declareDatabase(name, kinds);
  const device = machine.newId();
  const me: Me = { key: 'me', ...founder };
  const session = sessionOn(database, kinds, machine, me, device);
  await beginFreshLog();
  await database.transaction('rw', database.meta, async () => {
    if ((await readLogHeld(database)) !== undefined) throw new Error('There is a workspace here already');
    await database.meta.bulkPut([{ key: 'log', device, held: {}, stamp: 0 }, me]);
    if (isJoining) await database.meta.put({ key: 'joining' });
  });
  try {
    await rebuildWhereNeeded(session);
  } catch (fault) {
    // Half founded it would open at the next start, and stand in the way of founding it once more.
    await database.delete();
    throw fault;
  }
  return session;
}

/** All that the invitation holds is in: from now on it is a workspace like any other. */
export async function endJoining({ database }: Session): Promise<void> {
  await database.meta.delete('joining');
}

/** The same session once the laptop goes on under a new identity. */
export function sessionAs(session: Session, device: string): Session {
  return sessionOn(session.database, [...session.kinds.values()], session, session.me, device);
}

/** The same session under another name or role. */
export async function renameMe(session: Session, founder: Founder): Promise<Session> {
  const me: Me = { key: 'me', ...founder };
  await session.database.meta.put(me);
  return sessionOn(session.database, [...session.kinds.values()], session, me, session.device);
}
