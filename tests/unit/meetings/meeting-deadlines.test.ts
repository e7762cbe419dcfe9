import { expect, test } from 'vitest';
import { deadlinesOf } from '#shared/domain/meetings/meeting-deadlines.ts';
import type { PaperStatus } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { someBody } from './some-agenda.ts';

const body = someBody('board');

function told(date: string, today: string, papers: ReadonlyArray<PaperStatus> = [], rules = body): string[] {
  const statuses = papers.map((status) => ({ status }));
  const { steps } = deadlinesOf(civilDate(date), rules, civilDate(today), statuses);
  return steps.map((step) => `${step.label} ${step.date ?? 'not known'} ${step.state}`);
}

function warned(date: string, rules = body): ReadonlyArray<string> {
  return deadlinesOf(civilDate(date), rules, civilDate('2026-11-01'), []).warnings.map(({ words }) => words);
}

test('papers go to partners 14 days before and to the Chair 7 clear working days before', () => {
  expect(told('2026-12-10', '2026-11-23')).toEqual([
    'Papers to partners 2026-11-26 now',
    'Papers to the Chair 2026-11-30 coming',
    'Meeting 2026-12-10 coming',
  ]);
  const { steps } = deadlinesOf(civilDate('2026-12-10'), body, civilDate('2026-11-23'), []);
  expect(steps.map(({ counted }) => counted)).toEqual(['14 days before', '7 clear working days before', '']);
});

test('a step is done when every paper has come so far, late when its day has passed without', () => {
  expect(told('2026-12-10', '2026-11-27', ['ready', 'draft'])).toEqual([
    'Papers to partners 2026-11-26 late',
    'Papers to the Chair 2026-11-30 now',
    'Meeting 2026-12-10 coming',
  ]);
  expect(told('2026-12-10', '2026-11-27', ['ready', 'cleared'])[0]).toContain('done');
  expect(told('2026-12-10', '2026-12-01', ['ready', 'cleared'])[1]).toContain('late');
  expect(told('2026-12-10', '2026-12-01', ['issued', 'cleared'])).toEqual([
    'Papers to partners 2026-11-26 done',
    'Papers to the Chair 2026-11-30 done',
    'Meeting 2026-12-10 now',
  ]);
});

test('on its own day a step is not late yet, and nothing is once the meeting is over', () => {
  expect(told('2026-12-10', '2026-11-26')[0]).toContain('now');
  expect(told('2026-12-10', '2026-12-10')[2]).toContain('now');
  expect(told('2026-12-10', '2026-12-11', ['draft']).every((step) => step.endsWith('done'))).toBe(true);
});

test('around the New Year the dates cross: they stand as they fall, and an earlier circulation is proposed', () => {
  expect(told('2027-01-05', '2026-11-23')).toEqual([
    'Papers to the Chair 2026-12-21 now',
    'Papers to partners 2026-12-22 coming',
    'Meeting 2027-01-05 coming',
  ]);
  expect(warned('2027-01-05')).toEqual([expect.stringContaining('The dates are the wrong way round')]);
  expect(warned('2027-04-01')).toEqual([expect.stringContaining('there is no time for comment')]);
  expect(warned('2026-12-10')).toEqual([]);
});

test('a date is not made up where bank holidays are missing', () => {
  expect(told('2029-03-15', '2026-11-23')).toEqual([
    'Papers to partners 2029-03-01 now',
    'Papers to the Chair not known coming',
    'Meeting 2029-03-15 coming',
  ]);
  expect(warned('2029-03-15')).toEqual([expect.stringContaining('does not have the bank holidays of 2029')]);
});

test('closures count, and a body without a rule has no such step', () => {
  const closed = someBody('board', { closures: [{ day: civilDate('2026-12-01'), name: 'Moving' }] });
  expect(told('2026-12-10', '2026-11-01', [], closed)[1]).toContain('2026-11-27');
  const free = someBody('board', { circulationDays: 0, clearanceDays: 0 });
  expect(told('2026-12-10', '2026-11-01', [], free)).toEqual(['Meeting 2026-12-10 now']);
});
