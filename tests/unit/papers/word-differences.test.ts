import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifferences, type Difference } from '#shared/domain/papers/word-differences.ts';

function joinedBut(parts: ReadonlyArray<Difference>, left: Difference['type']): string {
  return parts
    .filter(({ type }) => type !== left)
    .map(({ text }) => text)
    .join('');
}

test('shows what changed, word by word', () => {
  expect(wordDifferences('The board agrees the plan.', 'The board notes the plan.')).toEqual([
    { type: 'same', text: 'The board ' },
    { type: 'removed', text: 'agrees' },
    { type: 'added', text: 'notes' },
    { type: 'same', text: ' the plan.' },
  ]);
  expect(wordDifferences('', 'New')).toEqual([{ type: 'added', text: 'New' }]);
  expect(wordDifferences('Same', 'Same')).toEqual([{ type: 'same', text: 'Same' }]);
  expect(wordDifferences('', '')).toEqual([]);
});

const text = fc
  .array(fc.constantFrom('the', 'board', 'agrees', '£1,000', '\n', ' ', '  ', '.', 'Bürger’s', '😀'), { maxLength: 60 })
  .map((words) => words.join(''));

test('both texts can be read from the parts, exactly', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifferences(before, after);
      expect(joinedBut(parts, 'added')).toBe(before);
      expect(joinedBut(parts, 'removed')).toBe(after);
    }),
    { numRuns: 500 },
  );
});

/** How many words two texts share in order, by the plain table: slow, and not how the code under test does it. */
function longestCommon(a: ReadonlyArray<string>, b: ReadonlyArray<string>): number {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    }
  }
  return table[a.length]![b.length]!;
}

test('no more is marked as changed than must be', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDifferences(before.join('\n'), after.join('\n'));
      const isWord = (token: string): boolean => token !== '';
      const same = parts.filter(({ type }) => type === 'same').flatMap((part) => part.text.match(/\n|\w/g) ?? []);
      const tokens = (list: ReadonlyArray<string>): string[] => (list.join('\n').match(/\n|\w/g) ?? []).filter(isWord);
      expect(same.length).toBe(longestCommon(tokens(before), tokens(after)));
    }),
    { numRuns: 300 },
  );
});

test('a whole new text is shown as replaced', () => {
  const before = Array.from({ length: 6000 }, (_, index) => `old${index}`).join(' ');
  const after = Array.from({ length: 6000 }, (_, index) => `new${index}`).join(' ');
  const parts = wordDifferences(before, after);
  expect(joinedBut(parts, 'added')).toBe(before);
  expect(joinedBut(parts, 'removed')).toBe(after);
});
