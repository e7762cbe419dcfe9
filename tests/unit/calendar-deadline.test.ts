import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nations, type BankHoliday } from '#shared/calendar/bank-holiday.ts';
import { aRule, deadlineOf, type Deadline, type Rule } from '#shared/calendar/deadline.ts';
import {
  holidayTable,
  publishedAndExpectedHolidays,
  publishedHolidays,
  type HolidayTable,
} from '#shared/calendar/holiday-table.ts';
import {
  clearWorkingDaysBefore,
  isWorkingDay,
  missingHolidaysInWords,
  workingCalendar,
} from '#shared/calendar/working-days.ts';
import { addDays, civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';

const chair: Rule = { n: 7, unit: 'working', clear: true, nation: 'england-and-wales', closures: [], roll: 'back' };
const fiveClear: Rule = { ...chair, n: 5 };
const partners: Rule = { ...chair, n: 14, unit: 'calendar', clear: false, roll: 'none' };

function given(meeting: string, rule: Rule, holidays?: HolidayTable): Deadline {
  const result = deadlineOf(civilDate(meeting), rule, holidays);
  if (!result.ok) throw new Error(`refused for ${result.refusal.year}`);
  return result.value;
}

function days(...texts: string[]): CivilDate[] {
  return texts.map(civilDate);
}

function tableOf(firstYear: number, lastYear: number, ...dates: string[]): HolidayTable {
  const holidays = dates.map((date): BankHoliday => ({
    date: civilDate(date),
    name: 'Holiday',
    substitute: false,
    standing: 'published',
  }));
  return holidayTable('england-and-wales', firstYear, lastYear, holidays);
}

describe('deadlines of record', () => {
  test.each([
    ['2027-01-05', '2026-12-21', '2026-12-23', '2026-12-22'],
    ['2027-01-19', '2027-01-07', '2027-01-11', '2027-01-05'],
    ['2027-04-01', '2027-03-18', '2027-03-22', '2027-03-18'],
    ['2027-05-11', '2027-04-28', '2027-04-30', '2027-04-27'],
  ])('before %s: 7 clear working days %s, 5 clear %s, 14 days %s', (meeting, seven, five, fourteen) => {
    expect(given(meeting, chair).lastDay).toBe(seven);
    expect(given(meeting, fiveClear).lastDay).toBe(five);
    expect(given(meeting, partners).lastDay).toBe(fourteen);
  });

  test('R v Swansea ex parte Elitestone: Thursday 26 April 1990 leaves two clear days before Tuesday 1 May', () => {
    const holidays1990 = tableOf(1990, 1990, '1990-01-01', '1990-04-13', '1990-04-16', '1990-05-07', '1990-05-28');
    const deadline = given('1990-05-01', { ...chair, n: 2 }, holidays1990);
    expect(deadline.lastDay).toBe('1990-04-26');
    expect(deadline.counted).toEqual(['1990-04-27', '1990-04-30']);
    expect(deadline.words).toBe('27 and 30 April');
  });
});

describe('days counted', () => {
  test('are told in words', () => {
    expect(given('2027-01-19', chair).words).toBe('8, 11, 12, 13, 14, 15 and 18 January');
    expect(given('2027-01-05', chair).words).toBe('22, 23, 24, 29, 30 and 31 December, and 4 January');
    expect(given('2027-01-05', partners).words).toBe('22 December to 4 January');
    expect(given('2027-01-19', { ...chair, n: 1 }).words).toBe('18 January');
    expect(given('2027-01-19', { ...partners, n: 1 }).words).toBe('18 January');
    expect(given('2027-01-19', { ...chair, n: 0 }).words).toBe('');
    expect(given('2027-02-02', { ...chair, n: 25 }).words).toBe(
      '24, 29, 30 and 31 December, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28 and 29 January, and 1 February',
    );
  });

  test('leave out closures of the office', () => {
    const closed: Rule = { ...chair, closures: days('2026-12-29', '2026-12-30', '2026-12-31', '2026-12-21') };
    const deadline = given('2027-01-05', closed);
    expect(deadline.words).toBe('16, 17, 18, 22, 23 and 24 December, and 4 January');
    expect(deadline.lastDay).toBe('2026-12-15');
  });

  test('are those of the nation', () => {
    expect(given('2027-01-05', { ...chair, nation: 'scotland' }).words).toBe('21, 22, 23, 24, 29, 30 and 31 December');
    expect(given('2026-06-16', { ...chair, n: 1, nation: 'scotland' }).words).toBe('12 June');
    expect(given('2026-06-16', { ...chair, n: 1 }).words).toBe('15 June');
    expect(given('2026-07-14', { ...chair, n: 1, nation: 'northern-ireland' }).words).toBe('10 July');
  });

  test('take the leap day and the days of clock changes as they come', () => {
    expect(given('2028-03-01', { ...chair, n: 1 }).words).toBe('29 February');
    expect(given('2028-03-14', partners).lastDay).toBe('2028-02-29');
    expect(given('2027-03-30', { ...partners, n: 2 }).lastDay).toBe('2027-03-28');
    expect(given('2027-11-02', { ...chair, n: 2 }).words).toBe('29 October and 1 November');
  });
});

describe('the ways of counting', () => {
  test('clear days leave a whole day more than days that are not clear', () => {
    expect(given('2027-01-20', { ...chair, n: 5, clear: false }).lastDay).toBe('2027-01-13');
    expect(given('2027-01-20', { ...chair, n: 5, clear: true }).lastDay).toBe('2027-01-12');
    expect(given('2027-01-20', { ...partners, n: 5, clear: false }).lastDay).toBe('2027-01-15');
    expect(given('2027-01-20', { ...partners, n: 5, clear: true }).lastDay).toBe('2027-01-14');
  });

  test('a last day that is no working day goes back, or stands', () => {
    const monday = '2027-01-11';
    expect(given(monday, partners)).toMatchObject({ lastDay: '2026-12-28', rolledFrom: null });
    expect(given(monday, { ...partners, roll: 'back' })).toMatchObject({
      lastDay: '2026-12-24',
      rolledFrom: '2026-12-28',
    });
    expect(given('2027-05-11', { ...fiveClear, roll: 'none' }).lastDay).toBe('2027-05-03');
  });

  test('no days at all is the day itself, or the working day before it', () => {
    expect(given('2027-01-19', { ...partners, n: 0 }).lastDay).toBe('2027-01-19');
    expect(given('2027-01-04', { ...chair, n: 0 }).lastDay).toBe('2026-12-31');
  });
});

describe('holidays that are not known', () => {
  test('refuse the deadline and name the year', () => {
    const refusal = { type: 'MissingHolidays', nation: 'england-and-wales', year: 2029 };
    expect(deadlineOf(civilDate('2029-01-10'), chair)).toEqual({ ok: false, refusal });
    expect(deadlineOf(civilDate('2023-01-10'), chair)).toEqual({ ok: false, refusal: { ...refusal, year: 2022 } });
    expect(missingHolidaysInWords({ type: 'MissingHolidays', nation: 'england-and-wales', year: 2029 })).toContain(
      'the bank holidays of 2029 for England and Wales',
    );
  });

  test('matter only where the count needs them', () => {
    // Monday 1 January 2029: every day before it is of 2028.
    expect(given('2029-01-01', chair).lastDay).toBe('2028-12-18');
    // Tuesday 2 January 2029 needs to know whether the Monday is a holiday.
    expect(deadlineOf(civilDate('2029-01-02'), chair).ok).toBe(false);
    // Days counted by the calendar need no holidays, unless the last day must be a working day.
    expect(given('2035-06-20', partners).lastDay).toBe('2035-06-06');
    expect(deadlineOf(civilDate('2035-06-20'), { ...partners, roll: 'back' }).ok).toBe(false);
    // A closure is no working day whatever the bank holidays are.
    expect(given('2029-01-02', { ...chair, closures: days('2029-01-01') }).lastDay).toBe('2028-12-18');
    expect(isWorkingDay(civilDate('2029-01-06'), workingCalendar('scotland', []))).toEqual({ ok: true, value: false });
  });

  test('may be the expected ones, and then the deadline says so', () => {
    const asked = publishedAndExpectedHolidays('england-and-wales', 2030);
    expect(given('2029-01-10', chair, asked)).toMatchObject({ lastDay: '2028-12-28', expectedYears: [2029] });
    expect(given('2028-06-13', chair, asked).expectedYears).toEqual([]);
    expect(given('2029-01-10', { ...partners, roll: 'back' }, asked).expectedYears).toEqual([]);
    expect(given('2029-01-10', partners, asked).expectedYears).toEqual([]);
    expect(given('2029-01-30', { ...partners, roll: 'back' }, asked).expectedYears).toEqual([2029]);
    expect(deadlineOf(civilDate('2031-06-10'), chair, asked).ok).toBe(false);
  });

  test('are refused, not crashed upon, at the first days there are', () => {
    for (const rule of [chair, partners, { ...chair, n: 0, roll: 'none' as const }]) {
      expect(deadlineOf(civilDate('1900-01-01'), rule).ok).toBe(false);
    }
  });
});

describe('a slower statement of the rules', () => {
  const day = 86_400_000;
  const time = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const text = (at: number) => new Date(at).toISOString().slice(0, 10);

  interface Judged {
    readonly rule: Rule;
    readonly holidays: HolidayTable;
  }

  function isWorking(at: number, { rule, holidays }: Judged): boolean {
    const weekday = new Date(at).getUTCDay();
    const date = civilDate(text(at));
    return weekday !== 0 && weekday !== 6 && !holidays.days.has(date) && !rule.closures.includes(date);
  }

  /** Whether handing in on a day gives the meeting the notice that the rule asks: day by day, forwards. */
  function givesNotice(from: number, meeting: number, judged: Judged): boolean {
    const { n, unit, clear, roll } = judged.rule;
    let count = 0;
    for (let at = clear ? from + day : from; at < meeting; at += day) {
      if (unit === 'calendar' || isWorking(at, judged)) count += 1;
    }
    return count >= n && (roll === 'none' || isWorking(from, judged));
  }

  const spans = fc
    .integer({ min: time('2026-03-01') / day, max: time('2028-12-31') / day })
    .map((index) => index * day);
  const rules = fc.record({
    n: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom('calendar' as const, 'working' as const),
    clear: fc.boolean(),
    nation: fc.constantFrom(...nations),
    closures: fc.array(
      spans.map((at) => civilDate(text(at))),
      { maxLength: 60 },
    ),
    roll: fc.constantFrom('back' as const, 'none' as const),
  });

  test('agrees on the last day: the latest that still gives the notice', () => {
    fc.assert(
      fc.property(spans, rules, (meeting, rule) => {
        const judged = { rule, holidays: publishedHolidays(rule.nation) };
        let latest = rule.clear ? meeting - day : meeting;
        while (!givesNotice(latest, meeting, judged)) latest -= day;
        expect(given(text(meeting), rule).lastDay).toBe(text(latest));
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees on the days counted: the last n before the meeting', () => {
    fc.assert(
      fc.property(spans, rules, (meeting, rule) => {
        const judged = { rule, holidays: publishedHolidays(rule.nation) };
        const { counted } = given(text(meeting), rule);
        const before = Array.from({ length: 200 }, (_, index) => meeting - (200 - index) * day);
        const countable = rule.unit === 'working' ? before.filter((at) => isWorking(at, judged)) : before;
        expect(counted).toEqual(rule.n === 0 ? [] : countable.slice(-rule.n).map(text));
      }),
      { numRuns: 500 },
    );
  });

  test('agrees whatever days are holidays', () => {
    const holidays = fc.array(spans.map(text), { maxLength: 200 }).map((dates) => tableOf(2025, 2028, ...dates));
    fc.assert(
      fc.property(spans, rules, holidays, (meeting, drawn, table) => {
        const rule = { ...drawn, nation: 'england-and-wales' as const };
        const judged = { rule, holidays: table };
        let latest = rule.clear ? meeting - day : meeting;
        while (!givesNotice(latest, meeting, judged)) latest -= day;
        expect(given(text(meeting), rule, table).lastDay).toBe(text(latest));
      }),
      { numRuns: 500 },
    );
  });
});

test('counts clear working days without a rule too', () => {
  const found = clearWorkingDaysBefore(civilDate('2027-01-05'), 7, workingCalendar('england-and-wales', []));
  expect(found).toMatchObject({ ok: true, value: { lastDay: '2026-12-21' } });
  expect(found.ok && found.value.counted).toHaveLength(7);
  expect(found.ok && found.value.counted[0]).toBe(addDays(civilDate('2026-12-21'), 1));
});

test('a rule is read from foreign data only when it is one', () => {
  expect(aRule(structuredClone(chair))).toEqual({ ok: true, value: chair });
  expect(aRule({ ...chair, n: -1 })).toMatchObject({ refusal: { at: 'n' } });
  expect(aRule({ ...chair, n: 2.5 }).ok).toBe(false);
  expect(aRule({ ...chair, nation: 'wales' })).toMatchObject({ refusal: { at: 'nation' } });
  expect(aRule({ ...chair, closures: ['2027-02-30'] })).toMatchObject({ refusal: { at: 'closures.0' } });
});
