/** What the Today page reads: the next meetings with their papers, and what this officer wrote last. All by index. */
import { Dexie } from 'dexie';
import { timeOf } from '#shared/changes/clock.ts';
import type { Row } from '#shared/changes/record.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { readLogHeld, rowsOf, type Database } from '#renderer/data/database.ts';
import { logTables, readSavesBetween } from '#renderer/data/log.ts';
import type { Save } from '#shared/changes/save.ts';
import type { Session } from '#renderer/data/session.ts';
import { placeOfRecord } from '#renderer/navigation/record-places.ts';
import { quarterEnd } from './quarter.ts';

/** Deadlines lie weeks before a meeting; those of meetings beyond the next few are not near. */
const meetingsLookedAt = 8;

export interface ComingMeeting {
  readonly meeting: Meeting;
  readonly body: Body | null;
  readonly papers: ReadonlyArray<Paper>;
}

export interface Ahead {
  /** The next meetings that are still on, the next first; today's among them. */
  readonly meetings: ReadonlyArray<ComingMeeting>;
  /** How many meetings are ahead in this quarter of the year. */
  readonly thisQuarter: number;
}

export interface TodayRead {
  readonly ahead: Ahead;
  /** How many records wait for somebody to decide between different values. */
  readonly undecided: number;
  readonly recent: ReadonlyArray<Recent>;
}

/**
 * All of the page at once, in one transaction: a dozen small questions asked one by one would each wait for the disk's
 * attention.
 */
export async function readToday(session: Session): Promise<TodayRead> {
  const { database, kinds, today } = session;
  const tables = [...logTables(database), ...[...kinds.values()].map(({ table }) => database.table(table))];
  return database.transaction('r', tables, async () => {
    const [ahead, undecided, recent] = await Promise.all([
      readAhead(database, today),
      readUndecided(session),
      readRecent(session),
    ]);
    return { ahead, undecided, recent };
  });
}

async function readAhead(database: Database, today: CivilDate): Promise<Ahead> {
  const table = rowsOf(database, meetingKind);
  const planned = table.where('[state+date]');
  const [next, thisQuarter] = await Promise.all([
    planned.between(['planned', today], ['planned', Dexie.maxKey], true, true).limit(meetingsLookedAt).toArray(),
    table
      .where('[state+date]')
      .between(['planned', today], ['planned', quarterEnd(today)], true, true)
      .count(),
  ]);
  const [bodies, papers] = await Promise.all([
    rowsOf(database, bodyKind).bulkGet(next.map(({ bodyId }) => bodyId)),
    rowsOf(database, paperKind)
      .where('meetingId')
      .anyOf(next.map(({ id }) => id))
      .toArray(),
  ]);
  return {
    meetings: next.map((meeting, index) => ({
      meeting,
      body: bodies[index] ?? null,
      papers: papers.filter((paper) => paper.meetingId === meeting.id),
    })),
    thisQuarter,
  };
}

async function readUndecided({ database, kinds }: Session): Promise<number> {
  const counts = await Promise.all(
    [...kinds.values()].map(({ table }) => database.table(table).where('_open').equals(1).count()),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A record this officer changed lately. */
export interface Recent {
  readonly kind: string;
  /** What kind of record it is, as in a sentence. */
  readonly label: string;
  readonly title: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Enough to find a handful of different records behind a long stretch of typing in one. */
const savesLookedAt = 80;
const recentShown = 5;

/** The records changed last on this laptop, the latest first, each once and only where there is a screen for it. */
async function readRecent({ database, kinds, device }: Session): Promise<ReadonlyArray<Recent>> {
  const last = (await readLogHeld(database))?.held[device] ?? 0;
  const touched = touchedBy((await readSavesBetween(database, device, last - savesLookedAt + 1, last)).toReversed());
  const rows = new Map<string, Row>();
  for (const kind of kinds.values()) {
    const ids = [...new Set(touched.filter((each) => each.kind === kind.name).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = await database.table<Row, string>(kind.table).bulkGet(ids);
    for (const row of found) if (row !== undefined) rows.set(`${kind.name} ${row.id}`, row);
  }
  const recent = new Map<string, Recent>();
  for (const { kind: name, id, time } of touched) {
    const kind = kinds.get(name);
    const row = rows.get(`${name} ${id}`);
    const path = row === undefined ? null : placeOfRecord(name, id, row);
    if (kind === undefined || row === undefined || path === null || recent.has(path)) continue;
    const title = kind.titleOf(row);
    recent.set(path, { kind: name, label: kind.label, title, path, time });
    if (recent.size === recentShown) break;
  }
  return [...recent.values()];
}

interface Touched {
  readonly kind: string;
  readonly id: string;
  readonly time: number;
}

/** What the saves wrote values into, the latest first; being touched by a record put inside does not count. */
function touchedBy(saves: ReadonlyArray<Save>): ReadonlyArray<Touched> {
  return saves.flatMap(({ at, edits }) =>
    edits
      .filter(({ path }) => !path.startsWith('$'))
      .filter(({ record }, index, all) => all.findIndex((edit) => edit.record === record) === index)
      .map(({ kind, record }) => ({ kind, id: record, time: timeOf(at) })),
  );
}
