/**
 * Works saves into the tables. Runs inside a transaction that covers every table it may touch, and awaits nothing but Dexie.
 */
import type { Table } from 'dexie';
import type { Kind } from '#shared/changes/kind.ts';
import { isGone, putDown, takeUp, workIn, type Row, type Workpiece } from '#shared/changes/record.ts';
import type { Edit, Save } from '#shared/changes/save.ts';
import { textKey, withUpdates } from '#shared/changes/text.ts';
import type { Binned, Database, KeptText, Unread } from './database.ts';

interface Touched {
  readonly kind: Kind;
  readonly id: string;
}

function touchedBy(edits: ReadonlyArray<Edit>, kinds: ReadonlyMap<string, Kind>): ReadonlyArray<Touched> {
  const touched = new Map<string, Touched>();
  for (const edit of edits) {
    const kind = kinds.get(edit.kind);
    if (kind !== undefined) touched.set(`${edit.kind} ${edit.record}`, { kind, id: edit.record });
  }
  return [...touched.values()];
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

/** Works these saves, each after those it leans on, into rows and texts. Answers with the rows it touched, keyed `kind id`. */
export async function materialise(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  saves: ReadonlyArray<Save>,
): Promise<ReadonlyMap<string, Row>> {
  const edits = saves.flatMap((save) => save.edits);
  const touched = touchedBy(edits, kinds);
  const rows = await readRows(database, touched);
  const works = new Map<string, Workpiece>();
  const { texts, refused } = await workTexts(database, edits, kinds);
  const unread: Unread[] = [];

  for (const save of saves) {
    for (const edit of save.edits) {
      const skipped: Unread = { kind: edit.kind, device: save.device, seq: save.seq, path: edit.path };
      const kind = kinds.get(edit.kind);
      if (kind === undefined) {
        unread.push(skipped);
        continue;
      }
      const key = `${edit.kind} ${edit.record}`;
      const work = works.get(key) ?? takeUp(kind, edit.record, rows.get(key));
      if (!refused.has(edit) && workIn(work, save, edit) === 'applied') works.set(key, work);
      else unread.push(skipped);
    }
  }
  const worked = new Map([...works].map(([key, work]) => [key, putDown(work)]));
  await writeRows(database, [...works.values()], worked, rows);
  if (texts.length > 0) await database.texts.bulkPut([...texts]);
  if (unread.length > 0) await database.unread.bulkAdd(unread);
  return worked;
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
  edits: ReadonlyArray<Edit>,
  kinds: ReadonlyMap<string, Kind>,
): Promise<TextsWorked> {
  const editsByKey = new Map<string, Edit[]>();
  for (const edit of edits) {
    const kind = kinds.get(edit.kind);
    if (kind === undefined || !isText(kind, edit.path)) continue;
    const key = textKey(edit.record, edit.path);
    const list = editsByKey.get(key);
    if (list === undefined) editsByKey.set(key, [edit]);
    else list.push(edit);
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

async function writeRows(
  database: Database,
  works: ReadonlyArray<Workpiece>,
  worked: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, Row>,
): Promise<void> {
  const live = new Map<string, Row[]>();
  const gone = new Map<string, string[]>();
  const intoBin: Binned[] = [];
  const outOfBin: [string, string][] = [];
  for (const work of works) {
    const { kind, id } = work;
    const row = worked.get(`${kind.name} ${id}`);
    if (row === undefined) continue;
    const earlier = before.get(`${kind.name} ${id}`);
    const wasGone = earlier !== undefined && isGone(earlier);
    if (isGone(row)) {
      // From the deletions alone, so that it is the same however the saves came.
      const binnedAt = Math.max(...row._deletions.map(({ head: [, , at] }) => at));
      intoBin.push({ kind: kind.name, id, row, binnedAt });
      if (earlier !== undefined && !wasGone) gone.set(kind.table, [...(gone.get(kind.table) ?? []), id]);
    } else {
      const list = live.get(kind.table);
      if (list === undefined) live.set(kind.table, [row]);
      else list.push(row);
      if (wasGone) outOfBin.push([kind.name, id]);
    }
  }
  for (const [table, rows] of live) await database.table<Row, string>(table).bulkPut(rows);
  for (const [table, ids] of gone) await database.table<Row, string>(table).bulkDelete(ids);
  if (intoBin.length > 0) await database.bin.bulkPut(intoBin);
  if (outOfBin.length > 0) await database.bin.bulkDelete(outOfBin);
}
