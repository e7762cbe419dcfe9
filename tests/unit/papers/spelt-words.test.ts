import { expect, test } from 'vitest';
import { speltWords } from '#renderer/features/papers/spelt-words.ts';

const words = (line: string): ReadonlyArray<string> => speltWords(line).map(({ word, from }) => `${from} ${word}`);

test('takes words with their marks, and the parts of a hyphened one', () => {
  expect(words('The Chair’s well-meant (draft).')).toEqual(['0 The', '4 Chair’s', '12 well', '17 meant', '24 draft']);
});

test('leaves addresses, references, initials and single letters alone', () => {
  expect(words('clerk@example.org https://example.org/a www.example.org WM/27 v1 NHS MPs a 3pm')).toEqual([]);
});
