import { describe, expect, test } from 'vitest';
import { daysLate, latenessByAuthor } from '#shared/domain/papers/lateness.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';

const today = civilDate('2026-11-26');
const day = (text: string | null) => (text === null ? null : civilDate(text));
const paper = (author: string, status: 'draft' | 'ready', due: string | null, received: string | null) => ({
  author,
  status,
  due: day(due),
  received: day(received),
});

describe('how late a paper is', () => {
  test('counts to today while it is owed, and to the day it came after', () => {
    expect(daysLate(paper('', 'draft', '2026-11-20', null), today)).toBe(6);
    expect(daysLate(paper('', 'ready', '2026-11-20', '2026-11-22'), today)).toBe(2);
    expect(daysLate(paper('', 'ready', '2026-11-20', '2026-11-01'), today)).toBe(0);
    expect(daysLate(paper('', 'draft', '2026-11-26', null), today)).toBe(0);
  });

  test('says nothing where a day is not known', () => {
    expect(daysLate(paper('', 'draft', null, null), today)).toBeNull();
    expect(daysLate(paper('', 'ready', '2026-11-20', null), today)).toBeNull();
  });
});

test('sums up each author, whoever is late most often first', () => {
  const lines = latenessByAuthor(
    [
      paper('Jo', 'draft', '2026-11-20', null),
      paper('Jo ', 'ready', '2026-11-20', '2026-11-22'),
      paper('Jo', 'ready', '2026-11-20', '2026-11-19'),
      paper('Mo', 'draft', '2026-12-20', null),
      paper('Mo', 'ready', '2026-11-20', null),
      paper('', 'draft', '2026-11-25', null),
    ],
    today,
  );
  expect(lines).toEqual([
    { author: 'Jo', asked: 3, late: 2, averageDays: 4, owed: 1, owedLate: 1 },
    { author: '', asked: 1, late: 1, averageDays: 1, owed: 1, owedLate: 1 },
    { author: 'Mo', asked: 2, late: 0, averageDays: 0, owed: 1, owedLate: 0 },
  ]);
});
