/**
 * The sealed parts of the log: their bytes as they travel, and beside them a light list of what is in each, so that the bytes stay
 * where they are until somebody wants them.
 */
import type { Save } from '#shared/changes/save.ts';
import type { Database } from './database.ts';
import { entryOf, savesIn, type SegmentEntry, type SegmentWithSaves } from './segment-entry.ts';

/** Adds sealed parts that are not held yet: what is to be waited for. Within a transaction over `segments` and `contents`. */
export function keepSegments(
  database: Database,
  parts: ReadonlyArray<SegmentWithSaves>,
): ReadonlyArray<PromiseLike<unknown>> {
  if (parts.length === 0) return [];
  return [database.segments.bulkAdd(parts.map(({ sealed }) => sealed)), database.contents.bulkAdd(parts.map(entryOf))];
}

/** What is held, in the order of devices and of each device's saves. */
export async function segmentsHeld(database: Database): Promise<ReadonlyArray<SegmentEntry>> {
  return database.contents.toArray();
}

/** The saves of these parts, part by part. */
export async function savesOfParts(
  database: Database,
  entries: ReadonlyArray<Pick<SegmentEntry, 'device' | 'from'>>,
): Promise<ReadonlyArray<Save>> {
  if (entries.length === 0) return [];
  const found = await database.segments.bulkGet(entries.map(({ device, from }): [string, number] => [device, from]));
  return found.flatMap((segment) => (segment === undefined ? [] : savesIn(segment)));
}
