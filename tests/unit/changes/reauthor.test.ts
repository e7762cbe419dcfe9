import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reauthored } from '#shared/changes/reauthor.ts';
import { isHonest, type Dot, type Save } from '#shared/changes/save.ts';

const aDot = fc.tuple(fc.constantFrom('old', 'ben', 'tom'), fc.integer({ min: 1, max: 9 }));

it('saves written anew lean on nothing that is not held, and replace nothing they cannot have seen', () => {
  const deps = fc.dictionary(fc.constantFrom('ben', 'tom'), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(deps, fc.array(aDot)), { maxLength: 6 }), deps, fc.nat(5), (made, held, after) => {
      const saves = made.map(([seen, over], at): Save => {
        const seq = after + at + 1;
        const isSeen = ([device, last]: Dot): boolean =>
          device === 'old' ? last < seq : last <= (Object.entries(seen).find(([by]) => by === device)?.[1] ?? 0);
        const edits = [{ kind: 'body', record: 'r', path: 'name', value: at, over: over.filter(isSeen) }];
        const reverts = at % 2 === 0 ? null : ({ type: 'undo', seq: seq - 1 } as const);
        return { device: 'old', seq, at: seq, deps: seen, by: '', command: '', note: '', edits, reverts };
      });
      expect(saves.every(isHonest)).toBe(true);
      const anew = reauthored(saves, { from: 'old', to: 'new', after, held: { ...held, old: after } });
      expect(anew.map(({ device, seq }) => [device, seq])).toEqual(saves.map((_save, at) => ['new', at + 1]));
      for (const [at, save] of anew.entries()) {
        expect(isHonest(save)).toBe(true);
        for (const [device, seq] of Object.entries(save.deps)) {
          expect(seq).toBeLessThanOrEqual(device === 'old' ? after : (held[device] ?? 0));
          expect(seq).toBeGreaterThan(0);
        }
        expect(save.edits.map(({ value }) => value)).toEqual(saves[at]?.edits.map(({ value }) => value));
        const reverted = saves[at]?.reverts ?? null;
        expect(save.reverts).toEqual(
          reverted !== null && reverted.seq > after ? { type: 'undo', seq: reverted.seq - after } : null,
        );
        // What it replaced of its own new saves it still replaces.
        const own = (saves[at]?.edits[0]?.over ?? []).filter(([device, seq]) => device === 'old' && seq > after);
        for (const [, seq] of own) expect(save.edits[0]?.over).toContainEqual(['new', seq - after]);
      }
    }),
  );
});
