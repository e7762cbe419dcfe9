/**
 * A record worked out from saves: its values for the screen, and beside them what merging must remember.
 *
 * Everything here is a pure function of the saves applied, in whatever causal order they come.
 */
import { isSameJson, type Json } from '#shared/kernel/json.ts';
import { initialsOf, type Kind } from './kind.ts';
import { isConflict, isSameHeads, written, type Head } from './register.ts';
import { goneOrTouch, gonePath, type Edit, type Save } from './save.ts';
import type { Deletion, Tracked } from './tracked.ts';
import { heldOf } from './version-vector.ts';

export type Row = Tracked & Readonly<Record<string, unknown>>;

export type EditOutcome = 'applied' | 'unknownField' | 'wrongValue';

/** A record being worked on: several edits in, one row out. */
export interface Workpiece {
  readonly kind: Kind;
  readonly id: string;
  readonly values: Record<string, Json>;
  readonly heads: Record<string, ReadonlyArray<Head>>;
  readonly others: Record<string, ReadonlyArray<Json>>;
  deletions: ReadonlyArray<Deletion>;
}

export function takeUp(kind: Kind, id: string, row: Row | undefined): Workpiece {
  if (row === undefined) return { kind, id, values: initialsOf(kind), heads: {}, others: {}, deletions: [] };
  const values = initialsOf(kind);
  for (const name of Object.keys(values)) if (Object.hasOwn(row, name)) values[name] = row[name] as Json;
  return { kind, id, values, heads: { ...row._heads }, others: { ...row._others }, deletions: row._deletions };
}

/** The value shown at a path; for an element of a set, whether it is in. */
export function valueNow(work: Workpiece, path: string): Json {
  const [name = '', element = null] = path.split('/', 2);
  const value = work.values[name] ?? null;
  if (element === null) return value;
  return Array.isArray(value) && value.includes(element);
}

function withElement(list: Json | undefined, element: string, isIn: boolean): Json {
  const others = Array.isArray(list) ? list.filter((item) => typeof item === 'string' && item !== element) : [];
  return isIn ? [...others, element].sort((a, b) => (String(a) < String(b) ? -1 : 1)) : others;
}

/** The values of all heads at a path, the one shown first. */
function valuesAt(work: Workpiece, path: string): ReadonlyArray<Json> {
  return [valueNow(work, path), ...(work.others[path] ?? [])];
}

/** Whether this app can read such a value at such a path; marks aside, a field it knows and a value its decoder takes. */
export function isReadable(kind: Kind, path: string, value: Json): boolean {
  if (goneOrTouch.includes(path)) return typeof value === 'boolean';
  const [name = '', element = null] = path.split('/', 2);
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field === undefined || (field.merge === 'set') !== (element !== null)) return false;
  return field.decode(field.merge === 'set' ? [element] : value).ok;
}

/** A value as a row holds it: a text as its field's decoder takes it, anything else as it was written. */
export function valueRead(kind: Kind, path: string, value: Json): Json {
  const field = typeof value === 'string' && Object.hasOwn(kind.fields, path) ? kind.fields[path] : undefined;
  if (field?.merge !== 'value') return value;
  const decoded = field.decode(value);
  return decoded.ok && typeof decoded.value === 'string' ? decoded.value : value;
}

/** Works one edit in. What this app does not know or cannot read is left to the log, where a newer app will find it. */
export function workIn(work: Workpiece, save: Save, edit: Edit): EditOutcome {
  const [name = '', element = null] = edit.path.split('/', 2);
  const isMark = goneOrTouch.includes(edit.path);
  const field = isMark ? undefined : Object.hasOwn(work.kind.fields, name) ? work.kind.fields[name] : undefined;
  if (!isMark && field === undefined) return 'unknownField';
  if (field !== undefined) {
    if ((field.merge === 'set') !== (element !== null)) return 'wrongValue';
    const sample = field.merge === 'set' ? [element] : edit.value;
    if (!field.decode(sample).ok) return 'wrongValue';
  }

  const head: Head = [save.device, save.seq, save.at];
  const held = work.heads[edit.path];
  // A text's words are merged elsewhere; here it only matters who has written.
  const isText = field?.merge === 'text';
  const value = isText ? null : valueRead(work.kind, edit.path, edit.value);
  const before = held === undefined ? undefined : { heads: held, values: valuesAt(work, edit.path) };
  const after = written(before, head, value, edit.over);
  work.heads[edit.path] = after.heads;
  if (edit.path === gonePath) {
    const known = edit.value === true ? [...work.deletions, { head, deps: save.deps }] : work.deletions;
    // In the order of the heads, which does not depend on the order of arrival.
    work.deletions = after.heads.flatMap(
      ([device, seq]) => known.find((deletion) => deletion.head[0] === device && deletion.head[1] === seq) ?? [],
    );
  }
  if (isMark || isText) return 'applied';

  const [shown = null, ...others] = after.values;
  if (others.length > 0) work.others[edit.path] = others;
  else delete work.others[edit.path];
  work.values[name] = element === null ? shown : withElement(work.values[name], element, shown === true);
  return 'applied';
}

function isCovered(head: Head, deletions: ReadonlyArray<Deletion>): boolean {
  const [device, seq] = head;
  return deletions.some((deletion) =>
    deletion.head[0] === device ? seq <= deletion.head[1] : seq <= heldOf(deletion.deps, device),
  );
}

/** Whether the record is deleted: some deletion stands, and between them the deletions had seen every write that stands. */
export function isGone(row: Pick<Tracked, '_heads' | '_deletions'>): boolean {
  if (row._deletions.length === 0) return false;
  return Object.values(row._heads).every((heads) => heads.every((head) => isCovered(head, row._deletions)));
}

/** Fields written by the same saves share one list of heads, which a database then keeps once and not for each. */
function sharedHeads(heads: Workpiece['heads']): Workpiece['heads'] {
  const lists: ReadonlyArray<Head>[] = [];
  const shared: Workpiece['heads'] = {};
  for (const [path, own] of Object.entries(heads)) {
    const list = lists.find((one) => isSameHeads(one, own)) ?? own;
    if (list === own) lists.push(own);
    shared[path] = list;
  }
  return shared;
}

/** The row to be kept, finished. */
export function putDown(work: Workpiece): Row {
  const { id, values, heads, others, deletions } = work;
  const marks = { _heads: sharedHeads(heads), _deletions: deletions };
  const isDisputed = deletions.length > 0 && !isGone(marks);
  const isTorn = Object.keys(others).some((path) => isConflict(valuesAt(work, path)));
  return { ...values, id, ...marks, _others: others, _open: isDisputed || isTorn ? 1 : 0 };
}

export interface OpenDecision {
  readonly path: string;
  /** The values to choose from, the one shown first, equal ones once. */
  readonly values: ReadonlyArray<{ readonly value: Json; readonly head: Head }>;
}

/** The fields of a record on which people disagree. */
export function decisionsOf(kind: Kind, row: Row): ReadonlyArray<OpenDecision> {
  const work = takeUp(kind, row.id, row);
  return Object.entries(row._heads).flatMap(([path, heads]) => {
    const values = valuesAt(work, path);
    if (path.startsWith('$') || !isConflict(values)) return [];
    const distinct: { value: Json; head: Head }[] = [];
    for (const [index, head] of heads.entries()) {
      const value = values[index] ?? null;
      if (!distinct.some((entry) => isSameJson(entry.value, value))) distinct.push({ value, head });
    }
    return [{ path, values: distinct }];
  });
}
