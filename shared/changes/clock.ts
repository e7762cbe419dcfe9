/**
 * The hybrid clock that stamps saves: wall time where it can be believed, a counter where it cannot.
 *
 * Causality alone decides what a save replaces (see register.ts); this clock only orders what nobody saw of each other and
 * what is shown. So a wrong clock can neither lose nor block anything.
 */

/** Milliseconds since 1970 times 1,024, plus a counter: one number, ordered, safe to the year 2248. */
export type Stamp = number;

const steps = 1024;
const day = 24 * 60 * 60 * 1000;
const latest = Number.MAX_SAFE_INTEGER - steps;

/** The stamp of the next save here: later than every stamp held, and not before the wall clock. `now` in milliseconds. */
export function nextStamp(held: Stamp, now: number): Stamp {
  return Math.min(latest, Math.max(held + 1, Math.max(0, Math.floor(now)) * steps));
}

/** What is held after meeting a colleague's stamp. One more than a day ahead of `now` is not believed, so it drags nobody along. */
export function heldAfter(held: Stamp, met: Stamp, now: number): Stamp {
  return met > (now + day) * steps ? held : Math.max(held, met);
}

/** The wall time of a stamp, in milliseconds since 1970. */
export function timeOf(stamp: Stamp): number {
  return Math.floor(stamp / steps);
}
