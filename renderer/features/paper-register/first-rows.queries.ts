/**
 * The rows of the register's first screenful, read by index: what has no meeting or no date yet, then the latest meetings.
 * The thousands beyond are read once these are on screen.
 */
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';
import type { RowsByKind } from '#renderer/data/kept-rows.ts';

/** More than fit on a large screen. */
const enough = 40;
const meetingsAtATime = 6;

export async function readFirstRows(database: Database): Promise<RowsByKind> {
  const papers = rowsOf(database, paperKind);
  const meetings = rowsOf(database, meetingKind);
  const [homeless, undated] = await Promise.all([readUnindexed(papers, 'meetingId'), readUnindexed(meetings, 'date')]);
  const found: Paper[] = (await papers.bulkGet([...homeless])).filter((paper) => paper !== undefined);
  const at: Meeting[] = (await meetings.bulkGet([...undated])).filter((meeting) => meeting !== undefined);
  if (at.length > 0) found.push(...(await papersOf(database, at)));
  for (let from = 0; found.length < enough; from += meetingsAtATime) {
    const next = await meetings.orderBy('date').reverse().offset(from).limit(meetingsAtATime).toArray();
    if (next.length === 0) break;
    at.push(...next);
    found.push(...(await papersOf(database, next)));
  }
  const [items, versions, bodies] = await Promise.all([
    rowsOf(database, agendaItemKind)
      .where('meetingId')
      .anyOf(at.map(({ id }) => id))
      .toArray(),
    rowsOf(database, paperVersionKind).bulkGet(found.flatMap(({ versionId }) => versionId ?? [])),
    rowsOf(database, bodyKind).toArray(),
  ]);
  return new Map([
    [paperKind.name, byId(found)],
    [meetingKind.name, byId(at)],
    [agendaItemKind.name, byId(items)],
    [paperVersionKind.name, byId(versions)],
    [bodyKind.name, byId(bodies)],
  ]);
}

function byId(rows: ReadonlyArray<{ readonly id: string } | undefined>): Map<string, { readonly id: string }> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

async function papersOf(database: Database, meetings: ReadonlyArray<Meeting>): Promise<ReadonlyArray<Paper>> {
  return rowsOf(database, paperKind)
    .where('meetingId')
    .anyOf(meetings.map(({ id }) => id))
    .toArray();
}

interface Indexed {
  count(): Promise<number>;
  toCollection(): { primaryKeys(): Promise<ReadonlyArray<string>> };
  orderBy(index: string): { count(): Promise<number>; primaryKeys(): Promise<ReadonlyArray<string>> };
}

/** Rows without a value in an indexed field: an index leaves them out, so they are what all have beyond it. */
async function readUnindexed(table: Indexed, index: string): Promise<ReadonlyArray<string>> {
  const [all, indexed] = await Promise.all([table.count(), table.orderBy(index).count()]);
  if (all === indexed) return [];
  const [ids, placed] = await Promise.all([table.toCollection().primaryKeys(), table.orderBy(index).primaryKeys()]);
  const known = new Set(placed);
  return ids.filter((id) => !known.has(id));
}
