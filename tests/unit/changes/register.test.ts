import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isConflict, written, type Head, type Register } from '#shared/changes/register.ts';
import type { Dot } from '#shared/changes/save.ts';
import type { Json } from '#shared/kernel/json.ts';

interface Write {
  readonly head: Head;
  readonly value: Json;
  readonly over: ReadonlyArray<Dot>;
}

/** Writes by a few devices, each replacing some of those before it. */
const someWrites: fc.Arbitrary<ReadonlyArray<Write>> = fc
  .array(
    fc.record({
      device: fc.constantFrom('a', 'b', 'c'),
      at: fc.nat({ max: 6 }),
      value: fc.nat({ max: 2 }),
      over: fc.nat(),
    }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((items) => {
    const writes: Write[] = [];
    for (const [index, { device, at, value, over }] of items.entries()) {
      const replaced = writes.filter((_write, place) => ((over >> place) & 1) === 1);
      writes.push({
        head: [device, index + 1, at],
        value,
        over: replaced.map(({ head: [by, seq] }): Dot => [by, seq]),
      });
    }
    return writes;
  });

function worked(writes: ReadonlyArray<Write>): Register | undefined {
  let register: Register | undefined;
  for (const { head, value, over } of writes) register = written(register, head, value, over);
  return register;
}

/** Another order in which each write still comes after those it replaces. */
function reordered(writes: ReadonlyArray<Write>, choices: ReadonlyArray<number>): ReadonlyArray<Write> {
  const left = [...writes];
  const done: Write[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const ready = left.filter(({ over }) => over.every(([, seq]) => done.some(({ head }) => head[1] === seq)));
    const next = ready[(choices[turn] ?? 0) % ready.length];
    if (next === undefined) throw new Error('No write is ready');
    left.splice(left.indexOf(next), 1);
    done.push(next);
  }
  return done;
}

test('depends on the set of writes alone, and repeating one changes nothing', () => {
  fc.assert(
    fc.property(someWrites, fc.array(fc.nat(), { maxLength: 9 }), (writes, choices) => {
      const register = worked(writes);
      expect(worked(reordered(writes, choices))).toEqual(register);
      for (const { head, value, over } of writes) {
        if (register?.heads.some((one) => one[1] === head[1]) === true) {
          expect(written(register, head, value, over)).toEqual(register);
        }
      }
    }),
  );
});

test('keeps just the writes that no other replaces, the latest by clock, device and sequence first', () => {
  fc.assert(
    fc.property(someWrites, (writes) => {
      const standing = writes
        .filter(({ head }) => !writes.some(({ over }) => over.some(([, seq]) => seq === head[1])))
        .toSorted(
          (a, b) =>
            b.head[2] - a.head[2] ||
            (a.head[0] < b.head[0] ? 1 : a.head[0] > b.head[0] ? -1 : 0) ||
            b.head[1] - a.head[1],
        );
      expect(worked(writes)).toEqual({
        heads: standing.map(({ head }) => head),
        values: standing.map(({ value }) => value),
      });
    }),
  );
});

test('a later write stands however wrong its author’s clock is', () => {
  const first = written(undefined, ['a', 1, 9_000_000], 'old', []);
  expect(written(first, ['b', 1, 1], 'new', [['a', 1]])).toEqual({ heads: [['b', 1, 1]], values: ['new'] });
});

test('equal values written apart are no conflict, in whatever order their keys stand', () => {
  expect(
    isConflict([
      { under: null, key: 'a0' },
      { key: 'a0', under: null },
    ]),
  ).toBe(false);
  expect(isConflict(['a', 'a', 'b'])).toBe(true);
  expect(isConflict([null])).toBe(false);
  expect(isConflict([0, false])).toBe(true);
});
