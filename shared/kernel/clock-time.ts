/** A time of day as the clock on the wall shows it, such as the start of a meeting: no day, no zone. */
import { aTextLike, type Decode } from './decode.ts';

declare const clock: unique symbol;

/** A time written `HH:MM` on the 24-hour clock, `00:00` to `23:59`. Written so, times sort as text. */
export type ClockTime = string & { readonly [clock]: true };

const minutesInADay = 24 * 60;

export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The time written so in our own source; what files hold goes through `aClockTime`. */
export function clockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new Error(`not a time of day: ${text}`);
  return text;
}

export const aClockTime: Decode<ClockTime> = aTextLike<ClockTime>(isClockTime, 'a time as HH:MM');

function sinceMidnight(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time `minutes` later (earlier when negative); `null` when that is no longer the same day. */
export function addMinutes(time: ClockTime, minutes: number): ClockTime | null {
  const sum = sinceMidnight(time) + minutes;
  if (sum < 0 || sum >= minutesInADay) return null;
  return clockTime(`${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`);
}

/** Minutes from one time to another on the same day; negative when `to` is the earlier. */
export function minutesBetween(from: ClockTime, to: ClockTime): number {
  return sinceMidnight(to) - sinceMidnight(from);
}

/** The 12-hour clock: `10am`, `12:30pm`; noon is `12pm` and midnight `12am`. */
export function inWords(time: ClockTime): string {
  const hour = Math.floor(sinceMidnight(time) / 60);
  const minutes = time.slice(3, 5);
  const onTheDial = hour % 12 === 0 ? 12 : hour % 12;
  return `${onTheDial}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** A length of time in whole minutes, not negative: `2 h 5 min`, `2 h`, `45 min`. */
export function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
