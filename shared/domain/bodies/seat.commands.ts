import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import { keysToPlace } from '#shared/changes/position.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { inSeatOrder } from './seat-order.ts';
import { seatKind, type Seat, type SeatRole } from './seat.ts';

export type SeatRefusal =
  | { readonly type: 'NoName' }
  /** The member and the named deputy of one seat are the same person. */
  | { readonly type: 'MemberIsDeputy' }
  /**
   * The person already holds, or is named deputy of, another seat of this body. One person has one seat at a time, and a
   * deputy sits while the member is away, so nobody can be counted on for two.
   */
  | {
      readonly type: 'HasAnotherSeat';
      readonly as: 'member' | 'deputy';
      readonly seat: string;
      readonly thereAs: 'member' | 'deputy';
    };

export interface SeatValues {
  readonly name: string;
  readonly organisationId: string | null;
  readonly memberId: string | null;
  readonly deputyId: string | null;
  readonly roles: ReadonlyArray<SeatRole>;
  readonly votes: boolean;
}

function refusedSeat(values: SeatValues, others: ReadonlyArray<Seat>): SeatRefusal | null {
  const { memberId, deputyId } = values;
  if (values.name.trim() === '') return { type: 'NoName' };
  if (memberId !== null && memberId === deputyId) return { type: 'MemberIsDeputy' };
  for (const as of ['member', 'deputy'] as const) {
    const person = as === 'member' ? memberId : deputyId;
    if (person === null) continue;
    const seat = others.find((other) => other.memberId === person || other.deputyId === person);
    if (seat === undefined) continue;
    const thereAs = seat.memberId === person ? 'member' : 'deputy';
    return { type: 'HasAnotherSeat', as, seat: seat.name, thereAs };
  }
  return null;
}

export interface AddSeat extends SeatValues {
  readonly id: string;
  readonly bodyId: string;
  /** The seats the body has. */
  readonly seats: ReadonlyArray<Seat>;
}

export const addSeat: Command<AddSeat, SeatRefusal> = ({ id, bodyId, seats, ...values }) => {
  const refusal = refusedSeat(values, seats);
  if (refusal !== null) return refuse(refusal);
  const name = values.name.trim();
  const places = inSeatOrder(seats).map((seat) => ({ id: seat.id, key: seat.place }));
  const keys = keysToPlace(places, id, places.length);
  const moved = keys.flatMap((key) => {
    const seat = seats.find((other) => other.id === key.id);
    return seat === undefined ? [] : [set(seatKind, seat, { place: key.key })];
  });
  const place = keys.find((key) => key.id === id)?.key ?? '';
  return ok(draft(`Added the seat ${name}`, '', [create(seatKind, id, { ...values, bodyId, name, place }), ...moved]));
};

export interface ChangeSeat {
  readonly seat: Seat;
  readonly values: Partial<SeatValues>;
  /** The seats the body has; this one among them or not. */
  readonly seats: ReadonlyArray<Seat>;
}

export const changeSeat: Command<ChangeSeat, SeatRefusal> = ({ seat, values, seats }) => {
  const { name, organisationId, memberId, deputyId, roles, votes } = seat;
  const wanted = { name, organisationId, memberId, deputyId, roles, votes, ...values };
  const others = seats.filter((other) => other.id !== seat.id);
  const refusal = refusedSeat(wanted, others);
  if (refusal !== null) return refuse(refusal);
  return ok(draft(`Changed the seat ${seat.name}`, '', [set(seatKind, seat, { ...values, name: wanted.name.trim() })]));
};

export interface MoveSeat {
  readonly seat: Seat;
  /** Where it stands afterwards among the body's seats, counted from 0. */
  readonly index: number;
  readonly seats: ReadonlyArray<Seat>;
}

export const moveSeat: Command<MoveSeat> = ({ seat, index, seats }) => {
  const others = inSeatOrder(seats.filter((other) => other.id !== seat.id));
  const keys = keysToPlace(
    others.map((other) => ({ id: other.id, key: other.place })),
    seat.id,
    index,
  );
  const changes = keys.flatMap((key) => {
    const held = key.id === seat.id ? seat : others.find((other) => other.id === key.id);
    return held === undefined ? [] : [set(seatKind, held, { place: key.key })];
  });
  return ok(draft(`Moved the seat ${seat.name}`, '', changes));
};

export const removeSeat: Command<{ readonly seat: Seat }> = ({ seat }) =>
  ok(draft(`Removed the seat ${seat.name}`, '', [remove(seatKind, seat.id)]));
