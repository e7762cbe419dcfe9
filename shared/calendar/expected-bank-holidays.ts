/**
 * The bank holidays a later year is expected to have, by the law and custom of today.
 *
 * Nobody can compute a day proclaimed for one year only (a coronation, a jubilee), nor a holiday moved by proclamation.
 * So these days are marked `expected` and are used only when the officer asks for them.
 *
 * Sources: Banking and Financial Dealings Act 1971, section 1 and schedule 1; St Andrew's Day Bank Holiday (Scotland)
 * Act 2007; the yearly proclamations under section 1, which have moved weekend holidays alike since 1974.
 */
import { addDays, dayMonthYear, isWeekend, weekdayOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { BankHoliday, Nation } from './bank-holiday.ts';

/**
 * The full moon that Easter follows, as [month, day], by the year's place in the cycle of 19 years: the table of the Book
 * of Common Prayer, which the Calendar (New Style) Act 1750 made law, as it stands for the years 1900 to 2199.
 */
const easterMoons: ReadonlyArray<readonly [month: number, day: number]> = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
];

/** The last year that the table of Easter moons, and so this file, can tell. */
export const lastExpectedYear = 2199;

function day(year: number, month: number, dayOfMonth: number): CivilDate {
  const date = dayMonthYear(year, month, dayOfMonth);
  if (date === null) throw new Error(`no such day: ${year}-${month}-${dayOfMonth}`);
  return date;
}

/** Easter Sunday: the first Sunday after the Easter moon. Years 1900 to 2199. */
export function easterSunday(year: number): CivilDate {
  const moon = easterMoons[year % 19];
  if (moon === undefined || year < 1900 || year > lastExpectedYear) throw new Error(`Easter is not told for ${year}`);
  return firstOnOrAfter('Sunday', addDays(day(year, ...moon), 1));
}

function firstOnOrAfter(weekday: 'Monday' | 'Sunday', date: CivilDate): CivilDate {
  let found = date;
  while (weekdayOf(found) !== weekday) found = addDays(found, 1);
  return found;
}

function firstMonday(year: number, month: number): CivilDate {
  return firstOnOrAfter('Monday', day(year, month, 1));
}

/** Of May or August, the only months asked for: they have 31 days, so the last Monday is the first from the 25th on. */
function lastMonday(year: number, month: 5 | 8): CivilDate {
  return firstOnOrAfter('Monday', day(year, month, 25));
}

function expected(date: CivilDate, name: string): BankHoliday {
  return { date, name, substitute: false, standing: 'expected' };
}

/** Days of fixed date: each that falls on a weekend, or on a day already given away, goes to the next day that is free. */
function moved(days: ReadonlyArray<readonly [date: CivilDate, name: string]>): ReadonlyArray<BankHoliday> {
  const taken: BankHoliday[] = [];
  for (const [fixed, name] of days) {
    let date = fixed;
    while (isWeekend(date) || taken.some((other) => other.date === date)) date = addDays(date, 1);
    taken.push({ ...expected(date, name), substitute: date !== fixed });
  }
  return taken;
}

function newYear(nation: Nation, year: number): ReadonlyArray<BankHoliday> {
  const first = [day(year, 1, 1), 'New Year’s Day'] as const;
  return moved(nation === 'scotland' ? [first, [day(year, 1, 2), '2nd January']] : [first]);
}

function christmas(year: number): ReadonlyArray<BankHoliday> {
  const christmasDay = [day(year, 12, 25), 'Christmas Day'] as const;
  const boxingDay = [day(year, 12, 26), 'Boxing Day'] as const;
  // When Christmas Day is a Sunday, Boxing Day keeps its Monday and Christmas Day goes to the Tuesday.
  return moved(weekdayOf(christmasDay[0]) === 'Sunday' ? [boxingDay, christmasDay] : [christmasDay, boxingDay]);
}

/** The bank holidays to expect in one year, the earliest first. Years 1978 (the first with all of them) to 2199. */
export function expectedHolidays(nation: Nation, year: number): ReadonlyArray<BankHoliday> {
  const easter = easterSunday(year);
  const inScotland = nation === 'scotland';
  const inNorthernIreland = nation === 'northern-ireland';
  return [
    ...newYear(nation, year),
    ...(inNorthernIreland ? moved([[day(year, 3, 17), 'St Patrick’s Day']]) : []),
    expected(addDays(easter, -2), 'Good Friday'),
    ...(inScotland ? [] : [expected(addDays(easter, 1), 'Easter Monday')]),
    expected(firstMonday(year, 5), 'Early May bank holiday'),
    expected(lastMonday(year, 5), 'Spring bank holiday'),
    ...(inNorthernIreland ? moved([[day(year, 7, 12), 'Battle of the Boyne (12 July)']]) : []),
    expected(inScotland ? firstMonday(year, 8) : lastMonday(year, 8), 'Summer bank holiday'),
    ...(inScotland ? moved([[day(year, 11, 30), 'St Andrew’s Day']]) : []),
    ...christmas(year),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
