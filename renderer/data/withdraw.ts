/**
 * Takes saves of a device out of the log: those beyond a number, where the device's saves turned out to run two ways. The only way a save
 * ever leaves a log; whoever uses it sees to it that none is lost.
 */
import type { Table } from 'dexie';
import { takeReady } from '#shared/changes/causal-order.ts';
import type { VersionVector } from '#shared/changes/version-vector.ts';
import type { Ledger } from './commit.ts';
import { readLogHeld } from './database.ts';
import { readWaiting, readWholeLog } from './log.ts';
import { rebuiltTables } from './rebuild.ts';

/** What a transaction has to cover in which saves are taken out. */
export function withdrawnTables(ledger: Ledger): Table[] {
  return [...rebuiltTables(ledger, [...ledger.kinds.values()]), ledger.database.parked];
}

/**
 * Within a transaction over `withdrawnTables`. Answers with what is held without them: whatever leant on one of them waits from then on.
 * Neither the log's own entry nor any row is changed here.
 */
export async function withdraw({ database }: Ledger, device: string, after: number): Promise<VersionVector> {
  const log = await readLogHeld(database);
  const waiting = await readWaiting(database);
  const held = await readWholeLog(database);
  const beyond = [
    [device, after + 1],
    [device, Infinity],
  ] as const;
  const between = [[...beyond[0]], [...beyond[1]], true, true] as [[string, number], [string, number], true, true];
  await database.saves
    .where('[device+seq]')
    .between(...between)
    .delete();
  await database.segments
    .where('[device+from]')
    .between(...between)
    .delete();
  await database.contents
    .where('[device+from]')
    .between(...between)
    .delete();
  const left = [...held, ...waiting].filter((save) => save.device !== device || save.seq <= after);
  const vector: Record<string, number> = {};
  takeReady(left, vector);
  // Of nothing is more held than before: what waited waits on.
  return Object.fromEntries(Object.entries(vector).map(([by, seq]) => [by, Math.min(seq, log?.held[by] ?? 0)]));
}
