/** Reading partners and bodies. There are a few hundred of them at most, so the lists are read whole. */
import { Dexie } from 'dexie';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { inSeatOrder } from '#shared/domain/bodies/seat-order.ts';
import { seatKind, type Seat } from '#shared/domain/bodies/seat.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { organisationKind, type Organisation } from '#shared/domain/people/organisation.ts';
import { personKind, type Person } from '#shared/domain/people/person.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

export interface Partners {
  readonly bodies: ReadonlyArray<Body>;
  readonly organisations: ReadonlyArray<Organisation>;
  readonly people: ReadonlyArray<Person>;
  readonly seats: ReadonlyArray<Seat>;
}

export async function readPartners(database: Database): Promise<Partners> {
  const [bodies, organisations, people, seats] = await Promise.all([
    rowsOf(database, bodyKind).orderBy('name').toArray(),
    rowsOf(database, organisationKind).orderBy('name').toArray(),
    rowsOf(database, personKind).orderBy('name').toArray(),
    rowsOf(database, seatKind).toArray(),
  ]);
  return { bodies: underTheirOwn(bodies), organisations, people, seats };
}

/** Each body after the one it answers to; those that answer to nobody come first. */
function underTheirOwn(bodies: ReadonlyArray<Body>): ReadonlyArray<Body> {
  const ordered: Body[] = [];
  const placed = new Set<string>();
  const place = (body: Body): void => {
    if (placed.has(body.id)) return;
    placed.add(body.id);
    ordered.push(body);
    for (const below of bodies) if (below.parentId === body.id) place(below);
  };
  for (const body of bodies) if (!bodies.some((other) => other.id === body.parentId)) place(body);
  // Two bodies that answer to each other, as two laptops can make them, still appear.
  for (const body of bodies) place(body);
  return ordered;
}

/** The day of a body's next meeting, from today on. */
export async function readNextMeetings(
  database: Database,
  bodies: ReadonlyArray<Body>,
  today: CivilDate,
): Promise<ReadonlyMap<string, CivilDate>> {
  const found = await Promise.all(
    bodies.map(async ({ id }) => {
      const next = await rowsOf(database, meetingKind)
        .where('[bodyId+date]')
        .between([id, today], [id, Dexie.maxKey])
        .and((meeting) => meeting.state === 'planned')
        .first();
      return next?.date === undefined || next.date === null ? [] : [[id, next.date] as const];
    }),
  );
  return new Map(found.flat());
}

export interface OpenBody extends Partners {
  readonly body: Body;
  /** Its own seats, in their order. */
  readonly ownSeats: ReadonlyArray<Seat>;
  /** The bodies that answer to it. */
  readonly below: ReadonlyArray<Body>;
  /** How many meetings it has, past ones included. */
  readonly meetings: number;
}

export async function readBody(database: Database, id: string): Promise<OpenBody | null> {
  const [body, partners, meetings] = await Promise.all([
    rowsOf(database, bodyKind).get(id),
    readPartners(database),
    rowsOf(database, meetingKind).where('bodyId').equals(id).count(),
  ]);
  if (body === undefined) return null;
  return {
    ...partners,
    body,
    ownSeats: inSeatOrder(partners.seats.filter((seat) => seat.bodyId === id)),
    below: partners.bodies.filter((other) => other.parentId === id),
    meetings,
  };
}

/** A body's meetings that are not held or cancelled yet. */
export async function readComingMeetings(database: Database, bodyId: string): Promise<ReadonlyArray<Meeting>> {
  return rowsOf(database, meetingKind)
    .where('bodyId')
    .equals(bodyId)
    .and((meeting) => meeting.state === 'planned')
    .toArray();
}
