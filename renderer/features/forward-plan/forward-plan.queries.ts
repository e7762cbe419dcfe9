/** What the forward plan reads: the meetings ahead with their agendas and papers, and each one's counterpart of last year. By index. */
import { Dexie } from 'dexie';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { addDays, addMonths, daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

export interface MeetingAhead {
  readonly meeting: Meeting;
  readonly body: Body | null;
  readonly items: ReadonlyArray<AgendaItem>;
  readonly papers: ReadonlyArray<Paper>;
  /** The same body's meeting nearest to this one's day a year before. */
  readonly lastYear: { readonly meeting: Meeting; readonly papers: ReadonlyArray<Paper> } | null;
}

/** A year of two bodies that meet monthly. */
const meetingsLookedAt = 24;
/** Days around the same day of last year in which a counterpart is looked for. */
const daysAround = 24;

/** The meetings still to come, the next first. */
export async function readMeetingsAhead(database: Database, today: CivilDate): Promise<ReadonlyArray<MeetingAhead>> {
  const tables = [meetingKind, bodyKind, agendaItemKind, paperKind].map((kind) => database.table(kind.table));
  // Dozens of small questions, asked in one transaction so that they wait for the disk's attention once.
  return database.transaction('r', tables, () => readAll(database, today));
}

async function readAll(database: Database, today: CivilDate): Promise<ReadonlyArray<MeetingAhead>> {
  const meetings = rowsOf(database, meetingKind);
  const ahead = await meetings
    .where('[state+date]')
    .between(['planned', today], ['planned', Dexie.maxKey], true, true)
    .limit(meetingsLookedAt)
    .toArray();
  const counterparts = await Promise.all(ahead.map((meeting) => readCounterpart(database, meeting)));
  const ids = [...new Set([...ahead, ...counterparts.flatMap((found) => found ?? [])].map(({ id }) => id))];
  const [bodies, items, papers] = await Promise.all([
    rowsOf(database, bodyKind).bulkGet(ahead.map(({ bodyId }) => bodyId)),
    rowsOf(database, agendaItemKind).where('meetingId').anyOf(ids).toArray(),
    rowsOf(database, paperKind).where('meetingId').anyOf(ids).toArray(),
  ]);
  const papersOf = (meetingId: string): ReadonlyArray<Paper> => papers.filter((paper) => paper.meetingId === meetingId);
  return ahead.map((meeting, at) => {
    const counterpart = counterparts[at] ?? null;
    return {
      meeting,
      body: bodies[at] ?? null,
      items: items.filter((item) => item.meetingId === meeting.id),
      papers: papersOf(meeting.id),
      lastYear: counterpart === null ? null : { meeting: counterpart, papers: papersOf(counterpart.id) },
    };
  });
}

async function readCounterpart(database: Database, { bodyId, date }: Meeting): Promise<Meeting | null> {
  if (date === null) return null;
  const day = addMonths(date, -12);
  const near = await rowsOf(database, meetingKind)
    .where('[bodyId+date]')
    .between([bodyId, addDays(day, -daysAround)], [bodyId, addDays(day, daysAround)], true, true)
    .toArray();
  const held = near.filter(({ state }) => state !== 'cancelled');
  const distance = (meeting: Meeting): number =>
    meeting.date === null ? Number.MAX_SAFE_INTEGER : Math.abs(daysBetween(day, meeting.date));
  return held.reduce<Meeting | null>(
    (best, each) => (best === null || distance(each) < distance(best) ? each : best),
    null,
  );
}
