/**
 * Works saves into the tables. Runs inside a transaction that covers every table it may touch, and awaits nothing but Dexie.
 */
import { Dexie, type Table } from 'dexie';
import type { Kind } from '#shared/changes/kind.ts';
import { isGone, putDown, takeUp, workIn, type Row } from '#shared/changes/record.ts';
import type { Edit, Save } from '#shared/changes/save.ts';
import { textKey, withUpdates } from '#shared/changes/text.ts';
import type { Binned, Database, KeptText, Unread } from './database.ts';

interface Touched {
  readonly kind: Kind;
  readonly id: string;
}

/** Rows as they stand, deleted ones included, keyed `kind id`. */
export async function readRows(database: Database, touched: ReadonlyArray<Touched>): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (const [kind, ids] of groupByKind(touched)) {
    const rows = await rowsOfMany(database.table<Row, string>(kind.table), ids);
    const missing: string[] = [];
    for (const [index, id] of ids.entries()) {
      const row = rows[index];
      if (row === undefined) missing.push(id);
      else found.set(`${kind.name} ${id}`, row);
    }
    if (missing.length === 0) continue;
    for (const entry of await binnedOf(database, kind, missing)) found.set(`${kind.name} ${entry.id}`, entry.row);
  }
  return found;
}

/** From so many keys on it is quicker to read a whole table than to ask for each. */
const manyKeys = 300;
/** Unless the table holds so many times more. */
const farMore = 4;

async function rowsOfMany(
  table: Table<Row, string>,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<Row | undefined>> {
  if (ids.length < manyKeys || (await table.count()) > ids.length * farMore) return table.bulkGet([...ids]);
  const rows = new Map((await table.toArray()).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}

async function binnedOf({ bin }: Database, { name }: Kind, ids: ReadonlyArray<string>): Promise<ReadonlyArray<Binned>> {
  if (ids.length < manyKeys || (await bin.count()) > ids.length * farMore) {
    const found = await bin.bulkGet(ids.map((id): [string, string] => [name, id]));
    return found.filter((entry) => entry !== undefined);
  }
  const wanted = new Set(ids);
  return (await bin.toArray()).filter(({ kind, id }) => kind === name && wanted.has(id));
}

function groupByKind(touched: ReadonlyArray<Touched>): ReadonlyMap<Kind, ReadonlyArray<string>> {
  const groups = new Map<Kind, string[]>();
  for (const { kind, id } of touched) {
    const ids = groups.get(kind);
    if (ids === undefined) groups.set(kind, [id]);
    else ids.push(id);
  }
  return groups;
}

function isText(kind: Kind, path: string): boolean {
  return kind.fields[path]?.merge === 'text';
}

export interface Materialised {
  /** The rows that were touched, keyed `kind id`. */
  readonly rows: ReadonlyMap<string, Row>;
  /** When the database has taken all of it. */
  readonly written: PromiseLike<unknown>;
}

/** Whatever is asked for side by side within a transaction: one that fails takes all back, and is told to whoever waits for this. */
export function allOf(asked: ReadonlyArray<PromiseLike<unknown>>): PromiseLike<unknown> {
  // Dexie's own: it follows its transaction where nobody awaits.
  const all = Dexie.Promise.all([...asked]);
  // Something else may fail before anybody waits.
  all.catch(() => undefined);
  return all;
}

/** Works these saves, each after those it leans on, into rows and texts. Does not wait for the disk: it works beside. */
export async function materialise(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  saves: ReadonlyArray<Save>,
): Promise<Materialised> {
  const { touched, unread } = editsByRecord(saves, kinds);
  const before = await readRows(database, [...touched.values()]);
  const { texts, refused } = await workTexts(database, saves, kinds);
  const writing = rowWriter(database);
  const rows = new Map<string, Row>();
  for (const [key, { kind, id, edits }] of touched) {
    const work = takeUp(kind, id, before.get(key));
    let isTouched = false;
    for (const [save, edit] of edits) {
      if (!refused.has(edit) && workIn(work, save, edit) === 'applied') isTouched = true;
      else unread.push(skipped(save, edit));
    }
    if (!isTouched) continue;
    const row = putDown(work);
    rows.set(key, row);
    writing.put(kind, row, before.get(key));
  }
  const asked = writing.end();
  if (texts.length > 0) asked.push(database.texts.bulkPut([...texts]));
  if (unread.length > 0) asked.push(database.unread.bulkAdd(unread));
  return { rows, written: allOf(asked) };
}

function skipped({ device, seq }: Save, { kind, path }: Edit): Unread {
  return { kind, device, seq, path };
}

interface ToWork extends Touched {
  readonly edits: (readonly [Save, Edit])[];
}

/** What is written to each record, and what this app knows no kind for. */
function editsByRecord(
  saves: ReadonlyArray<Save>,
  kinds: ReadonlyMap<string, Kind>,
): { readonly touched: ReadonlyMap<string, ToWork>; readonly unread: Unread[] } {
  const touched = new Map<string, ToWork>();
  const unread: Unread[] = [];
  let last: ToWork | undefined;
  for (const save of saves) {
    for (const edit of save.edits) {
      // A save writes the fields of a record one after the other.
      if (last?.id !== edit.record || last.kind.name !== edit.kind) {
        const kind = kinds.get(edit.kind);
        if (kind === undefined) {
          unread.push(skipped(save, edit));
          continue;
        }
        const key = `${edit.kind} ${edit.record}`;
        last = touched.get(key) ?? { kind, id: edit.record, edits: [] };
        touched.set(key, last);
      }
      last.edits.push([save, edit]);
    }
  }
  return { touched, unread };
}

interface TextsWorked {
  /** Texts with something new in them. */
  readonly texts: ReadonlyArray<KeptText>;
  /** Edits that cannot be taken into their text. */
  readonly refused: ReadonlySet<Edit>;
}

/** Each text is opened once, however many updates it gets. */
async function workTexts(
  database: Database,
  saves: ReadonlyArray<Save>,
  kinds: ReadonlyMap<string, Kind>,
): Promise<TextsWorked> {
  const editsByKey = new Map<string, Edit[]>();
  for (const { edits } of saves) {
    for (const edit of edits) {
      const kind = kinds.get(edit.kind);
      if (kind === undefined || !isText(kind, edit.path)) continue;
      listAt(editsByKey, textKey(edit.record, edit.path)).push(edit);
    }
  }
  const keys = [...editsByKey.keys()];
  const kept = keys.length === 0 ? [] : await database.texts.bulkGet(keys);
  const texts: KeptText[] = [];
  const refused = new Set<Edit>();
  for (const [index, [key, list]] of [...editsByKey].entries()) {
    const updates = list.map(({ value }) => (typeof value === 'string' ? value : ''));
    const taken = withUpdates(kept[index]?.state ?? null, updates);
    if (taken.state !== null) texts.push({ key, state: taken.state });
    for (const [place, edit] of list.entries()) if (taken.refused.has(place)) refused.add(edit);
  }
  return { texts, refused };
}

/** So many rows of a table are given to the database at a time. */
const rowsAtATime = 1000;

interface RowWriter {
  put(kind: Kind, row: Row, before: Row | undefined): void;
  /** Gives the database what is left; answers with everything that was asked of it. */
  end(): PromiseLike<unknown>[];
}

function listAt<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Hands rows on while others are still worked out. */
function rowWriter(database: Database): RowWriter {
  const asked: PromiseLike<unknown>[] = [];
  const live = new Map<string, Row[]>();
  const gone = new Map<string, string[]>();
  const intoBin: Binned[] = [];
  const outOfBin: [string, string][] = [];
  return {
    put(kind, row, before) {
      const wasGone = before !== undefined && isGone(before);
      if (isGone(row)) {
        // From the deletions alone, so that it is the same however the saves came.
        const binnedAt = Math.max(...row._deletions.map(({ head: [, , at] }) => at));
        intoBin.push({ kind: kind.name, id: row.id, row, binnedAt });
        if (before !== undefined && !wasGone) listAt(gone, kind.table).push(row.id);
        return;
      }
      if (wasGone) outOfBin.push([kind.name, row.id]);
      const list = listAt(live, kind.table);
      list.push(row);
      if (list.length < rowsAtATime) return;
      asked.push(database.table<Row, string>(kind.table).bulkPut(list));
      live.delete(kind.table);
    },
    end() {
      for (const [table, rows] of live) asked.push(database.table<Row, string>(table).bulkPut(rows));
      for (const [table, ids] of gone) asked.push(database.table<Row, string>(table).bulkDelete(ids));
      if (intoBin.length > 0) asked.push(database.bin.bulkPut(intoBin));
      if (outOfBin.length > 0) asked.push(database.bin.bulkDelete(outOfBin));
      return asked;
    },
  };
}
