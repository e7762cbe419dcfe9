/**
 * A day in a spreadsheet. Days are read as `2026-11-30`, `30/11/2026` or `30 November 2026` and in no other way: a month that comes first
 * would be guessed, and half of all guesses would be wrong without anybody seeing it.
 */
import { addDays, civilDate, dayMonthYear, isCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export type DayFault =
  | { readonly type: 'NotADay'; readonly text: string }
  /** `11/30/2026`: a month first, as in the United States. */
  | { readonly type: 'MonthFirst'; readonly text: string }
  /** Of a year before 2000, or more than ten years ahead. */
  | { readonly type: 'YearOutOfReach'; readonly text: string };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** By which Excel counts the first day of 2000. */
const excelOf2000 = 36_526;

/** @param latest the last day that can be meant */
export function readDay(text: string, latest: CivilDate): Result<CivilDate, DayFault> {
  const said = text.trim();
  const day = dayIn(said);
  if (day === 'MonthFirst') return refuse({ type: 'MonthFirst', text: said });
  if (day === null) return refuse({ type: 'NotADay', text: said });
  return day < '2000-01-01' || day > latest ? refuse({ type: 'YearOutOfReach', text: said }) : ok(day);
}

function dayIn(said: string): CivilDate | 'MonthFirst' | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(said)?.[1];
  if (iso !== undefined) return isCivilDate(iso) ? iso : null;
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said);
  if (numbers !== null) {
    const [day, month, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return dayMonthYear(year, month, day) ?? (dayMonthYear(year, day, month) === null ? null : 'MonthFirst');
  }
  const named = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(said);
  if (named !== null) {
    const month = months.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? null : dayMonthYear(Number(named[3]), month, Number(named[1]));
  }
  // A day that lost its format is the number by which Excel counts it.
  return /^\d{5}$/.test(said) ? excelDay(Number(said)) : null;
}

function excelDay(count: number): CivilDate | null {
  return count < excelOf2000 ? null : addDays(civilDate('2000-01-01'), count - excelOf2000);
}
