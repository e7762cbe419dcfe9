import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePlaces, freshKeys, keysToPlace, type Placed } from '#shared/changes/position.ts';

function inOrder(placed: Iterable<Placed>): ReadonlyArray<Placed> {
  return [...placed].toSorted(comparePlaces);
}

/** The list after `moved` was put at `index`: what everybody reads when the keys are written. */
function after(list: ReadonlyArray<Placed>, moved: string, index: number): ReadonlyArray<Placed> {
  const others = list.filter(({ id }) => id !== moved);
  const keys = new Map(list.map(({ id, key }) => [id, key]));
  for (const { id, key } of keysToPlace(others, moved, index)) keys.set(id, key);
  return inOrder([...keys].map(([id, key]) => ({ id, key })));
}

const someMoves = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 60 });

test('what is moved stands where it was put, and all others keep their order', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), someMoves, (length, moves) => {
      let list: ReadonlyArray<Placed> = freshKeys(length).map((key, place) => ({ id: `r${place}`, key }));
      for (const [which, to] of moves) {
        const moved = list[which % length]?.id ?? '';
        const others = list.filter(({ id }) => id !== moved).map(({ id }) => id);
        const index = to % length;
        list = after(list, moved, index);
        expect(list.map(({ id }) => id)).toEqual([...others.slice(0, index), moved, ...others.slice(index)]);
      }
    }),
  );
});

test('between two that share a key, chosen apart by two people, all are dealt anew', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }), fc.nat(), (ids, at) => {
      const [key = ''] = freshKeys(1);
      const list = inOrder(ids.map((id) => ({ id: `r${id}`, key })));
      const index = at % (list.length + 1);
      const names = list.map(({ id }) => id);
      const placed = after([...list, { id: 'new', key: 'zz' }], 'new', index);
      expect(placed.map(({ id }) => id)).toEqual([...names.slice(0, index), 'new', ...names.slice(index)]);
    }),
  );
});

test('a thousand insertions into one gap leave no endless key', { timeout: 60_000 }, () => {
  let list: ReadonlyArray<Placed> = freshKeys(2).map((key, place) => ({ id: `r${place}`, key }));
  for (let turn = 0; turn < 1000; turn += 1) {
    const before = list.map(({ id }) => id);
    list = after([...list, { id: `n${turn}`, key: '' }], `n${turn}`, 1);
    expect(list.map(({ id }) => id)).toEqual([before[0], `n${turn}`, ...before.slice(1)]);
  }
  expect(Math.max(...list.map(({ key }) => key.length))).toBeLessThanOrEqual(48);
});

test('usually one key is enough', () => {
  const list = freshKeys(5).map((key, place) => ({ id: `r${place}`, key }));
  expect(keysToPlace(list, 'new', 2)).toHaveLength(1);
  expect(keysToPlace([], 'new', 0)).toHaveLength(1);
});

test('keys that are none of ours are dealt anew', () => {
  const list = [
    { id: 'a', key: '' },
    { id: 'b', key: '!' },
  ];
  const placed = after([...list, { id: 'new', key: '' }], 'new', 1);
  expect(placed.map(({ id }) => id)).toEqual(['a', 'new', 'b']);
});
