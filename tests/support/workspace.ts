/** Workspaces for tests: a real database (IndexedDB by fake-indexeddb or Chromium) with clock and chance held still. */
import { foundSession, type Machine, type Session } from '#renderer/data/session.ts';
import { kinds } from '#shared/domain/kinds.ts';

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
