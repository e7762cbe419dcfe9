import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaInWords, agendaOf, agendaWarningInWords, branchOf } from '#shared/domain/meetings/agenda.ts';
import { clockTime } from '#shared/kernel/clock-time.ts';
import { itemsUnder, someItem } from './some-agenda.ts';

const times = { start: clockTime('10:00'), end: clockTime('12:30') };

function numbered(items: Parameters<typeof agendaOf>[0]): string[] {
  return agendaOf(items).lines.map(({ item, number }) => `${number} ${item.id}`);
}

describe('numbers', () => {
  test('run through the top and start anew under each item', () => {
    const items = itemsUnder(['a', null], ['b', null], ['c', 'b'], ['d', 'b'], ['e', 'd'], ['f', null]);
    expect(numbered(items)).toEqual(['1 a', '2 b', '2.1 c', '2.2 d', '2.2.1 e', '3 f']);
    expect(agendaOf(items).lines.map(({ depth }) => depth)).toEqual([0, 0, 1, 1, 2, 0]);
  });

  test('follow the keys, and the ids where keys are equal', () => {
    const same = { under: null, key: 'a5' };
    const items = [
      someItem('z', { place: same }),
      someItem('m', { place: { under: null, key: 'a1' } }),
      someItem('c', { place: same }),
    ];
    expect(numbered(items)).toEqual(['1 m', '2 c', '3 z']);
    expect(numbered(items.toReversed())).toEqual(['1 m', '2 c', '3 z']);
  });
});

describe('what merging may leave', () => {
  test('two items each under the other are both shown at the top, flagged', () => {
    const { lines, warnings } = agendaOf(itemsUnder(['a', 'b'], ['b', 'a'], ['c', 'a'], ['d', null]));
    expect(lines.map(({ item, number, stray }) => [item.id, number, stray])).toEqual([
      ['a', '1', 'circle'],
      ['c', '1.1', null],
      ['b', '2', 'circle'],
      ['d', '3', null],
    ]);
    expect(warnings.map(agendaWarningInWords)).toEqual([
      expect.stringContaining('Item 1 was put under one of its own sub-items'),
      expect.stringContaining('Item 2 was put under one of its own sub-items'),
    ]);
  });

  test('an item under itself, and one whose parent is gone, are shown at the top', () => {
    const { lines } = agendaOf(itemsUnder(['a', 'a'], ['b', 'elsewhere'], ['c', 'b']));
    expect(lines.map(({ item, number, stray }) => [item.id, number, stray])).toEqual([
      ['a', '1', 'circle'],
      ['b', '2', 'parentGone'],
      ['c', '2.1', null],
    ]);
  });

  test('no item is lost or shown twice, whoever points at whom', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const anItem = fc.record({
      under: fc.option(fc.constantFrom(...ids, 'elsewhere'), { nil: null }),
      key: fc.constantFrom('a0', 'a1', 'a2'),
    });
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: ids.length }), fc.integer(), (places, turn) => {
        const items = places.map((place, index) => someItem(ids[index]!, { place }));
        const { lines } = agendaOf(items);
        expect(lines.map(({ item }) => item.id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        expect(new Set(lines.map(({ number }) => number)).size).toBe(items.length);

        // Judge: an item is flagged exactly when walking up from it never ends, coming back to itself, or ends nowhere.
        const parents = new Map(items.map(({ id, place }) => [id, place.under]));
        for (const { item, stray, under, depth } of lines) {
          const isInCircle = walk(parents, item.id).includes(item.id);
          const isOrphan = item.place.under !== null && !parents.has(item.place.under);
          expect(stray).toBe(isInCircle ? 'circle' : isOrphan ? 'parentGone' : null);
          expect(under).toBe(stray === null ? item.place.under : null);
          if (under !== null) expect(lines.find((line) => line.item.id === under)?.depth).toBe(depth - 1);
        }
        // The order in which rows come from the database plays no part.
        const turned = items.toSorted((x, y) => ((x.id.charCodeAt(0) * turn) % 7) - ((y.id.charCodeAt(0) * turn) % 7));
        expect(numbered(turned)).toEqual(numbered(items));
      }),
    );
  });

  test('ten thousand items one under the other do not break it', () => {
    const items = Array.from({ length: 10_000 }, (_, index) =>
      someItem(`i${index}`, { place: { under: index === 0 ? null : `i${index - 1}`, key: 'a0' } }),
    );
    const { lines } = agendaOf(items);
    expect(lines).toHaveLength(10_000);
    expect(lines.at(-1)?.depth).toBe(9999);
  });
});

/** The ids met on the way up, `steps` at the most. */
function walk(parents: ReadonlyMap<string, string | null>, from: string): string[] {
  const met: string[] = [];
  let at = parents.get(from) ?? null;
  for (let steps = 0; at !== null && steps < 20; steps += 1) {
    met.push(at);
    at = parents.get(at) ?? null;
  }
  return met;
}

describe('time', () => {
  const items = itemsUnder(['a', null], ['b', null], ['c', 'b'], ['d', null]).map((item, index) => ({
    ...item,
    minutes: [5, 20, 10, null][index] ?? null,
  }));

  test('each item starts after those before it', () => {
    const agenda = agendaOf(items, times);
    expect(agenda.lines.map(({ start }) => start)).toEqual(['10:00', '10:05', '10:25', '10:35']);
    expect(agenda.totalMinutes).toBe(35);
    expect(agenda.untimed).toBe(1);
    expect(agendaInWords(agenda)).toBe('4 items, 35 min of 2 h 30 min');
  });

  test('without a start no item has one, and the total stands alone', () => {
    const agenda = agendaOf(items);
    expect(agenda.lines.map(({ start }) => start)).toEqual([null, null, null, null]);
    expect(agendaInWords(agenda)).toBe('4 items, 35 min');
    expect(agendaInWords(agendaOf([]))).toBe('No items yet');
  });

  test('more than the meeting lasts is said, exactly as long is not', () => {
    const long = [someItem('a', { minutes: 150 })];
    expect(agendaOf(long, times).warnings).toEqual([]);
    const warnings = agendaOf([...long, someItem('b', { minutes: 15 })], times).warnings;
    expect(warnings.map(agendaWarningInWords)).toEqual([
      'The items take 15 min longer than the meeting lasts. Allow some of them less time, or let the meeting end later.',
    ]);
  });

  test('an item past midnight has no start', () => {
    const late = { start: clockTime('23:00'), end: clockTime('23:30') };
    const agenda = agendaOf([someItem('a', { minutes: 90 }), someItem('b')], late);
    expect(agenda.lines.map(({ start }) => start)).toEqual(['23:00', null]);
  });
});

describe('restricted items', () => {
  test.each([
    [null, '', 'Item 1 is restricted. It needs a ground and a reason before the pack is issued.'],
    ['p3' as const, ' ', 'Item 1 is restricted. It needs a reason before the pack is issued.'],
    [null, 'Lease terms', 'Item 1 is restricted. It needs a ground before the pack is issued.'],
  ])('with ground %s and reason “%s” say what is missing', (ground, groundReason, words) => {
    const agenda = agendaOf([someItem('a', { isRestricted: true, ground, groundReason })]);
    expect(agenda.warnings.map(agendaWarningInWords)).toEqual([words]);
  });

  test('with ground and reason say nothing, nor does an open item', () => {
    const whole = someItem('a', { isRestricted: true, ground: 'p3', groundReason: 'Lease terms' });
    expect(agendaOf([whole, someItem('b')]).warnings).toEqual([]);
  });
});

test('a branch is an item with all that is shown under it', () => {
  const agenda = agendaOf(itemsUnder(['a', null], ['b', 'a'], ['c', 'b'], ['d', 'a'], ['e', null]));
  const ids = (id: string): string[] => branchOf(agenda, id).map(({ item }) => item.id);
  expect(ids('a')).toEqual(['a', 'b', 'c', 'd']);
  expect(ids('b')).toEqual(['b', 'c']);
  expect(ids('e')).toEqual(['e']);
  expect(ids('elsewhere')).toEqual([]);
});
