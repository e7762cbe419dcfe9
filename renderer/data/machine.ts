/** Clock and chance of the real machine: the only place where either is looked at. */
import type { Machine } from './session.ts';

export const thisMachine: Machine = {
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
};
