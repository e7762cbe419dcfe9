import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorAt, placeQuote } from '#shared/domain/notes/placing.ts';

const page = [
  'The pilot costs £186,000 over twelve months. Partners pay a third each.',
  'Two bookable mini-\nbuses run from two hubs. The pilot costs less than a fixed route.',
];

function anchorOf(text: string, at: number, words: string) {
  const start = text.indexOf(words);
  return anchorAt(text, at, start, start + words.length);
}

test('words are found where they stood, whatever their line ends and spaces', () => {
  const anchor = anchorOf(page[1]!, 2, 'bookable mini-\nbuses run');
  const later = [
    'A new first page.',
    page[0]!,
    'Two  bookable minibuses\nrun from two hubs. The pilot costs less than a fixed route.',
  ];
  const placed = placeQuote(anchor, later);
  expect(placed?.page).toBe(3);
  expect(later[2]!.slice(placed!.start, placed!.end)).toBe('bookable minibuses\nrun');
});

test('of words that stand twice the ones with the same surroundings are meant', () => {
  const anchor = anchorOf(page[1]!, 2, 'The pilot costs');
  expect(placeQuote(anchor, page)?.page).toBe(2);
  expect(placeQuote(anchor, [page[1]!, page[0]!])?.page).toBe(1);
});

test('words that are gone, or stand twice alike, are not placed by guess', () => {
  const anchor = anchorOf(page[0]!, 1, 'Partners pay a third each');
  expect(placeQuote(anchor, ['The pilot costs £186,000 over twelve months.'])).toBeNull();
  const twice = 'agreed. agreed.';
  expect(placeQuote({ page: 3, quote: 'agreed', before: '', after: '' }, [twice, twice])).toBeNull();
});

test('every anchor is found in the text it was made of', () => {
  const words = fc.stringMatching(/^[a-z]{3,9}$/);
  fc.assert(
    fc.property(fc.uniqueArray(words, { minLength: 8, maxLength: 30 }), fc.nat(), fc.nat(), (all, a, b) => {
      const text = all.join(' ');
      const from = a % (all.length - 3);
      const to = from + 2 + (b % 2);
      const start = text.indexOf(all.slice(from, to + 1).join(' '));
      const end = start + all.slice(from, to + 1).join(' ').length;
      expect(placeQuote(anchorAt(text, 1, start, end), [text])).toEqual({ page: 1, start, end });
      // and after another page has come before it
      expect(placeQuote(anchorAt(text, 1, start, end), ['something else', text])).toEqual({ page: 2, start, end });
    }),
  );
});
