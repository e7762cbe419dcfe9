import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aClockTime,
  addMinutes,
  clockTime,
  durationInWords,
  inWords,
  isClockTime,
  minutesBetween,
} from '#shared/kernel/clock-time.ts';

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => clockTime(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`));

describe('a time of day', () => {
  test.each(['24:00', '10:60', '9:30', '09.30', '09:30 ', '', '0930', '-1:00'])('is not %j', (text) => {
    expect(isClockTime(text)).toBe(false);
    expect(() => clockTime(text)).toThrow('not a time');
    expect(aClockTime(text).ok).toBe(false);
  });

  test('is read from foreign data', () => {
    expect(aClockTime('09:30')).toEqual({ ok: true, value: '09:30' });
    expect(aClockTime(570).ok).toBe(false);
  });

  test.each([
    ['10:00', '10am'],
    ['09:05', '9:05am'],
    ['12:00', '12pm'],
    ['12:30', '12:30pm'],
    ['13:00', '1pm'],
    ['17:00', '5pm'],
    ['00:00', '12am'],
    ['00:15', '12:15am'],
    ['23:59', '11:59pm'],
  ])('%s is said %s', (text, words) => {
    expect(inWords(clockTime(text))).toBe(words);
  });

  test('is said as the machine says it', () => {
    const twelveHours = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' });
    fc.assert(
      fc.property(times, (time) => {
        const said = twelveHours.format(Date.parse(`2026-01-01T${time}:00Z`));
        expect(inWords(time)).toBe(said.replace(/\s/u, '').replace(':00', '').toLowerCase());
      }),
    );
  });

  test('moves within its day and no further', () => {
    expect(addMinutes(clockTime('10:00'), 125)).toBe('12:05');
    expect(addMinutes(clockTime('10:00'), -1)).toBe('09:59');
    expect(addMinutes(clockTime('23:30'), 29)).toBe('23:59');
    expect(addMinutes(clockTime('23:30'), 30)).toBeNull();
    expect(addMinutes(clockTime('00:10'), -11)).toBeNull();
    expect(minutesBetween(clockTime('10:00'), clockTime('09:15'))).toBe(-45);
    fc.assert(
      fc.property(times, times, (from, to) => {
        expect(addMinutes(from, minutesBetween(from, to))).toBe(to);
      }),
    );
  });

  test.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
  ])('%i minutes last %s', (minutes, words) => {
    expect(durationInWords(minutes)).toBe(words);
  });
});
