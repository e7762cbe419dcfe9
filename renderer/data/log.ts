/** Reading the log: what happened, latest first. */
import { Dexie } from 'dexie';
import type { Save } from '#shared/changes/save.ts';
import type { Database } from './database.ts';

/** The latest saves of the whole workspace, at most `most`, those before `stamp` where it is given. */
export async function readLatestSaves(
  database: Database,
  most: number,
  before: number | null = null,
): Promise<ReadonlyArray<Save>> {
  return database.saves
    .where('stamp')
    .below(before ?? Dexie.maxKey)
    .reverse()
    .limit(most)
    .toArray();
}

/** Every save that touched a record, latest first. */
export async function readSavesOf(database: Database, record: string): Promise<ReadonlyArray<Save>> {
  const rows = await database.saves.where('records').equals(record).sortBy('stamp');
  return rows.reverse();
}
