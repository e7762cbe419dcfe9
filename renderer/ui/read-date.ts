/**
 * Reads a day as British officers write it: `10/12/26`, `10 Dec`, `next Thu`, or pasted from Excel, Outlook or an ISO source.
 *
 * The day comes before the month. Without a year it is the coming one, today included. A weekday alone is the coming one,
 * today included; with “next” it is the first after today. What cannot be a day is said in words, so that it can be mended.
 */
import {
  addDays,
  dayMonthYear,
  firstYear,
  lastYear,
  weekdayOf,
  withYear,
  yearOf,
  type CivilDate,
} from '#shared/kernel/civil-date.ts';
import type { Reading } from './reading.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `text` as typed or pasted; `today` decides what `tomorrow` and a missing year mean. */
export function readDate(text: string, today: CivilDate): Reading<CivilDate> {
  const typed = text.replace(/[\s\u00a0]+/g, ' ').trim();
  if (typed === '') return { type: 'empty' };
  const plain = withoutTimeOfDay(typed.toLowerCase().replace(/^["'“‘]+|["'”’.,]+$/g, '')).replace(/\bthe /, '');
  return (
    readWord(plain, today) ??
    readWeekday(plain, today) ??
    readSpan(plain, today) ??
    readCompact(plain, typed) ??
    readFigures(plain, typed, today) ??
    readMonthName(plain, typed, today) ??
    fault(`“${shortened(typed)}” is not a date we can read. Write it like 10/12/26 or 10 December 2026.`)
  );
}

function readWord(plain: string, today: CivilDate): Reading<CivilDate> | null {
  switch (plain) {
    case 'today':
      return found(today);
    case 'tomorrow':
      return found(addDays(today, 1));
    case 'yesterday':
      return found(addDays(today, -1));
    default:
      return null;
  }
}

function readWeekday(plain: string, today: CivilDate): Reading<CivilDate> | null {
  const match = /^(?:(next|this|coming|on|last) )?([a-z]+)$/.exec(plain);
  const wanted = match === null ? -1 : indexOfName(weekdayNames, match[2]);
  if (match === null || wanted < 0) return null;
  const ahead = (wanted - weekdayNumber(today) + 7) % 7;
  if (match[1] === 'last') return found(addDays(today, ahead - 7));
  return found(addDays(today, match[1] === 'next' && ahead === 0 ? 7 : ahead));
}

function readSpan(plain: string, today: CivilDate): Reading<CivilDate> | null {
  const match = /^(?:in )?(\d{1,3}|a) (day|week)s?( ago| time|)$/.exec(plain);
  if (match === null) return null;
  const count = (match[1] === 'a' ? 1 : Number(match[1])) * (match[2] === 'week' ? 7 : 1);
  return found(addDays(today, match[3] === ' ago' ? -count : count));
}

/** `20261210`, and the number Excel keeps for a day: days since 30 December 1899. */
function readCompact(plain: string, typed: string): Reading<CivilDate> | null {
  if (/^\d{8}$/.test(plain)) {
    return dayOf(Number(plain.slice(6)), Number(plain.slice(4, 6)), Number(plain.slice(0, 4)), typed);
  }
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const excelDays = Math.floor(Number(plain));
    const excelDayOne = dayMonthYear(1900, 1, 1);
    if (excelDayOne !== null && excelDays > 60) return found(addDays(excelDayOne, excelDays - 2));
  }
  return null;
}

function readFigures(plain: string, typed: string, today: CivilDate): Reading<CivilDate> | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return dayOf(Number(iso[3]), Number(iso[2]), Number(iso[1]), typed);
  const figures = /^(?:([a-z]+),? )?(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?$/.exec(plain);
  if (figures === null) return null;
  return onWeekday(figures[1], withYearFound(Number(figures[2]), Number(figures[3]), figures[4], typed, today), typed);
}

function readMonthName(plain: string, typed: string, today: CivilDate): Reading<CivilDate> | null {
  const dayFirst = /^(?:([a-z]+),? )?(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]+)[.,]?[ -]?(\d{4}|'?\d{2})?$/.exec(
    plain,
  );
  const monthFirst = /^(?:([a-z]+),? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}|'?\d{2}))?$/.exec(plain);
  const [weekday, day, name, year] =
    dayFirst !== null
      ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
      : [monthFirst?.[1], monthFirst?.[3], monthFirst?.[2], monthFirst?.[4]];
  const month = indexOfName(monthNames, name) + 1;
  if (month === 0) return null;
  return onWeekday(weekday, withYearFound(Number(day), month, year?.replace("'", ''), typed, today), typed);
}

/** Without a year: the coming day of that name, today included. */
function withYearFound(
  day: number,
  month: number,
  year: string | undefined,
  typed: string,
  today: CivilDate,
): Reading<CivilDate> {
  if (year !== undefined) return dayOf(day, month, year.length === 2 ? centuryOf(Number(year)) : Number(year), typed);
  const thisYear = dayMonthYear(yearOf(today), month, day);
  return dayOf(day, month, yearOf(today) + (thisYear !== null && thisYear < today ? 1 : 0), typed);
}

/** Two figures mean 1980 to 2079. */
function centuryOf(year: number): number {
  return year >= 80 ? 1900 + year : 2000 + year;
}

function dayOf(day: number, month: number, year: number, typed: string): Reading<CivilDate> {
  const date = dayMonthYear(year, month, day);
  if (date !== null) return found(date);
  const not = `${shortened(typed)} is not a date.`;
  if (year < firstYear || year > lastYear) return fault(`${not} The year must be from ${firstYear} to ${lastYear}.`);
  const monthName = monthNames[month - 1];
  if (monthName === undefined) {
    return month > 12 && month <= 31 && day >= 1 && day <= 12
      ? fault(`${not} There is no month ${month}. Write the day first: ${month}/${day}/${year}.`)
      : fault(`${not} Months go from 1 to 12.`);
  }
  const title = monthName.charAt(0).toUpperCase() + monthName.slice(1);
  return fault(`${not} ${title} ${year} has ${lengthOf(year, month)} days.`);
}

function lengthOf(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => dayMonthYear(year, month, day) !== null) ?? 0;
}

/** A weekday written beside the day must be the right one, for one of the two is a slip. */
function onWeekday(weekday: string | undefined, reading: Reading<CivilDate>, typed: string): Reading<CivilDate> | null {
  if (weekday === undefined) return reading;
  const wanted = indexOfName(weekdayNames, weekday);
  if (wanted < 0) return null;
  if (reading.type !== 'value' || weekdayNumber(reading.value) === wanted) return reading;
  return fault(`${shortened(typed)}: ${withYear(reading.value)} is a ${weekdayOf(reading.value)}. Check the day.`);
}

function weekdayNumber(date: CivilDate): number {
  return weekdayNames.findIndex((name) => name === weekdayOf(date).toLowerCase());
}

/** The name that begins so, from three letters on: `dec`, `sept`, `thurs`. */
function indexOfName(names: ReadonlyArray<string>, begun: string | undefined): number {
  if (begun === undefined || begun.length < 3) return -1;
  return names.findIndex((name) => name.startsWith(begun));
}

/** Excel and databases put midnight after a day; the time of day is left out. */
function withoutTimeOfDay(plain: string): string {
  return plain.replace(/(?<=\d)(?:t|,? )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$/, '');
}

function shortened(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 39)}…` : typed;
}

function found(date: CivilDate): Reading<CivilDate> {
  return { type: 'value', value: date };
}

function fault(words: string): Reading<CivilDate> {
  return { type: 'fault', words };
}
