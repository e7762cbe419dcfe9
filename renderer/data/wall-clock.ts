/** Wall time in the place the officers work: Europe/London, whatever the laptop is set to. */
import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';

const zone = 'Europe/London';
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The day it is in Europe/London at a moment given in milliseconds since 1970. */
export function civilDateOf(milliseconds: number): CivilDate {
  return civilDate(isoDay.format(milliseconds));
}

/** The time of day there, as `HH:MM`. */
export function clockTimeOf(milliseconds: number): string {
  return hour.format(milliseconds);
}
