import { dayOfMonth, monthInWords, type CivilDate } from '#shared/kernel/civil-date.ts';

function listInWords(items: ReadonlyArray<string>): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function dayAndMonth(date: CivilDate): string {
  return `${dayOfMonth(date)} ${monthInWords(date)}`;
}

/** Each day told, month by month: `8, 11 and 12 January`, `30 and 31 December, and 4 January`. The earliest come first. */
export function eachDayInWords(dates: ReadonlyArray<CivilDate>): string {
  const months: { name: string; days: string[] }[] = [];
  for (const date of dates) {
    const name = monthInWords(date);
    const current = months.at(-1);
    if (current?.name === name) current.days.push(String(dayOfMonth(date)));
    else months.push({ name, days: [String(dayOfMonth(date))] });
  }
  const told = months.map(({ name, days }) => `${listInWords(days)} ${name}`);
  // A month with several days has an `and` of its own, so the months part with a comma.
  if (told.length < 2 || months.every(({ days }) => days.length === 1)) return listInWords(told);
  return `${told.slice(0, -1).join(', ')}, and ${told.at(-1)}`;
}

/** Days that follow one another: `22 December to 4 January`. */
export function unbrokenDaysInWords(dates: ReadonlyArray<CivilDate>): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? dayAndMonth(first) : `${dayAndMonth(first)} to ${dayAndMonth(last)}`;
}

/** `1 day`, `5 working days` */
export function howMany(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
