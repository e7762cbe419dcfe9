import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDate,
  dayOfMonth,
  inShortWords,
  inWords,
  weekdayOf,
  withYear,
  yearOf,
} from '#shared/kernel/civil-date.ts';
import { readDate } from '#renderer/ui/read-date.ts';
import { readTime } from '#renderer/ui/read-time.ts';
import { inWords as timeInWords, type ClockTime } from '#shared/kernel/clock-time.ts';

/** A Monday. */
const today = civilDate('2026-11-23');

describe('readDate', () => {
  test.each([
    ['10/12/26', '2026-12-10'],
    ['10/12/2026', '2026-12-10'],
    ['1/2/2027', '2027-02-01'],
    ['10-12-26', '2026-12-10'],
    ['10.12.2026', '2026-12-10'],
    ['10 12 2026', '2026-12-10'],
    ['10 / 12 / 26', '2026-12-10'],
    ['10 Dec', '2026-12-10'],
    ['10 dec 26', '2026-12-10'],
    ["10 Dec '26", '2026-12-10'],
    ['10 December 2026', '2026-12-10'],
    ['10th December, 2026', '2026-12-10'],
    ['the 10th of December', '2026-12-10'],
    ['1st Sept 2027', '2027-09-01'],
    ['December 10, 2026', '2026-12-10'],
    ['Dec 10', '2026-12-10'],
    ['Thu 10 Dec', '2026-12-10'],
    ['Thursday, 10 December 2026', '2026-12-10'],
    ['Thurs 10/12/26', '2026-12-10'],
    ['10Dec2026', '2026-12-10'],
  ])('reads %s as written by hand', (text, date) => {
    expect(readDate(text, today)).toEqual({ type: 'value', value: date });
  });

  test.each([
    ['2026-12-10', '2026-12-10'],
    ['2026/12/10', '2026-12-10'],
    ['20261210', '2026-12-10'],
    ['2026-12-10T00:00:00', '2026-12-10'],
    ['2026-12-10T00:00:00.000Z', '2026-12-10'],
    ['2026-12-10 00:00:00', '2026-12-10'],
    ['10/12/2026 00:00', '2026-12-10'],
    ['10/12/2026 00:00:00\t', '2026-12-10'],
    ['10-Dec-26', '2026-12-10'],
    ['10-Dec-2026', '2026-12-10'],
    ['"10/12/2026"', '2026-12-10'],
    ['\u00a010\u00a0December\u00a02026\n', '2026-12-10'],
    ['46366', '2026-12-10'],
    ['46366.5', '2026-12-10'],
  ])('reads %j as pasted', (text, date) => {
    expect(readDate(text, today)).toEqual({ type: 'value', value: date });
  });

  test.each([
    ['today', '2026-11-23'],
    ['Tomorrow', '2026-11-24'],
    ['yesterday', '2026-11-22'],
    ['Thu', '2026-11-26'],
    ['next Thu', '2026-11-26'],
    ['this Thursday', '2026-11-26'],
    ['Monday', '2026-11-23'],
    ['next Monday', '2026-11-30'],
    ['last Thursday', '2026-11-19'],
    ['in 2 weeks', '2026-12-07'],
    ['10 days', '2026-12-03'],
    ['a week ago', '2026-11-16'],
  ])('reads %s from today', (text, date) => {
    expect(readDate(text, today)).toEqual({ type: 'value', value: date });
  });

  test('takes the coming day when the year is left out, today included', () => {
    expect(readDate('23/11', today)).toEqual({ type: 'value', value: '2026-11-23' });
    expect(readDate('22/11', today)).toEqual({ type: 'value', value: '2027-11-22' });
    expect(readDate('1 Jan', today)).toEqual({ type: 'value', value: '2027-01-01' });
  });

  test('takes two figures of a year as 1980 to 2079', () => {
    expect(readDate('1/1/79', today)).toEqual({ type: 'value', value: '2079-01-01' });
    expect(readDate('1/1/80', today)).toEqual({ type: 'value', value: '1980-01-01' });
  });

  test.each(['', '   ', '\n'])('reads %j as nothing', (text) => {
    expect(readDate(text, today)).toEqual({ type: 'empty' });
  });

  test.each([
    ['31/02', '31/02 is not a date. February 2026 has 28 days.'],
    ['31/02/2028', '31/02/2028 is not a date. February 2028 has 29 days.'],
    ['29 Feb 2027', '29 Feb 2027 is not a date. February 2027 has 28 days.'],
    ['31 April 2027', '31 April 2027 is not a date. April 2027 has 30 days.'],
    ['0/1/2027', '0/1/2027 is not a date. January 2027 has 31 days.'],
    ['12/31/2026', '12/31/2026 is not a date. There is no month 31. Write the day first: 31/12/2026.'],
    ['1/13/2027', '1/13/2027 is not a date. There is no month 13. Write the day first: 13/1/2027.'],
    ['40/40/2027', '40/40/2027 is not a date. Months go from 1 to 12.'],
    ['2026-13-01', '2026-13-01 is not a date. There is no month 13. Write the day first: 13/1/2026.'],
    ['1/1/2926', '1/1/2926 is not a date. The year must be from 1900 to 2200.'],
    ['Fri 10 Dec 2026', 'Fri 10 Dec 2026: 10 December 2026 is a Thursday. Check the day.'],
    ['soon', '“soon” is not a date we can read. Write it like 10/12/26 or 10 December 2026.'],
    ['10', '“10” is not a date we can read. Write it like 10/12/26 or 10 December 2026.'],
    ['de', '“de” is not a date we can read. Write it like 10/12/26 or 10 December 2026.'],
  ])('says what is wrong with %s', (text, words) => {
    expect(readDate(text, today)).toEqual({ type: 'fault', words });
  });

  test('reads every day back from every way of writing it', () => {
    const day = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays(civilDate('1981-01-01'), count));
    fc.assert(
      fc.property(day, (date) => {
        const [figureDay, figureMonth, year] = [dayOfMonth(date), Number(date.slice(5, 7)), yearOf(date)];
        for (const text of [
          date,
          withYear(date),
          inWords(date),
          `${inShortWords(date)} ${year}`,
          `${figureDay}/${figureMonth}/${year}`,
          `${weekdayOf(date)}, ${figureDay}.${figureMonth}.${year}`,
          date.replaceAll('-', ''),
        ]) {
          expect(readDate(text, today)).toEqual({ type: 'value', value: date });
        }
      }),
    );
  });

  test('answers whatever is pasted, and never a day out of the blue', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const reading = readDate(text, today);
        if (reading.type === 'value') expect(text).toMatch(/\d|[a-z]{3}/i);
        if (reading.type === 'fault') expect(reading.words.length).toBeLessThan(160);
      }),
    );
  });
});

describe('readTime', () => {
  test.each([
    ['10', '10:00'],
    ['10am', '10:00'],
    ['10 AM', '10:00'],
    ['10:30', '10:30'],
    ['10.30', '10:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['14:30', '14:30'],
    ['2pm', '14:00'],
    ['2.15 p.m.', '14:15'],
    ['2', '14:00'],
    ['02:00', '02:00'],
    ['9', '09:00'],
    ['12', '12:00'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['Midnight', '00:00'],
    ['10:30:00', '10:30'],
    ['1400hrs', '14:00'],
  ])('reads %s', (text, time) => {
    expect(readTime(text)).toEqual({ type: 'value', value: time });
  });

  test.each([
    ['25:00', '25:00 is not a time. Hours go from 0 to 23, minutes from 00 to 59.'],
    ['10:75', '10:75 is not a time. Hours go from 0 to 23, minutes from 00 to 59.'],
    ['13pm', '13pm is not a time. With am or pm, hours go from 1 to 12.'],
    ['later', '“later” is not a time we can read. Write it like 10am or 14:30.'],
  ])('says what is wrong with %s', (text, words) => {
    expect(readTime(text)).toEqual({ type: 'fault', words });
  });

  test('reads every time back from the way it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime;
        expect(readTime(timeInWords(time))).toEqual({ type: 'value', value: time });
      }),
    );
  });
});
