import { expect, test } from 'vitest';
import { create, draft, remove, set, type Change } from '#shared/changes/draft.ts';
import { putDown, takeUp, workIn, type Row } from '#shared/changes/record.ts';
import type { Save } from '#shared/changes/save.ts';
import { stampSave } from '#shared/changes/stamp.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { kinds } from '#shared/domain/kinds.ts';

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

function stamped(rows: ReadonlyMap<string, Row>, seq: number, ...changes: ReadonlyArray<Change>[]): Save | null {
  const author = { device: 'laptop-1', by: 'Ada Fell' };
  return stampSave(draft('Did', '', changes), author, { seq, at: seq, deps: {} }, byName, (kind, id) =>
    rows.get(`${kind} ${id}`),
  );
}

function rowAfter(...saves: ReadonlyArray<Save | null>): Row {
  const work = takeUp(bodyKind, 'board', undefined);
  for (const save of saves) for (const edit of save?.edits ?? []) if (save !== null) workIn(work, save, edit);
  return putDown(work);
}

test('putting a record into nothing, or into what is not there, makes no record', () => {
  for (const bodyId of ['', 'no-such-body']) {
    const save = stamped(new Map(), 1, create(seatKind, 'chair', { bodyId, name: 'Chair' }));
    expect(save?.edits.map((edit) => edit.record)).toEqual(['chair', 'chair', 'chair']);
  }
});

test('putting a record into another touches that other', () => {
  const born = stamped(new Map(), 1, create(bodyKind, 'board', {}));
  const rows = new Map([['body board', rowAfter(born)]]);
  const save = stamped(rows, 2, create(seatKind, 'chair', { bodyId: 'board' }));
  expect(save?.edits.find((edit) => edit.record === 'board')).toEqual({
    kind: 'body',
    record: 'board',
    path: '$touch',
    value: true,
    over: [['laptop-1', 1]],
  });
});

test('both made in one go: the parent is born, not touched', () => {
  const save = stamped(new Map(), 1, create(bodyKind, 'board', {}), create(seatKind, 'chair', { bodyId: 'board' }));
  expect(save?.edits.filter((edit) => edit.path === '$touch').map((edit) => edit.record)).toEqual(['board', 'chair']);
});

test('of two changes to one field the later counts, and what changes nothing is left out', () => {
  const born = stamped(new Map(), 1, create(bodyKind, 'board', { name: 'Board' }));
  const row = rowAfter(born);
  const rows = new Map([['body board', row]]);
  const board = row as unknown as Body;
  const save = stamped(rows, 2, set(bodyKind, board, { name: 'A' }), set(bodyKind, board, { name: 'B', purpose: '' }));
  expect(save?.edits.map(({ path, value }) => [path, value])).toEqual([['name', 'B']]);
  expect(stamped(rows, 2, set(bodyKind, board, { name: 'Board' }))).toBeNull();
  expect(stamped(rows, 2, remove(bodyKind, 'board'))?.edits).toHaveLength(1);
});
