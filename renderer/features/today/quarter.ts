import { addDays, addMonths, dayMonthYear, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';

/** The last day of the quarter of the year that a day lies in; the financial year's quarters end on the same days. */
export function quarterEnd(date: CivilDate): CivilDate {
  // A day is written `YYYY-MM-DD`.
  const month = Number(date.slice(5, 7));
  const firstMonth = month - ((month - 1) % 3);
  const first = dayMonthYear(yearOf(date), firstMonth, 1) ?? date;
  return addDays(addMonths(first, 3), -1);
}
