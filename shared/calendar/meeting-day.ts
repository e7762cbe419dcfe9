import { inWords, isWeekend, weekdayOf, withYear, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { nationInWords, type Nation } from './bank-holiday.ts';
import { publishedHolidays, type HolidayTable } from './holiday-table.ts';

/** Something to weigh before a meeting is planned on a day. It never forbids: the officer may have a reason. */
export interface MeetingDayWarning {
  readonly type: 'Weekend' | 'BankHoliday' | 'Closure' | 'HolidaysNotKnown';
  readonly words: string;
}

/** What speaks against meeting on a day: weekend, bank holiday by name, closure; or that the year's holidays are not known. */
export function meetingDayWarnings(
  date: CivilDate,
  nation: Nation,
  closures: ReadonlyArray<CivilDate>,
  holidays: HolidayTable = publishedHolidays(nation),
): ReadonlyArray<MeetingDayWarning> {
  const warnings: MeetingDayWarning[] = [];
  const where = nationInWords(nation);
  if (isWeekend(date)) warnings.push({ type: 'Weekend', words: `${withYear(date)} is a ${weekdayOf(date)}.` });
  const holiday = holidays.days.get(date);
  if (holiday !== undefined) {
    const name = holiday.substitute ? `${holiday.name} (substitute day)` : holiday.name;
    const standing = holiday.standing === 'expected' ? 'is expected to be' : 'is';
    warnings.push({ type: 'BankHoliday', words: `${inWords(date)} ${standing} a bank holiday in ${where}: ${name}.` });
  }
  if (closures.includes(date)) warnings.push({ type: 'Closure', words: `The office is closed on ${inWords(date)}.` });
  const year = yearOf(date);
  if (!isWeekend(date) && (year < holidays.firstYear || year > holidays.lastYear)) {
    const words = `Packhorse does not have the bank holidays of ${year} for ${where}: check that this day is none.`;
    warnings.push({ type: 'HolidaysNotKnown', words });
  }
  return warnings;
}
