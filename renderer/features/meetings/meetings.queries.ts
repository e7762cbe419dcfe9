/** Reading meetings and what belongs to them. Every read goes by an index, so that ten years of meetings change nothing. */
import { issuedPackKind, type IssuedItem } from '#shared/domain/packs/issued-pack.ts';
import { Dexie } from 'dexie';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

/** One meeting with all its page shows. */
export interface OpenMeeting {
  readonly meeting: Meeting;
  /** `null` when the body has been removed. */
  readonly body: Body | null;
  readonly items: ReadonlyArray<AgendaItem>;
  readonly papers: ReadonlyArray<Paper>;
  readonly seats: number;
  /** The lines of every agenda issued for it, the newest last: their numbers stay. */
  readonly issuedItems: ReadonlyArray<IssuedItem>;
}

export async function readMeeting(database: Database, id: string): Promise<OpenMeeting | null> {
  const meeting = await rowsOf(database, meetingKind).get(id);
  if (meeting === undefined) return null;
  const [body, items, papers, seats, issued] = await Promise.all([
    rowsOf(database, bodyKind).get(meeting.bodyId),
    readItems(database, id),
    rowsOf(database, paperKind).where('meetingId').equals(id).toArray(),
    rowsOf(database, seatKind).where('bodyId').equals(meeting.bodyId).count(),
    rowsOf(database, issuedPackKind).where('meetingId').equals(id).sortBy('issue'),
  ]);
  const issuedItems = issued.flatMap((pack) => pack.items);
  return { meeting, body: body ?? null, items, papers, seats, issuedItems };
}

export async function readItems(database: Database, meetingId: string): Promise<ReadonlyArray<AgendaItem>> {
  return rowsOf(database, agendaItemKind).where('meetingId').equals(meetingId).toArray();
}

export async function readBodies(database: Database): Promise<ReadonlyArray<Body>> {
  return rowsOf(database, bodyKind).orderBy('name').toArray();
}

export interface MeetingsWanted {
  readonly when: 'coming' | 'past';
  /** Of one body; of all when `null`. */
  readonly bodyId: string | null;
  readonly today: CivilDate;
  readonly most: number;
}

/** One more than `most` is looked for, so that the page knows whether there is more. */
export interface MeetingsFound {
  readonly meetings: ReadonlyArray<Meeting>;
  readonly isMore: boolean;
}

/** Coming meetings, the next first; or past ones, the latest first. Today's is coming. */
export async function readMeetings(
  database: Database,
  { when, bodyId, today, most }: MeetingsWanted,
): Promise<MeetingsFound> {
  const table = rowsOf(database, meetingKind);
  const isComing = when === 'coming';
  const collection =
    bodyId === null
      ? isComing
        ? table.where('date').aboveOrEqual(today)
        : table.where('date').below(today)
      : table
          .where('[bodyId+date]')
          .between(
            [bodyId, isComing ? today : Dexie.minKey],
            [bodyId, isComing ? Dexie.maxKey : today],
            true,
            isComing,
          );
  const found = await (isComing ? collection : collection.reverse()).limit(most + 1).toArray();
  return { meetings: found.slice(0, most), isMore: found.length > most };
}

/** What planning another meeting of a body may begin from. */
export interface BeforePlanning {
  /** The latest meeting of the body before the day, cancelled ones left out; `null` when there is none. */
  readonly last: Meeting | null;
  readonly lastItems: ReadonlyArray<AgendaItem>;
  /** Meetings of the body on the very day. */
  readonly sameDay: ReadonlyArray<Meeting>;
}

/** `date` is the day of the meeting being planned; without one the body's latest meeting of all is found. */
export async function readBeforePlanning(
  database: Database,
  bodyId: string,
  date: CivilDate | null,
): Promise<BeforePlanning> {
  const table = rowsOf(database, meetingKind);
  const last = await table
    .where('[bodyId+date]')
    .between([bodyId, Dexie.minKey], [bodyId, date === null ? Dexie.maxKey : addDays(date, -1)], true, true)
    .reverse()
    .filter((meeting) => meeting.state !== 'cancelled')
    .first();
  const [lastItems, sameDay] = await Promise.all([
    last === undefined ? [] : readItems(database, last.id),
    date === null ? [] : table.where('[bodyId+date]').equals([bodyId, date]).toArray(),
  ]);
  return { last: last ?? null, lastItems, sameDay };
}
