/**
 * Whole tables held in memory for a register, and kept up with the log: after a save only the rows it touched are read
 * again. The memory outlives the screen, so coming back to a register of thousands reads nothing but what is new.
 */
import type { Row } from '#shared/changes/record.ts';
import { heldOf, isWithin, type VersionVector } from '#shared/changes/version-vector.ts';
import { readLogHeld, type Database } from './database.ts';
import { logTables, readSavesBetween } from './log.ts';

interface KindNamed {
  readonly name: string;
  readonly table: string;
}

interface Kept {
  held: VersionVector;
  /** Goes up whenever a row has changed. */
  turn: number;
  readonly rows: ReadonlyMap<string, Map<string, Row>>;
}

/** Behind by more saves than this, reading every table whole is quicker. */
const mostBehind = 2000;

const memories = new WeakMap<Database, Map<string, Kept>>();

export interface KeptRows {
  readonly rows: RowsByKind;
  /** Goes up whenever a row has changed. */
  readonly turn: number;
}

/** Rows of each kind by id. The maps are the memory itself: to be read at once, never kept or changed. */
export type RowsByKind = ReadonlyMap<string, ReadonlyMap<string, { readonly id: string }>>;

/** What is held of these kinds, as far as it is known; `null` before the first reading. */
export function rowsInMemory(database: Database, kinds: ReadonlyArray<KindNamed>): RowsByKind | null {
  return memories.get(database)?.get(keyOf(kinds))?.rows ?? null;
}

/** The rows of these kinds as they stand now. In a live query it is asked again after every save. */
export async function readKeptRows(database: Database, kinds: ReadonlyArray<KindNamed>): Promise<KeptRows> {
  const tables = [...logTables(database), ...kinds.map(({ table }) => database.table(table))];
  // In one transaction, or a save between two readings might be in some of the rows only.
  return database.transaction('r', tables, async () => {
    const log = await readLogHeld(database);
    const held = log?.held ?? {};
    const ofDatabase = memories.get(database) ?? new Map<string, Kept>();
    memories.set(database, ofDatabase);
    const kept = ofDatabase.get(keyOf(kinds));
    if (kept !== undefined && behind(kept.held, held) <= mostBehind) {
      await catchUp(database, kinds, kept, held);
      return { rows: kept.rows, turn: kept.turn };
    }
    const read = await Promise.all(kinds.map(({ table }) => database.table<Row, string>(table).toArray()));
    const rows = new Map(kinds.map(({ name }, at) => [name, new Map((read[at] ?? []).map((row) => [row.id, row]))]));
    ofDatabase.set(keyOf(kinds), { held, rows, turn: 0 });
    return { rows, turn: 0 };
  });
}

function keyOf(kinds: ReadonlyArray<KindNamed>): string {
  return kinds.map(({ name }) => name).join(' ');
}

function behind(from: VersionVector, to: VersionVector): number {
  return Object.keys(to).reduce((sum, device) => sum + Math.max(0, heldOf(to, device) - heldOf(from, device)), 0);
}

async function catchUp(
  database: Database,
  kinds: ReadonlyArray<KindNamed>,
  kept: Kept,
  held: VersionVector,
): Promise<void> {
  const touched = new Map<string, Set<string>>();
  for (const device of Object.keys(held)) {
    const [from, to] = [heldOf(kept.held, device), heldOf(held, device)];
    if (to <= from) continue;
    const saves = await readSavesBetween(database, device, from + 1, to);
    for (const { edits } of saves) {
      for (const { kind, record } of edits) {
        const ids = touched.get(kind) ?? new Set();
        touched.set(kind, ids.add(record));
      }
    }
  }
  const news = await Promise.all(
    kinds.map(async ({ name, table }) => {
      const ids = [...(touched.get(name) ?? [])];
      return { name, ids, read: await database.table<Row, string>(table).bulkGet(ids) };
    }),
  );
  // Another reading, begun later, may have come first.
  if (!isWithin(kept.held, held)) return;
  if (news.some(({ ids }) => ids.length > 0)) kept.turn += 1;
  for (const { name, ids, read } of news) {
    const rows = kept.rows.get(name);
    for (const [at, id] of ids.entries()) {
      const row = read[at];
      if (row === undefined) rows?.delete(id);
      else rows?.set(id, row);
    }
  }
  kept.held = held;
}
