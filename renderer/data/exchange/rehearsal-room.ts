/** A database that is there for a rehearsal alone, and is gone however the rehearsal ends. */
import { Dexie } from 'dexie';
import type { Machine } from '#renderer/data/session.ts';

const beginning = 'packhorse-rehearsal-';

/** Does it with the name of a database that nobody uses, and takes that database away afterwards. */
export async function besideEverything<Done>(machine: Machine, act: (name: string) => Promise<Done>): Promise<Done> {
  await clearRehearsals();
  const name = `${beginning}${machine.newId()}`;
  return holding(name, false, async () => {
    try {
      return await act(name);
    } finally {
      await Dexie.delete(name);
    }
  });
}

/** Takes away what was left when a rehearsal was cancelled, or the laptop stopped in its midst: it may be as large as all the rest. */
export async function clearRehearsals(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (name.startsWith(beginning)) await holding(name, true, () => Dexie.delete(name));
  }
}

/** While it is held, which ends with its window or worker, no other takes the database for one that was left. */
async function holding<Done>(name: string, isOnlyIfFree: true, act: () => PromiseLike<Done>): Promise<Done | null>;
async function holding<Done>(name: string, isOnlyIfFree: false, act: () => PromiseLike<Done>): Promise<Done>;
async function holding<Done>(name: string, isOnlyIfFree: boolean, act: () => PromiseLike<Done>): Promise<Done | null> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return act();
  return navigator.locks.request(name, { ifAvailable: isOnlyIfFree }, async (lock) => (lock === null ? null : act()));
}
