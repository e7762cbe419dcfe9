/** A workspace kept by one version of the app, given changes by a newer one, and opened by that newer one. */
import { receive } from '#renderer/data/commit.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, openSession, type Machine } from '#renderer/data/session.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import { kind, setField, textField, valueField, type Kind } from '#shared/changes/kind.ts';
import type { Save } from '#shared/changes/save.ts';
import { aText, aWholeNumber, listOf, oneOf } from '#shared/kernel/decode.ts';
import { ok } from '#shared/kernel/result.ts';

const oldNote = kind({
  name: 'note',
  table: 'notes',
  label: 'note',
  since: 1,
  fields: {
    title: valueField('Title', aText(100), ''),
    colour: valueField<string>('Colour', oneOf(['red', 'blue']), 'red'),
  },
  indexes: ['colour'],
  parent: null,
  titleOf: ({ title }) => title,
});

const newNote = kind({
  ...oldNote,
  since: 5,
  fields: {
    ...oldNote.fields,
    weight: valueField('Weight', aWholeNumber(), 1),
    tags: setField('Tags', listOf(aText(20))),
    words: textField('Words'),
  },
  indexes: ['colour', 'weight'],
  titleOf: ({ title }) => title,
});

/** Only what may be written in it has changed. */
const newestNote = kind({
  ...newNote,
  since: 6,
  fields: { ...newNote.fields, colour: valueField<string>('Colour', oneOf(['red', 'blue', 'green']), 'red') },
  titleOf: ({ title }) => title,
});

const labelKind = kind({
  name: 'label',
  table: 'labels',
  label: 'label',
  since: 5,
  fields: { name: valueField('Name', aText(100), '') },
  indexes: ['name'],
  parent: null,
  titleOf: ({ name }) => name,
});

const fromNewer: Save = {
  device: 'newer',
  seq: 1,
  at: Date.UTC(2026, 10, 24) * 1024,
  deps: {},
  by: 'Ben Oduya',
  command: 'Did',
  note: '',
  reverts: null,
  edits: [
    { kind: 'note', record: 'n9', path: '$touch', value: true, over: [] },
    { kind: 'note', record: 'n9', path: 'title', value: 'From a newer app', over: [] },
    { kind: 'note', record: 'n9', path: 'weight', value: 7, over: [] },
    { kind: 'note', record: 'n9', path: 'tags/urgent', value: true, over: [] },
    { kind: 'note', record: 'n9', path: 'colour', value: 'green', over: [] },
    { kind: 'label', record: 'l1', path: '$touch', value: true, over: [] },
    { kind: 'label', record: 'l1', path: 'name', value: 'Board', over: [] },
  ],
};

export interface Stage {
  readonly version: number;
  readonly saves: number;
  readonly unread: ReadonlyArray<string>;
  readonly notes: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly labels: ReadonlyArray<string>;
  readonly found: number;
}

/** What is found in each version of the app in turn: the oldest, the newer and the newest. */
export async function upgraded(name: string, machine: Machine): Promise<ReadonlyArray<Stage>> {
  const stages: Stage[] = [];
  const stage = async (kinds: ReadonlyArray<Kind>, isFirst: boolean): Promise<void> => {
    const session = isFirst
      ? await foundSession(name, kinds, machine, { name: 'Ada Fell', role: 'Clerk' })
      : await openSession(name, kinds, machine);
    if (session === null) throw new Error('The workspace is gone');
    const { database } = session;
    if (isFirst) {
      for (const id of ['n1', 'n2']) {
        await run(session, () => ok(draft('Added', '', [create(oldNote, id, { title: id })])), null);
      }
      await receive(session, [fromNewer]);
      const note = await rowsOf(database, oldNote).get('n2');
      if (note !== undefined)
        await run(session, () => ok(draft('Set', '', [set(oldNote, note, { colour: 'blue' })])), null);
    }
    const notes = await database.table<Record<string, unknown>, string>('notes').toArray();
    const labels = database.tables.some((table) => table.name === 'labels')
      ? await database.table<{ readonly name: string }>('labels').where('name').equals('Board').toArray()
      : [];
    const isIndexed = database.table('notes').schema.indexes.some((index) => index.name === 'weight');
    stages.push({
      version: database.verno,
      saves: await database.saves.count(),
      unread: (await database.unread.toArray()).map(({ kind, path }) => `${kind} ${path}`).toSorted(),
      notes: notes.map(({ id, title, colour, weight, tags }) => ({ id, title, colour, weight, tags })),
      labels: labels.map((label) => label.name),
      found: isIndexed ? await database.table('notes').where('weight').aboveOrEqual(5).count() : 0,
    });
    database.close();
  };
  await stage([oldNote], true);
  await stage([newNote, labelKind], false);
  await stage([newestNote, labelKind], false);
  return stages;
}

/** What ought to be found. */
export const asUpgraded: ReadonlyArray<Stage> = [
  {
    version: 4,
    saves: 4,
    unread: ['label $touch', 'label name', 'note colour', 'note tags/urgent', 'note weight'],
    notes: [
      { id: 'n1', title: 'n1', colour: 'red', weight: undefined, tags: undefined },
      { id: 'n2', title: 'n2', colour: 'blue', weight: undefined, tags: undefined },
      { id: 'n9', title: 'From a newer app', colour: 'red', weight: undefined, tags: undefined },
    ],
    labels: [],
    found: 0,
  },
  {
    version: 5,
    saves: 4,
    unread: ['note colour'],
    notes: [
      { id: 'n1', title: 'n1', colour: 'red', weight: 1, tags: [] },
      { id: 'n2', title: 'n2', colour: 'blue', weight: 1, tags: [] },
      { id: 'n9', title: 'From a newer app', colour: 'red', weight: 7, tags: ['urgent'] },
    ],
    labels: ['Board'],
    found: 1,
  },
  {
    version: 6,
    saves: 4,
    unread: [],
    notes: [
      { id: 'n1', title: 'n1', colour: 'red', weight: 1, tags: [] },
      { id: 'n2', title: 'n2', colour: 'blue', weight: 1, tags: [] },
      { id: 'n9', title: 'From a newer app', colour: 'green', weight: 7, tags: ['urgent'] },
    ],
    labels: ['Board'],
    found: 1,
  },
];
