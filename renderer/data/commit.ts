/**
 * The one way into the log, for the keyboard and for a colleague's bundle alike: one transaction appends the saves, works
 * them into the tables and moves on what is held. Either all of it is kept or none.
 */
import type { Table } from 'dexie';
import { takeReady } from '#shared/changes/causal-order.ts';
import { heldAfter, nextStamp } from '#shared/changes/clock.ts';
import type { Change, Draft } from '#shared/changes/draft.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { isReadable, valueRead, type Row } from '#shared/changes/record.ts';
import { isHonest, type Save } from '#shared/changes/save.ts';
import { stampSave } from '#shared/changes/stamp.ts';
import { heldOf } from '#shared/changes/version-vector.ts';
import { readLogHeld, type Database, type LogHeld, type SaveRow } from './database.ts';
import { beginFreshLog } from './fresh-log.ts';
import { savesWaitingSealed } from './log.ts';
import { allOf, materialise, readRows, type Materialised } from './materialise.ts';
import type { SegmentWithSaves } from './segment-entry.ts';
import { keepSegments, segmentsHeld } from './segments.ts';

export interface Ledger {
  readonly database: Database;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Milliseconds since 1970, by this laptop's clock. */
  now(): number;
}

export interface Received {
  /** Saves that were new and are in. */
  readonly applied: number;
  /** Saves held before. */
  readonly known: number;
  /** Saves laid aside until those they lean on arrive, earlier ones included. */
  readonly waiting: number;
}

/** A save by itself, as it is kept until it is sealed. */
export function rowOf(save: Save): SaveRow {
  return { ...save, records: [...new Set(save.edits.map((edit) => edit.record))], stamp: save.at };
}

function tablesFor(database: Database, kinds: Iterable<Kind>): Table[] {
  const ofLog = [database.meta, database.saves, database.unread, database.bin, database.texts];
  return [...ofLog, ...[...kinds].map((kind) => database.table(kind.table))];
}

async function held(database: Database): Promise<LogHeld> {
  const log = await readLogHeld(database);
  if (log === undefined) throw new Error('The workspace has no log yet');
  return log;
}

/** What is kept with an officer's save, or with finding that it changes nothing: both or neither. Awaits nothing but Dexie. */
export interface KeptWith {
  readonly tables: ReadonlyArray<Table>;
  keep(): Promise<unknown>;
}

/** Keeps what an officer decided. Answers with the save, or `null` when the draft changes nothing. */
export async function commitDraft(ledger: Ledger, asked: Draft, by: string, also?: KeptWith): Promise<Save | null> {
  const { database, kinds } = ledger;
  const draft: Draft = { ...asked, changes: asked.changes.map((change) => asKept(change, kinds)) };
  const named = draft.changes.flatMap((change) => {
    const kind = kinds.get(change.kind);
    if (kind === undefined) throw new Error(`No such kind of record: ${change.kind}`);
    // What the row could not show must not pass for saved.
    if (!isReadable(kind, change.path, change.value)) {
      throw new Error(`“${change.path}” of the ${kind.label} does not take this value`);
    }
    const parent = kind.parent === null ? undefined : kinds.get(kind.parent.kind);
    return parent === undefined ? [kind] : [kind, parent];
  });
  await beginFreshLog();
  const tables = [...tablesFor(database, new Set(named)), ...(also?.tables ?? [])];
  return database.transaction('rw', tables, async () => {
    await also?.keep();
    const log = await held(database);
    const { [log.device]: own = 0, ...deps } = log.held;
    const rows = await readRows(
      database,
      draft.changes.flatMap((change) => {
        const kind = kinds.get(change.kind);
        if (kind === undefined) return [];
        const parent = kind.parent === null ? undefined : kinds.get(kind.parent.kind);
        const isPlaced = parent !== undefined && change.path === kind.parent?.field;
        const placed = isPlaced && typeof change.value === 'string' ? [{ kind: parent, id: change.value }] : [];
        return [{ kind, id: change.record }, ...placed];
      }),
    );
    const changed = draft.changes.find(({ kind, record }) => {
      return kinds.get(kind)?.isFinal === true && rows.get(`${kind} ${record}`) !== undefined;
    });
    if (changed !== undefined) throw new Error(`What has been issued stays as it is: ${changed.kind}`);
    const moment = { seq: own + 1, at: nextStamp(log.stamp, ledger.now()), deps };
    const author = { device: log.device, by };
    const save = stampSave(draft, author, moment, kinds, (kind, id) => rows.get(`${kind} ${id}`));
    if (save === null) return null;
    const { written } = await append(ledger, log, [save], [save]);
    await written;
    return save;
  });
}

/** What nobody sees in a text goes neither into the log nor into a row. */
function asKept(change: Change, kinds: ReadonlyMap<string, Kind>): Change {
  const kind = kinds.get(change.kind);
  return kind === undefined ? change : { ...change, value: valueRead(kind, change.path, change.value) };
}

/** @param loose those of them that lie in no sealed part */
async function append(
  ledger: Ledger,
  log: LogHeld,
  saves: ReadonlyArray<Save>,
  loose: ReadonlyArray<Save>,
): Promise<Materialised> {
  const { database, kinds } = ledger;
  const vector = { ...log.held };
  let stamp = log.stamp;
  for (const save of saves) {
    vector[save.device] = save.seq;
    stamp = save.device === log.device ? Math.max(stamp, save.at) : heldAfter(stamp, save.at, ledger.now());
  }
  const kept = loose.length > 0 ? [database.saves.bulkAdd(loose.map(rowOf))] : [];
  const { rows, written } = await materialise(database, kinds, saves);
  return { rows, written: allOf([...kept, written, database.meta.put({ ...log, held: vector, stamp })]) };
}

/**
 * Takes in saves from elsewhere, in any order and however often. What leans on saves not here yet is laid aside and taken
 * up by itself once they are.
 */
export async function receive(ledger: Ledger, incoming: ReadonlyArray<Save>): Promise<Received> {
  const { ready, ...received } = await receiveWith(ledger, { saves: incoming }, { tables: [], keep: async () => {} });
  return { ...received, applied: ready.length };
}

/** What comes in: saves by themselves, and sealed parts. */
export interface Incoming {
  readonly saves?: ReadonlyArray<Save>;
  readonly segments?: ReadonlyArray<SegmentWithSaves>;
}

/** What is kept, or thrown, with the saves: all of it or none. Awaits nothing but Dexie. */
export interface Alongside {
  readonly tables: ReadonlyArray<Table>;
  /** Done before anything is taken in. */
  first?(): Promise<void>;
  /** Told what came in, each save after those it leans on, how many wait, and the rows as they stand then, keyed `kind id`. */
  keep(ready: ReadonlyArray<Save>, waiting: number, rows: ReadonlyMap<string, Row>): Promise<void>;
}

export interface ReceivedSaves extends Omit<Received, 'applied'> {
  /** Saves that were new and are in, each after those it leans on. */
  readonly ready: ReadonlyArray<Save>;
}

/** As `receive`, with more to be kept in the same transaction. */
export async function receiveWith(
  ledger: Ledger,
  { saves: loose = [], segments = [] }: Incoming,
  alongside: Alongside,
): Promise<ReceivedSaves> {
  const { database, kinds } = ledger;
  const ofSealed = [database.segments, database.contents];
  const tables = [...tablesFor(database, kinds.values()), ...ofSealed, database.parked, ...alongside.tables];
  await beginFreshLog();
  return database.transaction('rw', tables, async () => {
    await alongside.first?.();
    const log = await held(database);
    const vector: Record<string, number> = { ...log.held };
    const pool = new Map<string, Save>();
    const sealed = new Set<Save>();
    let known = 0;
    const add = (save: Save, isSealed: boolean): void => {
      const key = `${save.device} ${save.seq}`;
      if (save.seq <= heldOf(vector, save.device) || pool.has(key) || !isHonest(save)) {
        known += 1;
        return;
      }
      pool.set(key, save);
      if (isSealed) sealed.add(save);
    };
    for (const save of await savesWaitingSealed(database, log.held)) add(save, true);
    for (const save of await database.parked.toArray()) add(save, false);
    known = 0;
    for (const { saves } of segments) for (const save of saves) add(save, true);
    for (const save of loose) add(save, false);
    const ready = takeReady([...pool.values()], vector);
    for (const save of ready) pool.delete(`${save.device} ${save.seq}`);
    const heldParts = new Set((await segmentsHeld(database)).map(({ device, from }) => `${device} ${from}`));
    const fresh = segments.filter(({ sealed: { device, from } }) => !heldParts.has(`${device} ${from}`));
    // Asked for one after the other and awaited together: the disk is at work while the rows and the report are worked out.
    const parts = keepSegments(database, fresh);
    const isLoose = (save: Save): boolean => !sealed.has(save);
    const { rows, written } = await append(ledger, log, ready, ready.filter(isLoose));
    const aside = [database.parked.clear(), database.parked.bulkAdd([...pool.values()].filter(isLoose))];
    const all = allOf([...parts, written, ...aside]);
    await alongside.keep(ready, pool.size, rows);
    await all;
    return { ready, known, waiting: pool.size };
  });
}
