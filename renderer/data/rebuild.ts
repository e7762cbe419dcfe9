/** Works the tables out anew from the log: after an upgrade changed their shape, and as a repair. */
import type { Table } from 'dexie';
import type { Kind } from '#shared/changes/kind.ts';
import type { Save } from '#shared/changes/save.ts';
import { heldOf, isWithin } from '#shared/changes/version-vector.ts';
import type { Ledger } from './commit.ts';
import { readLogHeld, type Database } from './database.ts';
import { beginFreshLog } from './fresh-log.ts';
import { logTables, readSavesBetween } from './log.ts';
import { materialise } from './materialise.ts';
import { shapeOf } from './schema.ts';

const atATime = 2000;

/**
 * The whole log, a few thousand saves at a time, each save after those it leans on. Devices take turns: each goes on until
 * its next save leans on one that has not come yet. Where officers worked side by side that is every few saves, so what has
 * been read of a device waits here for its turn and is not read again.
 */
async function* inCausalOrder(database: Database): AsyncGenerator<ReadonlyArray<Save>> {
  const last = Object.entries((await readLogHeld(database))?.held ?? {});
  const done: Record<string, number> = {};
  /** The next saves of each device, the nearest last. */
  const waiting = new Map<string, Save[]>();
  let ready: Save[] = [];
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [device, end] of last) {
      for (;;) {
        const from = heldOf(done, device) + 1;
        if (from > end) break;
        const queue = waiting.get(device)?.length
          ? (waiting.get(device) ?? [])
          : await readFrom(database, device, from);
        waiting.set(device, queue);
        const next = queue.at(-1);
        if (next === undefined || !isWithin(next.deps, done)) break;
        queue.pop();
        done[device] = next.seq;
        ready.push(next);
        isMoving = true;
        if (ready.length < atATime) continue;
        yield ready;
        ready = [];
      }
    }
  }
  if (ready.length > 0) yield ready;
}

/** The saves of a device from a sequence number on, a few thousand at most, the nearest last. */
async function readFrom(database: Database, device: string, from: number): Promise<Save[]> {
  return (await readSavesBetween(database, device, from, from + atATime - 1)).toReversed();
}

/** Empties the tables of these kinds and fills them from the log, in one transaction. */
export async function rebuild(ledger: Ledger, kinds: ReadonlyArray<Kind>): Promise<void> {
  await beginFreshLog();
  await ledger.database.transaction('rw', rebuiltTables(ledger, kinds), async () => rebuildWithin(ledger, kinds));
}

/** What a transaction has to cover in which these kinds are worked out anew. */
export function rebuiltTables({ database }: Ledger, kinds: ReadonlyArray<Kind>): Table[] {
  const ofLog = [...logTables(database), database.bin, database.texts, database.unread];
  return [...ofLog, ...kinds.map((kind) => database.table(kind.table))];
}

/** The same within a transaction that is open already. */
export async function rebuildWithin({ database, kinds: all }: Ledger, kinds: ReadonlyArray<Kind>): Promise<void> {
  const wanted = new Map(kinds.map((kind) => [kind.name, kind]));
  for (const kind of kinds) await database.table(kind.table).clear();
  await database.bin.filter((entry) => wanted.has(entry.kind)).delete();
  await database.unread.filter((entry) => wanted.has(entry.kind)).delete();
  for await (const saves of inCausalOrder(database)) {
    const parts = saves.map((save) => ({ ...save, edits: save.edits.filter((edit) => wanted.has(edit.kind)) }));
    // Texts are left as they are: updates are idempotent, and their table knows no kinds.
    await (
      await materialise(database, wanted, parts)
    ).written;
  }
  await keepShapes(database, all);
}

async function keepShapes(database: Database, kinds: ReadonlyMap<string, Kind>): Promise<void> {
  const of = Object.fromEntries([...kinds.values()].map((kind) => [kind.name, shapeOf(kind)]));
  await database.meta.put({ key: 'shapes', of });
}

/** Rebuilds those kinds whose shape is not the one their rows were made in. */
export async function rebuildWhereNeeded(ledger: Ledger): Promise<ReadonlyArray<string>> {
  const entry = await ledger.database.meta.get('shapes');
  const shapes = entry?.key === 'shapes' ? entry.of : {};
  const changed = [...ledger.kinds.values()].filter((kind) => shapes[kind.name] !== shapeOf(kind));
  if (changed.length > 0) await rebuild(ledger, changed);
  return changed.map((kind) => kind.name);
}
