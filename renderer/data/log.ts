/**
 * Reading the log. A save lies in one of two places: by itself, while it has not been sealed, or in a sealed part. What of a part
 * still waits for saves it leans on is not held yet, and not told of here.
 */
import { Dexie, type Table } from 'dexie';
import type { Stamp } from '#shared/changes/clock.ts';
import type { Dot, Save } from '#shared/changes/save.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { readLogHeld, type Database, type SaveRow } from './database.ts';
import { markOf, savesIn, type SegmentEntry } from './segment-entry.ts';
import { savesOfParts, segmentsHeld } from './segments.ts';

/** What a transaction has to cover in which the log is read. */
export function logTables({ meta, saves, segments, contents }: Database): ReadonlyArray<Table> {
  return [meta, saves, segments, contents];
}

/** In one transaction, or a save that is being sealed meanwhile might be in neither place. */
async function reading<Value>(database: Database, read: () => Promise<Value>): Promise<Value> {
  return database.transaction('r', [...logTables(database)], read);
}

async function readHeld(database: Database): Promise<VersionVector> {
  return (await readLogHeld(database))?.held ?? {};
}

function isHeld(held: VersionVector): (save: Save) => boolean {
  return ({ device, seq }) => seq <= heldOf(held, device);
}

/** The latest saves of the whole workspace, at most `most`, those before `stamp` where it is given. */
export async function readLatestSaves(
  database: Database,
  most: number,
  before: Stamp | null = null,
): Promise<ReadonlyArray<Save>> {
  return reading(database, async () => {
    const [held, loose, parts] = await Promise.all([
      readHeld(database),
      database.saves
        .where('stamp')
        .below(before ?? Dexie.maxKey)
        .reverse()
        .limit(most)
        .toArray(),
      segmentsHeld(database),
    ]);
    let latest: ReadonlyArray<Save> = loose;
    for (const part of [...parts].sort((one, other) => other.last - one.last)) {
      if (before !== null && part.first >= before) continue;
      if (latest.length >= most && part.last < (latest.at(-1)?.at ?? 0)) break;
      const saves = (await savesOfParts(database, [part])).filter(
        (save) => isHeld(held)(save) && (before === null || save.at < before),
      );
      latest = [...latest, ...saves].sort((one, other) => other.at - one.at).slice(0, most);
    }
    return latest;
  });
}

/** Every save that touched a record, latest first. */
export async function readSavesOf(database: Database, record: string): Promise<ReadonlyArray<Save>> {
  return reading(database, async () => {
    const mark = markOf(record);
    const [held, loose, parts] = await Promise.all([
      readHeld(database),
      database.saves.where('records').equals(record).toArray(),
      segmentsHeld(database),
    ]);
    const sealed = await savesOfParts(
      database,
      parts.filter(({ records }) => records.includes(mark)),
    );
    const touching = sealed.filter(isHeld(held)).filter(({ edits }) => edits.some((edit) => edit.record === record));
    return [...loose, ...touching].sort((one, other) => other.at - one.at);
  });
}

/** A device's saves from one number to another, both included, in their order; those that are held. */
export async function readSavesBetween(
  database: Database,
  device: string,
  from: number,
  to: number,
): Promise<ReadonlyArray<Save>> {
  return reading(database, async () => {
    const end = Math.min(to, heldOf(await readHeld(database), device));
    if (end < from) return [];
    const loose = await database.saves
      .where('[device+seq]')
      .between([device, from], [device, end], true, true)
      .toArray();
    if (loose.length > end - from) return loose;
    const byStart = database.segments.where('[device+from]');
    const [before, ...others] = await Promise.all([
      byStart.between([device, Dexie.minKey], [device, from], true, true).last(),
      database.segments.where('[device+from]').between([device, from], [device, end], false, true).toArray(),
    ]);
    const parts = [...(before === undefined ? [] : [before]), ...others.flat()];
    const sealed = parts.flatMap(savesIn).filter(({ seq }) => seq >= from && seq <= end);
    return [...sealed, ...loose].sort((one, other) => one.seq - other.seq);
  });
}

/** Single saves, by device and number; those that are not held are left out. */
export async function readSavesAt(
  database: Database,
  dots: ReadonlyArray<Dot>,
): Promise<(dot: readonly [string, number, ...unknown[]]) => Save | undefined> {
  const found = new Map<string, Save>();
  await reading(database, async () => {
    const [held, loose] = await Promise.all([
      readHeld(database),
      database.saves.bulkGet(dots.map(([device, seq]): [string, number] => [device, seq])),
    ]);
    for (const save of loose) if (save !== undefined) found.set(`${save.device} ${save.seq}`, save);
    const lacking = dots.filter(([device, seq]) => !found.has(`${device} ${seq}`) && seq <= heldOf(held, device));
    if (lacking.length === 0) return;
    const parts = (await segmentsHeld(database)).filter((part) => lacking.some((dot) => isIn(part, dot)));
    const wanted = new Set(lacking.map(([device, seq]) => `${device} ${seq}`));
    for (const save of await savesOfParts(database, parts)) {
      const key = `${save.device} ${save.seq}`;
      if (wanted.has(key)) found.set(key, save);
    }
  });
  return ([device, seq]) => found.get(`${device} ${seq}`);
}

function isIn({ device, from, to }: SegmentEntry, [by, seq]: Dot): boolean {
  return device === by && from <= seq && seq <= to;
}

/** Every save there is, in no order that means anything. */
export async function readWholeLog(database: Database): Promise<ReadonlyArray<Save>> {
  return reading(database, async () => {
    const [held, loose, segments] = await Promise.all([
      readHeld(database),
      database.saves.toArray(),
      database.segments.toArray(),
    ]);
    return [...loose.map(plainSave), ...segments.flatMap(savesIn).filter(isHeld(held))];
  });
}

/** Saves that are here and lean on others that are not. Within a transaction over the log's tables and `parked`, or by itself. */
export async function readWaiting(database: Database): Promise<ReadonlyArray<Save>> {
  return database.transaction('r', [...logTables(database), database.parked], async () => {
    const [held, parked] = await Promise.all([readHeld(database), database.parked.toArray()]);
    const sealed = await savesWaitingSealed(database, held);
    return [...parked.filter((save) => !isHeld(held)(save)), ...sealed];
  });
}

/** Those of them that lie in sealed parts. Within a transaction over the log's tables. */
export async function savesWaitingSealed(database: Database, held: VersionVector): Promise<ReadonlyArray<Save>> {
  const parts = (await segmentsHeld(database)).filter(({ device, to }) => to > heldOf(held, device));
  const saves = await savesOfParts(database, parts);
  return saves.filter((save) => !isHeld(held)(save));
}

/** A save without what its row adds for looking it up. */
export function plainSave({ records: _records, stamp: _stamp, ...save }: SaveRow): Save {
  return save;
}
