import { expect, test } from 'vitest';
import { paperRefusalInWords, type PaperRefusal } from '#renderer/features/papers/paper-words.ts';
import { refusalInWords } from '#renderer/features/paper-register/register-words.ts';

test('says the same on a paper and in the register when a change cannot be made', () => {
  const refusals = [
    [{ type: 'PaperIssued' }, /has been issued/],
    [{ type: 'TitleMissing' }, /Give the paper a title/],
    [{ type: 'NothingAttached' }, /Attach the file first/],
    [{ type: 'NotCleared' }, /Mark it as cleared first/],
    [{ type: 'StorageFull' }, /no room left on this laptop/],
  ] as const;
  for (const [refusal, words] of refusals) {
    expect(refusalInWords(refusal)).toMatch(words);
    expect(paperRefusalInWords(refusal)).toBe(refusalInWords(refusal));
  }
  const other: PaperRefusal = { type: 'NotOfThisPaper' };
  expect(paperRefusalInWords(other)).toBe('That version belongs to another paper.');
});
