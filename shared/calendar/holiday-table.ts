import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { nations, type BankHoliday, type Nation } from './bank-holiday.ts';
import { expectedHolidays, lastExpectedYear } from './expected-bank-holidays.ts';
import { firstPublishedYear, lastPublishedYear, publishedDays } from './published-bank-holidays.ts';

/** The bank holidays of some whole years. Of a year outside them nothing is known, which is not the same as no holidays. */
export interface HolidayTable {
  readonly nation: Nation;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly days: ReadonlyMap<CivilDate, BankHoliday>;
}

export function holidayTable(
  nation: Nation,
  firstYear: number,
  lastYear: number,
  holidays: ReadonlyArray<BankHoliday>,
): HolidayTable {
  return { nation, firstYear, lastYear, days: new Map(holidays.map((holiday) => [holiday.date, holiday])) };
}

function published(nation: Nation): HolidayTable {
  const holidays = publishedDays[nation].map(([date, name, substitute]): BankHoliday => ({
    date: civilDate(date),
    name,
    substitute: substitute !== undefined,
    standing: 'published',
  }));
  return holidayTable(nation, firstPublishedYear, lastPublishedYear, holidays);
}

const publishedTables = new Map(nations.map((nation) => [nation, published(nation)]));

/** The bank holidays that the government has published for the nation. */
export function publishedHolidays(nation: Nation): HolidayTable {
  const table = publishedTables.get(nation);
  if (table === undefined) throw new Error(`not a nation: ${nation}`);
  return table;
}

/** The last day up to which the published bank holidays of the nation are known. */
export function holidaysKnownUntil(nation: Nation): CivilDate {
  return civilDate(`${publishedHolidays(nation).lastYear}-12-31`);
}

/**
 * The published bank holidays, and after them the expected ones to the end of `lastYear` (2199 at the most). For the
 * officer who asks for a date before the holidays are published, and is told that it may move.
 */
export function publishedAndExpectedHolidays(nation: Nation, lastYear: number): HolidayTable {
  const known = publishedHolidays(nation);
  const until = Math.min(lastYear, lastExpectedYear);
  const holidays = [...known.days.values()];
  for (let year = known.lastYear + 1; year <= until; year += 1) holidays.push(...expectedHolidays(nation, year));
  return holidayTable(nation, known.firstYear, Math.max(known.lastYear, until), holidays);
}
