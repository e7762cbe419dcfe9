/** The last day for doing something before a meeting, by a rule of the body that is kept as data. */
import {
  addDays,
  aCivilDate,
  civilDate,
  daysBetween,
  firstYear,
  isBefore,
  isWeekend,
  yearOf,
  type CivilDate,
} from '#shared/kernel/civil-date.ts';
import { aBoolean, aWholeNumber, listOf, objectOf, oneOf, type Decode } from '#shared/kernel/decode.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { aNation, type Nation } from './bank-holiday.ts';
import { eachDayInWords, unbrokenDaysInWords } from './days-in-words.ts';
import { publishedHolidays, type HolidayTable } from './holiday-table.ts';
import {
  clearWorkingDaysBefore,
  workingCalendar,
  workingDayOnOrBefore,
  workingDaysBefore,
  type CountedDays,
  type MissingHolidays,
  type WorkingCalendar,
} from './working-days.ts';

/** How many days before a meeting, and how they are counted: local practice varies, so the method is data. */
export interface Rule {
  /** Whole days, 0 to 366. */
  readonly n: number;
  readonly unit: 'calendar' | 'working';
  /** Clear days: neither the last day nor the day of the meeting counts. Otherwise the last day is the first one counted. */
  readonly clear: boolean;
  readonly nation: Nation;
  /** Days on which the body's office is closed though they are no bank holidays. */
  readonly closures: ReadonlyArray<CivilDate>;
  /** What becomes of a last day that is no working day: it goes `back` to the one before, or stands as it is. */
  readonly roll: 'back' | 'none';
}

export const aRule: Decode<Rule> = objectOf({
  n: aWholeNumber(0, 366),
  unit: oneOf(['calendar', 'working']),
  clear: aBoolean,
  nation: aNation,
  closures: listOf(aCivilDate, 1000),
  roll: oneOf(['back', 'none']),
});

export interface Deadline extends CountedDays {
  /** The days counted, such as `8, 11, 12, 13, 14, 15 and 18 January`; empty when none were. */
  readonly words: string;
  /** The last day before it went back to a working day; `null` when it stands where the count put it. */
  readonly rolledFrom: CivilDate | null;
  /** Years whose bank holidays are only expected and on which the date rests: it may move when they are published. */
  readonly expectedYears: ReadonlyArray<number>;
}

const earliestDay = civilDate(`${firstYear}-01-01`);

/**
 * The last day that a rule allows before a meeting, with the days counted.
 *
 * Refused, naming the year, when the count needs a weekday of a year whose bank holidays `holidays` does not have. Give
 * other holidays than the published ones only when the officer asked for the expected ones.
 */
export function deadlineOf(
  meeting: CivilDate,
  rule: Rule,
  holidays: HolidayTable = publishedHolidays(rule.nation),
): Result<Deadline, MissingHolidays> {
  // Before the first day that Packhorse knows there is no date to give at all.
  if (daysBetween(earliestDay, meeting) <= rule.n) {
    return refuse({ type: 'MissingHolidays', nation: rule.nation, year: firstYear - 1 });
  }
  const calendar = workingCalendar(rule.nation, rule.closures, holidays);
  const byWorkingDays = rule.unit === 'working';
  const placed = byWorkingDays ? workingCount(meeting, rule, calendar) : ok(calendarCount(meeting, rule));
  if (!placed.ok) return placed;
  const { counted } = placed.value;
  const rolled = rule.roll === 'back' ? workingDayOnOrBefore(placed.value.lastDay, calendar) : ok(placed.value.lastDay);
  if (!rolled.ok) return rolled;
  const lastDay = rolled.value;
  // Days counted by the calendar alone rest on no bank holiday: only those on which the last day would not stand do.
  const restsOn = byWorkingDays ? meeting : addDays(placed.value.lastDay, 1);
  return ok({
    lastDay,
    counted,
    words: byWorkingDays ? eachDayInWords(counted) : unbrokenDaysInWords(counted),
    rolledFrom: lastDay === placed.value.lastDay ? null : placed.value.lastDay,
    expectedYears: byWorkingDays || rule.roll === 'back' ? expectedYearsIn(lastDay, restsOn, holidays) : [],
  });
}

function calendarCount(meeting: CivilDate, { n, clear }: Rule): CountedDays {
  const counted = Array.from({ length: n }, (_, index) => addDays(meeting, index - n));
  return { lastDay: addDays(meeting, clear ? -n - 1 : -n), counted };
}

function workingCount(
  meeting: CivilDate,
  { n, clear, roll }: Rule,
  calendar: WorkingCalendar,
): Result<CountedDays, MissingHolidays> {
  if (clear && roll === 'back') return clearWorkingDaysBefore(meeting, n, calendar);
  const days = workingDaysBefore(meeting, n, calendar);
  if (!days.ok) return days;
  const earliest = days.value[0] ?? meeting;
  return ok({ lastDay: clear ? addDays(earliest, -1) : earliest, counted: days.value });
}

/** The years not yet published among the weekdays of a span, which ends before `end`. */
function expectedYearsIn(from: CivilDate, end: CivilDate, holidays: HolidayTable): ReadonlyArray<number> {
  const lastPublished = publishedHolidays(holidays.nation).lastYear;
  const years = new Set<number>();
  for (let day = from; isBefore(day, end); day = addDays(day, 1)) {
    if (yearOf(day) > lastPublished && !isWeekend(day)) years.add(yearOf(day));
  }
  return [...years];
}
