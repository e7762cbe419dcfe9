import fc from 'fast-check';
import { test } from 'vitest';
import { aSchedule, work } from '#tests/support/officers.ts';

const schedules = Number(process.env['PACKHORSE_SCHEDULES'] ?? 300);
const millisecondsEach = 2000;

test(
  'whatever officers do and however saves travel, every laptop holds what the rules say',
  { timeout: 60_000 + schedules * millisecondsEach },
  async () => {
    await fc.assert(fc.asyncProperty(aSchedule, work), {
      numRuns: schedules,
      endOnFailure: process.env['PACKHORSE_SHRINK'] === undefined,
    });
  },
);
