import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aCivilDate,
  addDays,
  addMonths,
  civilDate,
  compareDates,
  dayMonthYear,
  daysBetween,
  inShortWords,
  inWords,
  isBefore,
  isCivilDate,
  weekdayOf,
  withYear,
  yearOf,
  type CivilDate,
} from '#shared/kernel/civil-date.ts';

const millisecondsInADay = 86_400_000;

/** The judge: the machine's own calendar in UTC, which shares no line with the code it judges. */
const judge = {
  write: (time: number) => new Date(time).toISOString().slice(0, 10),
  read: (text: string) => Date.parse(`${text}T00:00:00Z`),
};

const first = judge.read('1900-01-01');
const last = judge.read('2200-12-31');

const days = fc
  .integer({ min: 0, max: (last - first) / millisecondsInADay })
  .map((index) => civilDate(judge.write(first + index * millisecondsInADay)));

describe('what is a day', () => {
  test('knows every day from 1900 to 2200 and its weekday, one by one', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    let walked: CivilDate = civilDate('1900-01-01');
    let wrong = 0;
    for (let time = first; time <= last; time += millisecondsInADay) {
      const text = judge.write(time);
      if (walked !== text || !isCivilDate(text) || weekdayOf(walked) !== names[new Date(time).getUTCDay()]) wrong += 1;
      if (time < last) walked = addDays(walked, 1);
    }
    expect(wrong).toBe(0);
    expect(walked).toBe('2200-12-31');
  });

  test.each([
    '2027-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow('not a day');
    expect(aCivilDate(text).ok).toBe(false);
  });

  test('takes foreign data only when it is a day', () => {
    expect(aCivilDate('2028-02-29')).toEqual({ ok: true, value: '2028-02-29' });
    expect(aCivilDate(20_280_229).ok).toBe(false);
    expect(aCivilDate(null)).toEqual({
      ok: false,
      refusal: { type: 'NotAsExpected', at: '', expected: 'a day as YYYY-MM-DD' },
    });
  });

  test('makes a day of three numbers, or says there is none', () => {
    expect(dayMonthYear(2026, 12, 10)).toBe('2026-12-10');
    expect(dayMonthYear(2028, 2, 29)).toBe('2028-02-29');
    for (const [year, month, day] of [
      [2026, 2, 31],
      [2027, 2, 29],
      [2026, 13, 1],
      [2026, 0, 1],
      [2026, 1, 0],
      [2026, 1.5, 1],
      [2026, 1, 1.5],
      [Number.NaN, 1, 1],
      [26, 1, 1],
    ] as const) {
      expect(dayMonthYear(year, month, day), `${year} ${month} ${day}`).toBeNull();
    }
  });

  test('agrees with the machine on any three numbers', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: -2, max: 15 }),
      fc.integer({ min: -2, max: 34 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const stands =
          date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2200
            ? date.toISOString().slice(0, 10)
            : null;
        expect(dayMonthYear(year, month, day)).toBe(stands);
      }),
    );
  });
});

describe('arithmetic', () => {
  test('adds and counts days as the machine does', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const count = (judge.read(to) - judge.read(from)) / millisecondsInADay;
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(from, count)).toBe(to);
        expect(compareDates(from, to)).toBe(0 - Math.sign(count));
        expect(isBefore(from, to)).toBe(count > 0);
        expect(yearOf(from)).toBe(new Date(judge.read(from)).getUTCFullYear());
      }),
    );
  });

  test('takes clock changes and leap days for ordinary days', () => {
    expect(addDays(civilDate('2027-03-27'), 1)).toBe('2027-03-28');
    expect(addDays(civilDate('2027-03-28'), 1)).toBe('2027-03-29');
    expect(daysBetween(civilDate('2027-10-30'), civilDate('2027-11-01'))).toBe(2);
    expect(addDays(civilDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(civilDate('2100-02-28'), 1)).toBe('2100-03-01');
    expect(addDays(civilDate('2028-03-01'), -1)).toBe('2028-02-29');
  });

  test('adds months and stays inside the month it reaches', () => {
    expect(addMonths(civilDate('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(civilDate('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(civilDate('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(civilDate('2026-12-15'), 1)).toBe('2027-01-15');
    expect(addMonths(civilDate('2027-01-15'), -1)).toBe('2026-12-15');
    expect(addMonths(civilDate('2027-03-31'), -13)).toBe('2026-02-28');
    const inside = fc
      .integer({
        min: judge.read('1930-01-01') / millisecondsInADay,
        max: judge.read('2170-01-01') / millisecondsInADay,
      })
      .map((number) => civilDate(judge.write(number * millisecondsInADay)));
    fc.assert(
      fc.property(inside, fc.integer({ min: -300, max: 300 }), (date, count) => {
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
        const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0));
        lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
        expect(addMonths(date, count)).toBe(lastOfMonth.toISOString().slice(0, 10));
      }),
    );
  });

  test('never makes a day outside its years, nor between two days', () => {
    expect(() => addDays(civilDate('1900-01-01'), -1)).toThrow('not a day');
    expect(() => addDays(civilDate('2200-12-31'), 1)).toThrow('not a day');
    expect(() => addDays(civilDate('2026-01-01'), 0.5)).toThrow('not a day');
    expect(() => addMonths(civilDate('2200-12-31'), 1)).toThrow('not a day');
    expect(() => addDays(civilDate('2026-01-01'), Number.NaN)).toThrow('not a day');
  });
});

describe('words', () => {
  test('are British', () => {
    expect(inWords(civilDate('2026-12-10'))).toBe('Thursday 10 December 2026');
    expect(inShortWords(civilDate('2026-12-10'))).toBe('Thu 10 Dec');
    expect(withYear(civilDate('2026-12-10'))).toBe('10 December 2026');
    expect(inWords(civilDate('2027-01-05'))).toBe('Tuesday 5 January 2027');
  });

  test('are those of the machine for every day', () => {
    const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
    fc.assert(
      fc.property(days, (date) => {
        expect(inWords(date)).toBe(long.format(judge.read(date)).replace(',', ''));
      }),
    );
  });
});
