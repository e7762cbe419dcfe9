/** Workspaces for tests: a real database (IndexedDB by fake-indexeddb or Chromium) with clock and chance held still. */
import { receive, type Received } from '#renderer/data/commit.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, type Machine, type Session } from '#renderer/data/session.ts';
import { draft, type Change } from '#shared/changes/draft.ts';
import { aSave, type Save } from '#shared/changes/save.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { listOf } from '#shared/kernel/decode.ts';
import { ok } from '#shared/kernel/result.ts';

let count = 0;

export interface TestMachine extends Machine {
  /** Moves the clock, in milliseconds. */
  pass(milliseconds: number): void;
}

/** A clock that stands at 9am on Monday 23 November 2026 until it is moved, and ids that count up. */
export function testMachine(prefix = 'id'): TestMachine {
  let time = Date.UTC(2026, 10, 23, 9);
  let ids = 0;
  return {
    now: () => time,
    newId: () => `${prefix}-${(ids += 1)}`,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

export async function testSession(machine: Machine = testMachine(), name = 'Ada Fell'): Promise<Session> {
  count += 1;
  return foundSession(`test-${process.pid}-${count}`, kinds, machine, { name, role: 'Clerk' });
}

/** Hands everything one laptop holds to another, as a bundle does. */
export async function carry(from: Session, to: Session): Promise<Received> {
  return receive(to, await carriedFrom(from));
}

/** The saves of a laptop as a bundle holds them: plain data, decoded again. */
export async function carriedFrom(session: Session): Promise<ReadonlyArray<Save>> {
  const decoded = listOf(aSave)(JSON.parse(JSON.stringify(await readWholeLog(session.database))));
  if (!decoded.ok) throw new Error(`A save made here cannot be read elsewhere: ${JSON.stringify(decoded.refusal)}`);
  return decoded.value;
}

/** Saves these changes, as a command would. */
export async function act(session: Session, label: string, ...changes: ReadonlyArray<Change>[]): Promise<Save | null> {
  const result = await run(session, () => ok(draft(label, '', changes)), null);
  if (!result.ok) throw new Error('There is no room left');
  return result.value;
}
