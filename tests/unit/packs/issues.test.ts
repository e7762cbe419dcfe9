import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IssuedItem, IssuedPack, IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import {
  issuedSoFar,
  issuedTwice,
  movementsOf,
  numberedAsIssued,
  pagesOf,
  rangeInWords,
  standingPlace,
  withdrawnBy,
} from '#shared/domain/packs/issues.ts';

function part(paperId: string, says: string, first: number, pages: number): IssuedPart {
  const about = { reference: '', version: 1, isOurs: true, sha256: '', itemId: 'i', itemNumber: '1', title: paperId };
  return { ...about, id: paperId, role: 'paper', paperId, says, first, pages };
}

function issued(values: Partial<IssuedPack>): IssuedPack {
  return {
    id: `issue-${values.issue ?? 1}`,
    meetingId: 'm',
    edition: 'public',
    form: 'main',
    issue: 1,
    title: '',
    fileName: '',
    first: 1,
    last: 10,
    sha256: '',
    bytes: 1,
    isSensitive: false,
    items: [],
    parts: [],
    withdrawn: [],
    access: [],
    issuedOn: null,
    issuedBy: '',
    ...values,
  } as unknown as IssuedPack;
}

const main = issued({ parts: [part('a', 'old', 3, 2), part('b', 'same', 5, 6)] });
const supplement = issued({
  form: 'supplement',
  issue: 2,
  first: 11,
  last: 14,
  parts: [part('a', 'new', 12, 2)],
  withdrawn: ['b'],
});

describe('what has been issued', () => {
  test('goes on numbering where the last supplement ended, and keeps every place a paper had', () => {
    const so = issuedSoFar([supplement, issued({ form: 'consolidated', issue: 2, last: 14 }), main], 'public');
    expect(so.packs.map(({ issue }) => issue)).toEqual([1, 2]);
    expect([so.issue, so.last]).toEqual([2, 14]);
    expect(so.places.get('a')?.map(({ issue, part: { first } }) => [issue, first])).toEqual([
      [1, 3],
      [2, 12],
    ]);
    expect(standingPlace(so, 'a')?.part.first).toBe(12);
    expect(standingPlace(so, 'b')).toBeNull();
  });

  test('keeps the editions apart', () => {
    expect(issuedSoFar([main], 'restricted')).toMatchObject({ issue: 0, last: 0, packs: [] });
    const [first] = main.parts;
    expect(pagesOf(first!, 'restricted')).toEqual({ first: 'R3', last: 'R4' });
    expect(rangeInWords(pagesOf(first!, 'public'))).toBe('pages 3–4');
    expect(rangeInWords({ first: '9', last: '9' })).toBe('page 9');
  });

  test('names an issue made on two laptops, and keeps both', () => {
    const other = issued({ ...supplement, id: 'zz' });
    const so = issuedSoFar([main, other, supplement], 'public');
    expect(so.packs).toHaveLength(3);
    expect(issuedTwice(so).map(({ id }) => id)).toEqual(['zz']);
  });
});

describe('the next supplement', () => {
  test('holds what is new and what says something else, and nothing that stands', () => {
    const found = movementsOf(
      issuedSoFar([main], 'public'),
      new Map([
        ['a', 'new'],
        ['b', 'same'],
        ['c', 'late'],
      ]),
    );
    expect([...found].map(([id, { type }]) => [id, type])).toEqual([
      ['a', 'replaces'],
      ['b', 'stands'],
      ['c', 'new'],
    ]);
  });

  test('says what is withdrawn once, and a paper that comes back is new', () => {
    const before = issuedSoFar([main], 'public');
    expect(withdrawnBy(before, new Set(['a']))).toEqual(['b']);
    const after = issuedSoFar([main, supplement], 'public');
    expect(withdrawnBy(after, new Set(['a']))).toEqual([]);
    expect(movementsOf(after, new Map([['b', 'same']])).get('b')?.type).toBe('new');
  });
});

describe('numbers of an agenda that has been issued', () => {
  const line = (id: string, number: string, depth = 0): IssuedItem => ({ id, number, depth, title: id });
  const numbers = (items: ReadonlyArray<IssuedItem>): string[] => items.map(({ id, number }) => `${number} ${id}`);

  test('stay, whatever is moved, added or removed; new items come last', () => {
    const fixed = [line('a', '1'), line('b', '2'), line('b1', '2.1', 1), line('c', '3')];
    const now = [line('x', '1'), line('c', '2'), line('b', '3'), line('y', '3.1', 1), line('b1', '3.2', 1)];
    expect(numbers(numberedAsIssued(now, fixed))).toEqual(['2 b', '2.1 b1', '2.2 y', '3 c', '4 x']);
  });

  test('of removed items are never given again', () => {
    const fixed = [line('a', '1'), line('b', '2'), line('c', '3')];
    expect(numbers(numberedAsIssued([line('a', '1'), line('x', '2')], fixed))).toEqual(['1 a', '4 x']);
  });

  test('are as the agenda gives them before anything is issued', () => {
    expect(numbers(numberedAsIssued([line('a', '1'), line('b', '2')], []))).toEqual(['1 a', '2 b']);
  });

  test('are given once each, for any agenda', () => {
    const someIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 });
    fc.assert(
      fc.property(someIds, someIds, fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }), (before, after, depths) => {
        const shaped = (ids: ReadonlyArray<string>): IssuedItem[] => {
          let deepest = -1;
          return ids.map((id, at) => {
            deepest = Math.min(depths[at] ?? 0, deepest + 1);
            return line(id, '', deepest);
          });
        };
        const fixed = numberedAsIssued(shaped(before), [line('gone', '9')]);
        const now = numberedAsIssued(shaped(after), [line('gone', '9'), ...fixed]);
        expect(new Set(now.map(({ number }) => number)).size).toBe(now.length);
        for (const item of fixed) {
          const found = now.find(({ id }) => id === item.id);
          if (found !== undefined) expect(found.number).toBe(item.number);
        }
      }),
    );
  });
});
