/**
 * Reads a time of day as officers write it: `10`, `10am`, `10.30`, `1430`, `noon`.
 *
 * A bare hour from 1 to 6 is the afternoon, for no board meets in the small hours; `01:30` or `1am` is taken as written.
 */
import { isClockTime, type ClockTime } from '#shared/kernel/clock-time.ts';
import type { Reading } from './reading.ts';

const words: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

export function readTime(text: string): Reading<ClockTime> {
  const typed = text.trim();
  if (typed === '') return { type: 'empty' };
  const plain = typed.toLowerCase().replace(/\s+/g, '').replace(/^at/, '');
  const named = words[plain.replace(/^12(?=noon|midday|midnight)/, '')];
  if (named !== undefined) return timeOf(named, typed);
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]\d{2})?(?:(a|p)\.?m?\.?|hrs?|h)?$/.exec(plain);
  if (match === null) {
    return { type: 'fault', words: `“${typed.slice(0, 40)}” is not a time we can read. Write it like 10am or 14:30.` };
  }
  const [, hours = '', minutes = '00', half] = match;
  const hour = hourOf(hours, half);
  if (hour === null) {
    return { type: 'fault', words: `${typed} is not a time. With am or pm, hours go from 1 to 12.` };
  }
  return timeOf(`${String(hour).padStart(2, '0')}:${minutes}`, typed);
}

function hourOf(hours: string, half: string | undefined): number | null {
  const hour = Number(hours);
  if (half === undefined) return hours.length === 1 && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function timeOf(written: string, typed: string): Reading<ClockTime> {
  if (isClockTime(written)) return { type: 'value', value: written };
  return { type: 'fault', words: `${typed} is not a time. Hours go from 0 to 23, minutes from 00 to 59.` };
}
