/** Works the tables out anew from the log: after an upgrade changed their shape, and as a repair. */
import type { Kind } from '#shared/changes/kind.ts';
import type { Save } from '#shared/changes/save.ts';
import { heldOf, isWithin } from '#shared/changes/version-vector.ts';
import type { Ledger } from './commit.ts';
import type { Database } from './database.ts';
import { materialise } from './materialise.ts';
import { shapeOf } from './schema.ts';

const atATime = 2000;

/**
 * The whole log, a few thousand saves at a time, each save after those it leans on. Devices take turns: each goes on until
 * its next save leans on one that has not come yet.
 */
async function* inCausalOrder(database: Database): AsyncGenerator<ReadonlyArray<Save>> {
  const devices = (await database.saves.orderBy('[device+seq]').keys()) as unknown as [string, number][];
  const last = new Map<string, number>();
  for (const [device, seq] of devices) last.set(device, Math.max(seq, last.get(device) ?? 0));
  const done: Record<string, number> = {};
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [device, end] of last) {
      for (let from = heldOf(done, device) + 1; from <= end; from = heldOf(done, device) + 1) {
        const saves = await database.saves
          .where('[device+seq]')
          .between([device, from], [device, from + atATime], true, false)
          .toArray();
        const stop = saves.findIndex((save) => !isWithin(save.deps, done));
        const ready = stop < 0 ? saves : saves.slice(0, stop);
        if (ready.length > 0) yield ready;
        done[device] = from + ready.length - 1;
        if (ready.length > 0) isMoving = true;
        if (stop >= 0 || saves.length === 0) break;
      }
    }
  }
}

/** Empties the tables of these kinds and fills them from the log, in one transaction. */
export async function rebuild(ledger: Ledger, kinds: ReadonlyArray<Kind>): Promise<void> {
  const { database } = ledger;
  const wanted = new Map(kinds.map((kind) => [kind.name, kind]));
  const tables = kinds.map((kind) => database.table(kind.table));
  const ofLog = [database.meta, database.saves, database.bin, database.texts, database.unread];
  await database.transaction('rw', [...ofLog, ...tables], async () => {
    for (const table of tables) await table.clear();
    await database.bin.filter((entry) => wanted.has(entry.kind)).delete();
    await database.unread.filter((entry) => wanted.has(entry.kind)).delete();
    for await (const saves of inCausalOrder(database)) {
      const parts = saves.map((save) => ({ ...save, edits: save.edits.filter((edit) => wanted.has(edit.kind)) }));
      // Texts are left as they are: updates are idempotent, and their table knows no kinds.
      await materialise(database, wanted, parts);
    }
    await keepShapes(database, ledger.kinds);
  });
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
