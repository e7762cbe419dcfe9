import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentWindow, type CommentWindow } from '#shared/calendar/comment-window.ts';
import { deadlineOf, type Rule } from '#shared/calendar/deadline.ts';
import { meetingDayWarnings } from '#shared/calendar/meeting-day.ts';
import { publishedAndExpectedHolidays } from '#shared/calendar/holiday-table.ts';
import { isWorkingDay, workingCalendar } from '#shared/calendar/working-days.ts';
import { addDays, civilDate, isBefore, type CivilDate } from '#shared/kernel/civil-date.ts';

const chairRule: Rule = { n: 7, unit: 'working', clear: true, nation: 'england-and-wales', closures: [], roll: 'back' };
const partnerRule: Rule = { ...chairRule, n: 14, unit: 'calendar', clear: false, roll: 'none' };
const calendar = workingCalendar('england-and-wales', []);

function isWorking(date: CivilDate): boolean {
  const working = isWorkingDay(date, calendar);
  if (!working.ok) throw new Error(`holidays of ${working.refusal.year}`);
  return working.value;
}

function lastDay(meeting: CivilDate, rule: Rule): CivilDate {
  const deadline = deadlineOf(meeting, rule);
  if (!deadline.ok) throw new Error(`holidays of ${deadline.refusal.year}`);
  return deadline.value.lastDay;
}

function windowBetween(circulation: CivilDate, chair: CivilDate, advised: number): CommentWindow {
  const found = commentWindow(circulation, chair, advised, calendar);
  if (!found.ok) throw new Error(`holidays of ${found.refusal.year}`);
  return found.value;
}

function windowFor(meeting: string, advised = 5): CommentWindow {
  const date = civilDate(meeting);
  return windowBetween(lastDay(date, partnerRule), lastDay(date, chairRule), advised);
}

describe('14 days for partners and 7 clear working days for the Chair', () => {
  test('cross or meet on 32 working days from December 2026 to November 2028, and never leave five days', () => {
    const inverted: string[] = [];
    let none = 0;
    let most = 0;
    let meetings = 0;
    const end = civilDate('2028-12-01');
    for (let meeting = civilDate('2026-12-01'); isBefore(meeting, end); meeting = addDays(meeting, 1)) {
      if (!isWorking(meeting)) continue;
      meetings += 1;
      const window = windowFor(meeting);
      expect(window.state).not.toBe('enough');
      if (window.state === 'inverted') inverted.push(meeting);
      if (window.state === 'none') none += 1;
      most = Math.max(most, window.days);
    }
    expect(meetings).toBe(507);
    expect(none).toBe(22);
    expect(inverted).toEqual([
      ...['04', '05', '06', '07', '08'].map((day) => `2027-01-${day}`),
      ...['04', '05', '06', '07', '10'].map((day) => `2028-01-${day}`),
    ]);
    expect(most).toBe(4);
  });

  test('the wrong way round is told, and an earlier circulation proposed', () => {
    expect(windowFor('2027-01-05')).toEqual({
      state: 'inverted',
      days: -1,
      workingDays: 0,
      circulateBy: '2026-12-14',
      sentence:
        'The dates are the wrong way round: the Chair must have the papers by Monday 21 December 2026, 1 day before ' +
        'they go to partners on Tuesday 22 December 2026. Send them to partners by Monday 14 December 2026 to leave ' +
        '5 working days for comment.',
    });
  });

  test('the same day is told', () => {
    expect(windowFor('2027-04-01')).toEqual({
      state: 'none',
      days: 0,
      workingDays: 0,
      circulateBy: '2027-03-11',
      sentence:
        'The papers go to partners and to the Chair on the same day, Thursday 18 March 2027: there is no time for ' +
        'comment. Send them to partners by Thursday 11 March 2027 to leave 5 working days for comment.',
    });
  });

  test('too short a time is told', () => {
    expect(windowFor('2027-01-19', 3)).toMatchObject({
      state: 'short',
      days: 2,
      workingDays: 2,
      circulateBy: '2027-01-04',
      sentence:
        'Partners have only 2 working days to comment before the Chair must have the papers. Send them to partners ' +
        'by Monday 4 January 2027 to leave 3 working days for comment.',
    });
    expect(windowFor('2027-01-21', 5).sentence).toContain('only 4 days, of them 2 working days, to comment');
    expect(windowBetween(civilDate('2027-01-08'), civilDate('2027-01-10'), 1).sentence).toContain(
      'only 2 days, none of them a working day, to comment',
    );
  });

  test('time enough is left alone', () => {
    expect(windowFor('2027-01-19', 2)).toEqual({
      state: 'enough',
      days: 2,
      workingDays: 2,
      circulateBy: null,
      sentence: 'Partners have 2 working days to comment before the Chair has the papers.',
    });
  });

  test('some time is asked even when none is advised', () => {
    expect(windowFor('2027-04-01', 0)).toMatchObject({ state: 'none', circulateBy: '2027-03-17' });
  });
});

test('the day proposed leaves the days advised, and no later working day does', () => {
  const dates = fc.integer({ min: 0, max: 600 }).map((index) => addDays(civilDate('2026-12-01'), index));
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: -10, max: 10 }),
      fc.integer({ min: 1, max: 15 }),
      (circulation, gap, advised) => {
        const chair = addDays(circulation, gap);
        const { circulateBy, state } = windowBetween(circulation, chair, advised);
        expect(circulateBy === null).toBe(state === 'enough');
        if (circulateBy === null) return;
        expect(isWorking(circulateBy)).toBe(true);
        const leaves = (from: CivilDate) => windowBetween(from, chair, advised).workingDays;
        expect(leaves(circulateBy)).toBe(advised);
        let next = addDays(circulateBy, 1);
        while (!isWorking(next)) next = addDays(next, 1);
        expect(leaves(next)).toBeLessThan(advised);
        expect(isBefore(circulateBy, circulation)).toBe(true);
      },
    ),
  );
});

test('a window that needs unknown holidays is refused, naming the year', () => {
  const dates = [civilDate('2029-01-05'), civilDate('2029-01-10')] as const;
  expect(commentWindow(...dates, 5, calendar)).toMatchObject({ ok: false, refusal: { year: 2029 } });
  const asked = workingCalendar('england-and-wales', [], publishedAndExpectedHolidays('england-and-wales', 2029));
  expect(commentWindow(...dates, 5, asked)).toMatchObject({ ok: true, value: { state: 'short' } });
});

describe('a meeting planned on', () => {
  const warned = (date: string, closures: CivilDate[] = []) =>
    meetingDayWarnings(civilDate(date), 'england-and-wales', closures).map(({ words }) => words);

  test('a working day needs no warning', () => {
    expect(warned('2027-01-05')).toEqual([]);
  });

  test('a weekend, a bank holiday or a closure is warned of by name', () => {
    expect(warned('2027-01-09')).toEqual(['9 January 2027 is a Saturday.']);
    expect(warned('2027-03-26')).toEqual(['Friday 26 March 2027 is a bank holiday in England and Wales: Good Friday.']);
    expect(warned('2026-12-28')).toEqual([
      'Monday 28 December 2026 is a bank holiday in England and Wales: Boxing Day (substitute day).',
    ]);
    expect(warned('2026-12-29', [civilDate('2026-12-29')])).toEqual([
      'The office is closed on Tuesday 29 December 2026.',
    ]);
    expect(meetingDayWarnings(civilDate('2026-06-15'), 'scotland', []).map(({ type }) => type)).toEqual([
      'BankHoliday',
    ]);
  });

  test('a day beyond the known holidays is to be checked', () => {
    expect(warned('2029-03-30')).toEqual([
      'Packhorse does not have the bank holidays of 2029 for England and Wales: check that this day is none.',
    ]);
    const asked = publishedAndExpectedHolidays('england-and-wales', 2029);
    expect(meetingDayWarnings(civilDate('2029-03-30'), 'england-and-wales', [], asked)).toEqual([
      {
        type: 'BankHoliday',
        words: 'Friday 30 March 2029 is expected to be a bank holiday in England and Wales: Good Friday.',
      },
    ]);
    expect(warned('2029-03-31')).toEqual(['31 March 2029 is a Saturday.']);
  });
});
