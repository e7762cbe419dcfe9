import { comparePlaces } from '#shared/changes/position.ts';
import type { Seat } from './seat.ts';

/** A body's seats in their order. */
export function inSeatOrder(seats: ReadonlyArray<Seat>): ReadonlyArray<Seat> {
  return seats.toSorted((a, b) => comparePlaces({ id: a.id, key: a.place }, { id: b.id, key: b.place }));
}
