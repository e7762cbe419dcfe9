import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nations, type BankHoliday, type Nation } from '#shared/calendar/bank-holiday.ts';
import { easterSunday, expectedHolidays } from '#shared/calendar/expected-bank-holidays.ts';
import { holidaysKnownUntil, publishedAndExpectedHolidays, publishedHolidays } from '#shared/calendar/holiday-table.ts';
import { civilDate, weekdayOf, yearOf } from '#shared/kernel/civil-date.ts';

/** Proclaimed for one year only: no rule foretells them. */
const onceOnly: Readonly<Record<Nation, ReadonlyArray<string>>> = {
  'england-and-wales': ['2023-05-08'],
  scotland: ['2023-05-08', '2026-06-15'],
  'northern-ireland': ['2023-05-08'],
};

function holidaysOf(nation: Nation): ReadonlyArray<BankHoliday> {
  return [...publishedHolidays(nation).days.values()];
}

function told({ date, name, substitute }: BankHoliday): string {
  return `${date} ${name}${substitute ? ' (substitute day)' : ''}`;
}

describe('published bank holidays', () => {
  test.each([
    ['england-and-wales', 8 * 6 + 1],
    ['scotland', 9 * 6 + 2],
    ['northern-ireland', 10 * 6 + 1],
  ] as const)('of %s are %i weekdays in order', (nation, count) => {
    const holidays = holidaysOf(nation);
    expect(holidays).toHaveLength(count);
    expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).toSorted());
    for (const { date, standing } of holidays) {
      expect(['Saturday', 'Sunday'], date).not.toContain(weekdayOf(date));
      expect(standing).toBe('published');
    }
  });

  test.each(nations)('of %s are what the law foretells, and the days proclaimed once', (nation) => {
    const holidays = holidaysOf(nation);
    const foretold = [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) => expectedHolidays(nation, year).map(told));
    const ordinary = holidays.filter(({ date }) => !onceOnly[nation].includes(date));
    expect(ordinary.map(told)).toEqual(foretold);
    expect(holidays.filter((holiday) => !ordinary.includes(holiday)).map(({ date }) => date)).toEqual(onceOnly[nation]);
  });

  test('tell the days that differ from nation to nation', () => {
    const nameOn = (nation: Nation, date: string) => publishedHolidays(nation).days.get(civilDate(date))?.name;
    expect(nameOn('england-and-wales', '2023-05-08')).toBe('Coronation bank holiday');
    expect(nameOn('scotland', '2026-06-15')).toBe('World Cup bank holiday');
    expect(nameOn('england-and-wales', '2026-06-15')).toBeUndefined();
    expect(nameOn('northern-ireland', '2026-06-15')).toBeUndefined();
    expect(nameOn('scotland', '2027-01-04')).toBe('2nd January');
    expect(nameOn('scotland', '2027-03-29')).toBeUndefined();
    expect(nameOn('scotland', '2027-08-02')).toBe('Summer bank holiday');
    expect(nameOn('northern-ireland', '2026-07-13')).toBe('Battle of the Boyne (12 July)');
    expect(publishedHolidays('england-and-wales').days.get(civilDate('2026-12-28'))).toEqual({
      date: '2026-12-28',
      name: 'Boxing Day',
      substitute: true,
      standing: 'published',
    });
  });

  test('are known to the end of 2028', () => {
    for (const nation of nations) expect(holidaysKnownUntil(nation)).toBe('2028-12-31');
  });
});

describe('expected bank holidays', () => {
  /** The judge: the arithmetic known as Meeus's, which uses no table. */
  function easterByArithmetic(year: number): string {
    const century = Math.floor(year / 100);
    const moon = (19 * (year % 19) + century - Math.floor(century / 4) - lunarCorrection(century) + 15) % 30;
    const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - ((year % 100) % 4)) % 7;
    const late = Math.floor(((year % 19) + 11 * moon + 22 * toSunday) / 451);
    const march22nd = Date.UTC(year, 2, 22);
    return new Date(march22nd + (moon + toSunday - 7 * late) * 86_400_000).toISOString().slice(0, 10);
  }

  function lunarCorrection(century: number): number {
    return Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  }

  test('have the right Easter in every year they can be asked for', () => {
    for (let year = 1900; year <= 2199; year += 1) expect(easterSunday(year), `${year}`).toBe(easterByArithmetic(year));
    expect([2024, 2025, 2035, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2035-03-25',
      '2038-04-25',
    ]);
    expect(() => easterSunday(2200)).toThrow('not told');
  });

  test('are as many as they should be, in order, on weekdays, in any year', () => {
    const counts = { 'england-and-wales': 8, scotland: 9, 'northern-ireland': 10 };
    fc.assert(
      fc.property(fc.constantFrom(...nations), fc.integer({ min: 1978, max: 2199 }), (nation, year) => {
        const dates = expectedHolidays(nation, year).map(({ date }) => date);
        expect(new Set(dates).size).toBe(counts[nation]);
        expect(dates).toEqual(dates.toSorted());
        expect(dates.every((date) => yearOf(date) === year)).toBe(true);
        expect(dates.map(weekdayOf).filter((weekday) => weekday.startsWith('S'))).toEqual([]);
      }),
    );
  });

  test('move holidays off a weekend as is the custom', () => {
    const around = (nation: Nation, year: number, month: string) =>
      expectedHolidays(nation, year)
        .filter(({ date }) => date.slice(5, 7) === month)
        .map(told);
    expect(around('england-and-wales', 2033, '12')).toEqual([
      '2033-12-26 Boxing Day',
      '2033-12-27 Christmas Day (substitute day)',
    ]);
    expect(around('england-and-wales', 2032, '12')).toEqual([
      '2032-12-27 Christmas Day (substitute day)',
      '2032-12-28 Boxing Day (substitute day)',
    ]);
    expect(around('scotland', 2033, '01')).toEqual([
      '2033-01-03 New Year’s Day (substitute day)',
      '2033-01-04 2nd January (substitute day)',
    ]);
    expect(around('scotland', 2034, '01')).toEqual([
      '2034-01-02 New Year’s Day (substitute day)',
      '2034-01-03 2nd January (substitute day)',
    ]);
  });

  test('follow the published ones only as far as asked, and are marked', () => {
    const table = publishedAndExpectedHolidays('scotland', 2030);
    expect([table.firstYear, table.lastYear]).toEqual([2023, 2030]);
    expect(table.days.get(civilDate('2028-12-26'))?.standing).toBe('published');
    expect(table.days.get(civilDate('2029-12-26'))?.standing).toBe('expected');
    expect(table.days.get(civilDate('2026-06-15'))?.name).toBe('World Cup bank holiday');
    expect(table.days.size).toBe(56 + 2 * 9);
    expect(publishedAndExpectedHolidays('scotland', 2025).lastYear).toBe(2028);
    expect(publishedAndExpectedHolidays('scotland', 2500).lastYear).toBe(2199);
  });
});
