/**
 * A calendar day, such as the day of a meeting: no time, no zone, and the same day on every machine.
 *
 * All arithmetic is on whole days of the Gregorian calendar, so that no clock change and no zone can move a deadline.
 */
import { aTextLike, type Decode } from './decode.ts';

declare const civil: unique symbol;

/** A day that exists, written `YYYY-MM-DD`, from 1900 to 2200. Written so, days sort as text. */
export type CivilDate = string & { readonly [civil]: true };

export type Weekday = (typeof weekdays)[number];

export const firstYear = 1900;
export const lastYear = 2200;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

interface Parts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function isDay({ year, month, day }: Parts): boolean {
  return (
    [year, month, day].every(Number.isInteger) &&
    year >= firstYear &&
    year <= lastYear &&
    day >= 1 &&
    day <= lengthOfMonth(year, month)
  );
}

function partsOf(text: string): Parts {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function written({ year, month, day }: Parts): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`: `2027-02-29` is not. */
export function isCivilDate(text: string): text is CivilDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(partsOf(text));
}

/** The day written so in our own source. What people type goes through `dayMonthYear`, what files hold through `aCivilDate`. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`not a day from ${firstYear} to ${lastYear}: ${text}`);
  return text;
}

export const aCivilDate: Decode<CivilDate> = aTextLike<CivilDate>(isCivilDate, 'a day as YYYY-MM-DD');

/** The day with these numbers, months counted from 1; `null` when there is no such day, as 31 February. */
export function dayMonthYear(year: number, month: number, day: number): CivilDate | null {
  const parts = { year, month, day };
  return isDay(parts) ? written(parts) : null;
}

/**
 * Days since 1 March of the year 0. Years are counted from March, so that the leap day is the last of its year and the
 * months before it have lengths that one straight line, (153 m + 2) / 5, gives exactly.
 */
function dayNumber({ year, month, day }: Parts): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

const daysIn400Years = 146_097;

function partsOfDayNumber(number: number): Parts {
  const cycle = Math.floor(number / daysIn400Years);
  const dayOfCycle = number - cycle * daysIn400Years;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / (daysIn400Years - 1))) /
      365,
  );
  const dayOfYear = dayOfCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The day `count` days later, or earlier when negative. To leave the years 1900 to 2200 is a fault. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return civilDate(written(partsOfDayNumber(dayNumber(partsOf(date)) + count)));
}

/** The same day `count` months later, or the last day of that month where it is shorter: 31 January gives 28 February. */
export function addMonths(date: CivilDate, count: number): CivilDate {
  const from = partsOf(date);
  const monthsSinceYear0 = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = monthsSinceYear0 - year * 12 + 1;
  return civilDate(written({ year, month, day: Math.min(from.day, lengthOfMonth(year, month)) }));
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(partsOf(to)) - dayNumber(partsOf(from));
}

export function weekdayOf(date: CivilDate): Weekday {
  // 1 March of the year 0 was a Wednesday.
  const weekday = weekdays[(dayNumber(partsOf(date)) + 2) % 7];
  if (weekday === undefined) throw new Error(`not a day: ${date}`);
  return weekday;
}

export function isWeekend(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 'Saturday' || weekday === 'Sunday';
}

/** For sorting, the earliest first. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isBefore(a: CivilDate, b: CivilDate): boolean {
  return a < b;
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

/** 1 to 12. */
export function monthOf(date: CivilDate): number {
  return partsOf(date).month;
}

/** 1 to 31. */
export function dayOfMonth(date: CivilDate): number {
  return partsOf(date).day;
}

/** `December` */
export function monthInWords(date: CivilDate): string {
  return months[monthOf(date) - 1] ?? '';
}

/** `Thursday 10 December 2026` */
export function inWords(date: CivilDate): string {
  return `${weekdayOf(date)} ${withYear(date)}`;
}

/** `Thu 10 Dec` */
export function inShortWords(date: CivilDate): string {
  return `${weekdayOf(date).slice(0, 3)} ${dayOfMonth(date)} ${monthInWords(date).slice(0, 3)}`;
}

/** `10 December 2026` */
export function withYear(date: CivilDate): string {
  return `${dayOfMonth(date)} ${monthInWords(date)} ${yearOf(date)}`;
}
