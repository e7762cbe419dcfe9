import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldAfter, nextStamp, timeOf, type Stamp } from '#shared/changes/clock.ts';

const day = 24 * 60 * 60 * 1000;
const anyTime = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
  fc.constantFrom(-1, 0, Date.UTC(1970, 0, 1), Date.UTC(2026, 10, 23), Date.UTC(2099, 11, 31)),
);
const anyStamp: fc.Arbitrary<Stamp> = anyTime.map((time) => Math.max(0, time) * 1024);

test('goes forwards, whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(anyTime, { minLength: 2, maxLength: 60 }), (times) => {
      let held = 0;
      for (const now of times) {
        const next = nextStamp(held, now);
        expect(next).toBeGreaterThan(held);
        expect(Number.isSafeInteger(next)).toBe(true);
        expect(timeOf(next)).toBeGreaterThanOrEqual(Math.max(0, now));
        held = next;
      }
    }),
  );
});

test('shows the wall time where that can be believed', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: Date.UTC(2100, 0, 1) }), (now) => timeOf(nextStamp(0, now)) === now));
});

test('follows a colleague whose clock is up to a day ahead, and nobody further', () => {
  fc.assert(
    fc.property(anyStamp, anyStamp, anyTime, (held, met, now) => {
      const after = heldAfter(held, met, now);
      expect(after).toBe(timeOf(met) > now + day ? held : Math.max(held, met));
    }),
  );
});

test('at the very end of its numbers it still gives one that can be kept', () => {
  const last = nextStamp(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER);
  expect(Number.isSafeInteger(last)).toBe(true);
  expect(Number.isSafeInteger(nextStamp(last, 0))).toBe(true);
});
