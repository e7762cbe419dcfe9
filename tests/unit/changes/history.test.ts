import { expect, test } from 'vitest';
import { saveInWords } from '#shared/changes/history.ts';
import type { Kind } from '#shared/changes/kind.ts';
import type { Edit, Save } from '#shared/changes/save.ts';
import { kinds } from '#shared/domain/kinds.ts';

const byName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));
const time = Date.UTC(2026, 10, 23, 9);

function saveOf(...edits: ReadonlyArray<Partial<Edit>>): Save {
  return {
    device: 'laptop-1',
    seq: 3,
    at: time * 1024 + 5,
    deps: {},
    by: 'Ada Fell',
    command: 'Changed a meeting',
    note: 'The room was taken',
    edits: edits.map((edit) => ({ kind: 'meeting', record: 'm-1', path: 'place', value: '', over: [], ...edit })),
    reverts: null,
  };
}

function changesOf(...edits: ReadonlyArray<Partial<Edit>>): ReadonlyArray<readonly [string, string, string | null]> {
  return saveInWords(saveOf(...edits), byName).changes.map(({ what, field, value }) => [what, field, value]);
}

test('says who, what, when and why', () => {
  expect(saveInWords(saveOf(), byName)).toEqual({
    device: 'laptop-1',
    seq: 3,
    time,
    by: 'Ada Fell',
    command: 'Changed a meeting',
    note: 'The room was taken',
    changes: [],
  });
});

test('names fields as the form does, and values in words', () => {
  expect(
    changesOf(
      { path: 'place', value: 'Civic Centre' },
      { path: 'place', value: '' },
      { path: 'start', value: null },
      { kind: 'seat', path: 'votes', value: true },
      { kind: 'seat', path: 'votes', value: false },
      { kind: 'seat', path: 'roles/chair', value: true },
      { kind: 'seat', path: 'roles/chair', value: false },
      { kind: 'paper', path: 'body', value: 'AAAA' },
      { kind: 'agendaItem', path: 'place', value: { under: null, key: 'a0' } },
    ),
  ).toEqual([
    ['changed', 'Place', 'Civic Centre'],
    ['changed', 'Place', 'nothing'],
    ['changed', 'Start time', 'nothing'],
    ['changed', 'Votes', 'yes'],
    ['changed', 'Votes', 'no'],
    ['changed', 'Roles', 'chair: in'],
    ['changed', 'Roles', 'chair: out'],
    ['wrote', 'Text', null],
    ['changed', 'Place on the agenda', 'moved'],
  ]);
});

test('tells a record’s birth, deletion and return, and not that something was put into it', () => {
  expect(
    changesOf(
      { path: '$touch', value: true },
      { path: '$touch', value: true, over: [['laptop-1', 1]] },
      { path: '$gone', value: true },
      { path: '$gone', value: false },
    ),
  ).toEqual([
    ['created', '', null],
    ['deleted', '', null],
    ['broughtBack', '', null],
  ]);
});

test('what this app does not know is told as unknown, whatever it is called', () => {
  expect(
    changesOf(
      { kind: 'risk', path: 'likelihood', value: 3 },
      { path: 'colour', value: 'red' },
      { path: 'toString', value: 'x' },
      { path: 'hasOwnProperty/x', value: true },
    ),
  ).toEqual([
    ['unknown', 'likelihood', null],
    ['unknown', 'colour', null],
    ['unknown', 'toString', null],
    ['unknown', 'hasOwnProperty', null],
  ]);
});

test('a value this app cannot read is shown as it stands', () => {
  expect(
    changesOf({ kind: 'agendaItem', path: 'place', value: 'nowhere' }, { path: 'state', value: 'postponed' }),
  ).toEqual([
    ['changed', 'Place on the agenda', 'nowhere'],
    ['changed', 'State', 'postponed'],
  ]);
});
