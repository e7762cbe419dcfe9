/**
 * When the sample's meetings are: always a year around today, so that whoever opens it finds one due in two to three weeks.
 */
import { publishedAndExpectedHolidays } from '#shared/calendar/holiday-table.ts';
import { isWorkingDay, workingCalendar, type WorkingCalendar } from '#shared/calendar/working-days.ts';
import { addDays, dayOfMonth, monthOf, weekdayOf, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';

/** A quarter of the financial year, which begins in April. */
export interface Quarter {
  /** 1 to 4. */
  readonly number: number;
  /** `2026/27` */
  readonly year: string;
  /** `July to September 2026` */
  readonly months: string;
}

export interface SampleDates {
  readonly today: CivilDate;
  /** Seven meetings of the board: four held, the next, and two after it. */
  readonly board: ReadonlyArray<CivilDate>;
  readonly next: CivilDate;
  /** The board's last meeting held. */
  readonly previous: CivilDate;
  /** Two of each held, then one or two to come. */
  readonly executive: ReadonlyArray<CivilDate>;
  readonly aldermoor: ReadonlyArray<CivilDate>;
  readonly penfold: ReadonlyArray<CivilDate>;
  /** The days between Christmas and New Year on which the office is closed. */
  readonly closures: ReadonlyArray<CivilDate>;
  /** The last whole quarter before the next meeting. */
  readonly quarter: Quarter;
}

function calendarAround(today: CivilDate): WorkingCalendar {
  return workingCalendar('england-and-wales', [], publishedAndExpectedHolidays('england-and-wales', yearOf(today) + 2));
}

/** A working day on which a board would be called: not between 23 December and 2 January. */
function isMeetingDay(day: CivilDate, calendar: WorkingCalendar): boolean {
  const isChristmas = (monthOf(day) === 12 && dayOfMonth(day) >= 23) || (monthOf(day) === 1 && dayOfMonth(day) <= 2);
  if (isChristmas) return false;
  const working = isWorkingDay(day, calendar);
  // Before the years whose bank holidays are known, weekends are all there is to go by.
  return working.ok ? working.value : !['Saturday', 'Sunday'].includes(weekdayOf(day));
}

/** The first meeting day from `day` on. */
function meetingDayFrom(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  let found = day;
  while (!isMeetingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

/** Two to three weeks ahead: a Thursday where that is a meeting day, or the nearest day to it that is. */
function nextBoard(today: CivilDate, calendar: WorkingCalendar): CivilDate {
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, 14 + index));
  for (const weekday of ['Thursday', 'Wednesday', 'Tuesday', 'Friday', 'Monday'] as const) {
    const found = days.find((day) => weekdayOf(day) === weekday && isMeetingDay(day, calendar));
    if (found !== undefined) return found;
  }
  return meetingDayFrom(addDays(today, 21), calendar);
}

const quarterMonths = ['April to June', 'July to September', 'October to December', 'January to March'] as const;

/** The last whole quarter before a day. */
export function quarterBefore(day: CivilDate): Quarter {
  // Quarters of the calendar, counted from 0 in January; the one before is one less.
  const calendarQuarter = Math.floor((monthOf(day) - 1) / 3) - 1;
  const isLastYear = calendarQuarter < 0;
  const year = yearOf(day) - (isLastYear ? 1 : 0);
  const financial = isLastYear ? 2 : (calendarQuarter + 3) % 4;
  const startYear = financial === 3 ? year - 1 : year;
  return {
    number: financial + 1,
    year: `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`,
    months: `${quarterMonths[financial] ?? ''} ${year}`,
  };
}

/** The working days between Christmas and New Year in the winter that is coming or under way. */
function officeClosures(today: CivilDate, calendar: WorkingCalendar): ReadonlyArray<CivilDate> {
  const year = monthOf(today) === 1 ? yearOf(today) - 1 : yearOf(today);
  const fromChristmas = addDays(`${year}-12-24` as CivilDate, 1);
  return Array.from({ length: 7 }, (_, index) => addDays(fromChristmas, index)).filter((day) => {
    const working = isWorkingDay(day, calendar);
    return working.ok && working.value;
  });
}

export function sampleDates(today: CivilDate): SampleDates {
  const calendar = calendarAround(today);
  const next = nextBoard(today, calendar);
  /** The meeting day so many weeks after the next board, and some days. */
  const weeks = (count: number, days = 0): CivilDate => meetingDayFrom(addDays(next, count * 7 + days), calendar);
  const previous = weeks(-9);
  return {
    today,
    board: [weeks(-35), weeks(-26), weeks(-17), previous, next, weeks(9), weeks(17)],
    next,
    previous,
    executive: [weeks(-14, -1), weeks(-5, -1), weeks(4, -1)],
    aldermoor: [weeks(-22, -2), weeks(-6, -2), weeks(11, -2)],
    penfold: [weeks(-20, 4), weeks(-4, 4), weeks(13, 4)],
    closures: officeClosures(today, calendar),
    quarter: quarterBefore(next),
  };
}
