import { addDays, isWeekend, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { nationInWords, type Nation } from './bank-holiday.ts';
import { publishedHolidays, type HolidayTable } from './holiday-table.ts';

/** What a body counts by: the nation's bank holidays and the days its own office is closed. */
export interface WorkingCalendar {
  readonly holidays: HolidayTable;
  readonly closures: ReadonlySet<CivilDate>;
}

/** The bank holidays of a year that the count needs are not known, so that no date can be told. */
export interface MissingHolidays {
  readonly type: 'MissingHolidays';
  readonly nation: Nation;
  readonly year: number;
}

/** Days counted back from a meeting. */
export interface CountedDays {
  /** The last day on which the thing may be done: a working day. */
  readonly lastDay: CivilDate;
  /** The days that were counted, the earliest first; neither `lastDay` nor the day of the meeting is among clear days. */
  readonly counted: ReadonlyArray<CivilDate>;
}

/** The calendar of a nation and of a body's closure days, with the published bank holidays unless others are given. */
export function workingCalendar(
  nation: Nation,
  closures: Iterable<CivilDate>,
  holidays: HolidayTable = publishedHolidays(nation),
): WorkingCalendar {
  return { holidays, closures: new Set(closures) };
}

/**
 * Whether a day is neither weekend, nor bank holiday, nor closure. Refused for a weekday of a year whose bank holidays are
 * not known; a weekend or closure of such a year is no working day whatever they are.
 */
export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar): Result<boolean, MissingHolidays> {
  if (isWeekend(date) || calendar.closures.has(date)) return ok(false);
  const { nation, firstYear, lastYear, days } = calendar.holidays;
  const year = yearOf(date);
  if (year < firstYear || year > lastYear) return refuse({ type: 'MissingHolidays', nation, year });
  return ok(!days.has(date));
}

/** The day itself when it is a working day, else the last one before it. */
export function workingDayOnOrBefore(date: CivilDate, calendar: WorkingCalendar): Result<CivilDate, MissingHolidays> {
  let day = date;
  for (;;) {
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return working;
    if (working.value) return ok(day);
    day = addDays(day, -1);
  }
}

/** The `count` working days before a day (which is not among them), the earliest first. */
export function workingDaysBefore(
  date: CivilDate,
  count: number,
  calendar: WorkingCalendar,
): Result<ReadonlyArray<CivilDate>, MissingHolidays> {
  const counted: CivilDate[] = [];
  let day = date;
  while (counted.length < count) {
    const found = workingDayOnOrBefore(addDays(day, -1), calendar);
    if (!found.ok) return found;
    day = found.value;
    counted.push(day);
  }
  return ok(counted.toReversed());
}

/**
 * The last working day that leaves `count` clear working days before a meeting: neither that day nor the day of the
 * meeting is counted (R v Swansea City Council ex parte Elitestone, Court of Appeal 1993).
 */
export function clearWorkingDaysBefore(
  meeting: CivilDate,
  count: number,
  calendar: WorkingCalendar,
): Result<CountedDays, MissingHolidays> {
  const counted = workingDaysBefore(meeting, count, calendar);
  if (!counted.ok) return counted;
  const lastDay = workingDayOnOrBefore(addDays(counted.value[0] ?? meeting, -1), calendar);
  return lastDay.ok ? ok({ lastDay: lastDay.value, counted: counted.value }) : lastDay;
}

/** What the officer is told when the bank holidays of a year are not known. */
export function missingHolidaysInWords({ nation, year }: MissingHolidays): string {
  return (
    `No deadline can be given: Packhorse does not have the bank holidays of ${year} for ${nationInWords(nation)}. ` +
    'Nothing you entered is lost. Update Packhorse once they are published, or count with the expected ones.'
  );
}
