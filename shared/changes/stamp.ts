/** From draft to save: what each change replaces is settled here, against the records as they stand at this moment. */
import { isSameJson } from '#shared/kernel/json.ts';
import type { Stamp } from './clock.ts';
import type { Change, Draft } from './draft.ts';
import type { Kind } from './kind.ts';
import { takeUp, valueNow, type Row } from './record.ts';
import { goneOrTouch, touchPath, type Dot, type Edit, type Save } from './save.ts';
import type { VersionVector } from './version-vector.ts';

export interface Author {
  readonly device: string;
  readonly by: string;
}

export interface Moment {
  readonly seq: number;
  readonly at: Stamp;
  readonly deps: VersionVector;
}

/** Finds the row of a record as it stands, deleted ones included. */
export type RowNow = (kind: string, id: string) => Row | undefined;

/**
 * What a change replaces: what its author saw, and whatever this device wrote itself, for that its officer has seen too.
 */
function replaced(change: Change, row: Row | undefined, device: string): ReadonlyArray<Dot> {
  const standing = (row?._heads[change.path] ?? []).map(([by, seq]): Dot => [by, seq]);
  const { seen } = change;
  if (seen === null) return standing;
  return standing.filter(([by, seq]) => by === device || seen.some((dot) => dot[0] === by && dot[1] === seq));
}

function changesNothing(kind: Kind | undefined, edit: Edit, row: Row | undefined): boolean {
  if (kind === undefined || row === undefined || goneOrTouch.includes(edit.path)) return false;
  const [name = ''] = edit.path.split('/');
  if (kind.fields[name]?.merge === 'text') return false;
  const heads = row._heads[edit.path] ?? [];
  if (heads.length !== edit.over.length) return false;
  const now = valueNow(takeUp(kind, row.id, row), edit.path);
  return heads.length < 2 && isSameJson(now, edit.value);
}

/**
 * Putting a record into another counts as touching that other, so that deleting it elsewhere meanwhile is noticed and
 * nothing is left without a home.
 */
function touches(
  changes: ReadonlyArray<Change>,
  kinds: ReadonlyMap<string, Kind>,
  rowNow: RowNow,
): ReadonlyArray<Change> {
  const parents = changes.flatMap((change) => {
    const parent = kinds.get(change.kind)?.parent;
    const isPlaced = parent !== null && parent !== undefined && change.path === parent.field;
    return isPlaced && typeof change.value === 'string' ? [{ kind: parent.kind, record: change.value }] : [];
  });
  return parents
    .filter(
      ({ kind, record }, index) =>
        // To touch what is not there would be to make it.
        rowNow(kind, record) !== undefined &&
        parents.findIndex((other) => other.kind === kind && other.record === record) === index &&
        !changes.some((change) => change.kind === kind && change.record === record && change.path === touchPath),
    )
    .map((parent) => ({ ...parent, path: touchPath, value: true, seen: null }));
}

/** The save a draft becomes, or `null` when it changes nothing and takes nothing back. Of two changes to one field the later counts. */
export function stampSave(
  draft: Draft,
  author: Author,
  moment: Moment,
  kinds: ReadonlyMap<string, Kind>,
  rowNow: RowNow,
): Save | null {
  const wanted = new Map<string, Change>();
  for (const change of [...draft.changes, ...touches(draft.changes, kinds, rowNow)]) {
    wanted.set(`${change.kind} ${change.record} ${change.path}`, change);
  }
  const edits = [...wanted.values()].flatMap((change): Edit[] => {
    const row = rowNow(change.kind, change.record);
    const { kind, record, path, value } = change;
    const edit: Edit = { kind, record, path, value, over: replaced(change, row, author.device) };
    return changesNothing(kinds.get(kind), edit, row) ? [] : [edit];
  });
  const { command, note, reverts } = draft;
  const isNothing = edits.every((edit) => edit.path === touchPath && rowNow(edit.kind, edit.record) !== undefined);
  // Taking back is kept even where all of it was left alone, or the next *Undo* would come to the same save again.
  if (isNothing && reverts === null) return null;
  return { ...author, ...moment, command, note, reverts, edits };
}
