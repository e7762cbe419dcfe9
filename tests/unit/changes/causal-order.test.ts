import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliestFirst } from '#shared/changes/causal-order.ts';
import type { Save } from '#shared/changes/save.ts';
import { hadSeen } from '#tests/support/oracle.ts';

/** Saves of three devices that see each other now and then, with clocks of no worth. */
const someSaves: fc.Arbitrary<ReadonlyArray<Save>> = fc
  .array(
    fc.record({ who: fc.constantFrom('a', 'b', 'c'), meets: fc.constantFrom('a', 'b', 'c'), at: fc.nat({ max: 9 }) }),
    {
      maxLength: 30,
    },
  )
  .map((acts) => {
    const held: Record<string, Record<string, number>> = { a: {}, b: {}, c: {} };
    return acts.map(({ who, meets, at }): Save => {
      const mine = held[who] ?? {};
      for (const [device, seq] of Object.entries(held[meets] ?? {})) mine[device] = Math.max(seq, mine[device] ?? 0);
      const { [who]: own = 0, ...deps } = mine;
      mine[who] = own + 1;
      return { device: who, seq: own + 1, at, deps, by: '', command: '', note: '', edits: [], reverts: null };
    });
  });

test('nothing comes before what it leans on, and the order hangs on nothing else but stamps', () => {
  fc.assert(
    fc.property(someSaves, (saves) => {
      const ordered = earliestFirst(saves);
      expect(new Set(ordered)).toEqual(new Set(saves));
      for (const [index, save] of ordered.entries()) {
        for (const later of ordered.slice(index + 1)) expect(hadSeen(save, later)).toBe(false);
        const next = ordered[index + 1];
        if (next !== undefined && next.at < save.at) expect(hadSeen(next, save)).toBe(true);
      }
    }),
  );
});
