import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { receive } from '#renderer/data/commit.ts';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { readText, readTextVersions } from '#renderer/data/texts.ts';
import { reverse } from '#renderer/data/undo.ts';
import { create, remove, set, writeText } from '#shared/changes/draft.ts';
import type { Save } from '#shared/changes/save.ts';
import { plainWords, textRoot, updateSince } from '#shared/changes/text.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { act, carriedFrom, carry, testMachine, testSession } from '#tests/support/workspace.ts';
import { wholeOf } from '#tests/support/officers.ts';

const day = 24 * 60 * 60 * 1000;

async function write(session: Session, words: string): Promise<void> {
  const text = await readText(session.database, 'paper', 'body');
  const before = Y.encodeStateVector(text);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  const root = text.getXmlFragment(textRoot);
  root.insert(root.length, [paragraph]);
  await act(session, 'Wrote', writeText(paperKind, 'paper', 'body', updateSince(text, before) ?? ''));
}

function madeUp(changes: Partial<Save>): Save {
  return {
    device: 'mallory',
    seq: 1,
    at: 1024,
    deps: {},
    by: 'Mallory',
    command: 'Did',
    note: '',
    edits: [],
    reverts: null,
    ...changes,
  };
}

const birth = { kind: 'body', record: 'board', path: '$touch', value: true, over: [] };

test('saves come reversed, twice and in part: all are in once the last is here', async () => {
  const ada = await testSession(testMachine('ada'));
  const ben = await testSession(testMachine('ben'));
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  for (const name of ['one', 'two', 'three']) {
    const board = await rowsOf(ada.database, bodyKind).get('board');
    await act(ada, 'Renamed a body', set(bodyKind, board!, { name }));
  }
  const [first, ...rest] = await carriedFrom(ada);
  expect(await receive(ben, rest.toReversed())).toEqual({ applied: 0, known: 0, waiting: 3 });
  expect(await receive(ben, rest)).toEqual({ applied: 0, known: 3, waiting: 3 });
  expect(await rowsOf(ben.database, bodyKind).count()).toBe(0);
  expect(await receive(ben, [first!])).toEqual({ applied: 4, known: 0, waiting: 0 });
  expect(await rowsOf(ben.database, bodyKind).get('board')).toMatchObject({ name: 'three' });
});

test('a save that replaces what its author cannot have seen is left out', async () => {
  const ada = await testSession(testMachine('ada'));
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  const over = [['ada-1', 1]] as const;
  const rename = { kind: 'body', record: 'board', path: 'name', value: 'Mine', over };
  await receive(ada, [madeUp({ edits: [rename] })]);
  await receive(ada, [madeUp({ edits: [{ ...rename, over: [['mallory', 1]] }] })]);
  expect(await rowsOf(ada.database, bodyKind).get('board')).toMatchObject({ name: 'Board', _open: 0 });
  expect(await ada.database.saves.count()).toBe(1);
});

test('a save that leans on itself or on what never comes harms nobody', async () => {
  const ada = await testSession(testMachine('ada'));
  await receive(ada, [
    madeUp({ deps: { mallory: 1 }, edits: [birth] }),
    madeUp({ device: 'trudy', deps: { nobody: 5 }, edits: [birth] }),
  ]);
  await act(ada, 'Added a body', create(bodyKind, 'other', { name: 'Other' }));
  expect(await rowsOf(ada.database, bodyKind).count()).toBe(1);
  expect(await ada.database.parked.count()).toBe(2);
});

test('a device called constructor is a device like any other', async () => {
  const ada = await testSession(testMachine('ada'));
  const ben = await testSession(testMachine('ben'));
  const saves = [
    madeUp({ device: 'constructor', edits: [{ ...birth, record: 'constructor' }] }),
    madeUp({ device: 'trudy', deps: Object.fromEntries([['constructor', 1]]), edits: [birth] }),
  ];
  expect(await receive(ada, saves)).toEqual({ applied: 2, known: 0, waiting: 0 });
  expect(await carry(ada, ben)).toEqual({ applied: 2, known: 0, waiting: 0 });
  expect(await rowsOf(ben.database, bodyKind).toCollection().primaryKeys()).toEqual(['board', 'constructor']);
});

test('what looks like part of a mark is no mark', async () => {
  const ada = await testSession(testMachine('ada'));
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await act(ada, 'Removed a body', remove(bodyKind, 'board'));
  const deps = { 'ada-1': 2 };
  await receive(ada, [madeUp({ deps, edits: [{ ...birth, path: '$gone/x', value: true }] })]);
  expect(await rowsOf(ada.database, bodyKind).get('board')).toBeUndefined();
  expect(await ada.database.unread.count()).toBe(1);
});

test('what nobody here can read makes no record', async () => {
  const ada = await testSession(testMachine('ada'));
  await receive(ada, [madeUp({ edits: [{ ...birth, path: 'colour', value: 'red' }] })]);
  expect(await rowsOf(ada.database, bodyKind).count()).toBe(0);
  expect(await ada.database.unread.count()).toBe(1);
});

test('a text that leans on words nobody has is left in the log', async () => {
  const ada = await testSession(testMachine('ada'));
  const elsewhere = new Y.Doc({ gc: false });
  const root = elsewhere.getXmlFragment(textRoot);
  root.insert(0, [new Y.XmlElement('paragraph')]);
  const before = Y.encodeStateVector(elsewhere);
  root.insert(1, [new Y.XmlElement('paragraph')]);
  const update = updateSince(elsewhere, before) ?? '';
  await act(ada, 'Added a paper', create(paperKind, 'paper', { title: 'Report' }));
  await write(ada, 'Words that are kept');
  const whole = (await wholeOf(ada))['texts'];
  for (const value of [update, 'not an update', 7]) {
    const seq =
      (await ada.database.saves
        .where('device')
        .equals('mallory')
        .count()
        .catch(() => 0)) + 1;
    await receive(ada, [
      madeUp({
        device: `m-${String(value).length}`,
        seq,
        edits: [{ kind: 'paper', record: 'paper', path: 'body', value, over: [] }],
      }),
    ]);
  }
  expect((await wholeOf(ada))['texts']).toBe(whole);
  expect(await ada.database.unread.count()).toBe(3);
});

test('every version of a text is shown, and undo takes back the right words, however wrong the clocks are', async () => {
  const slow = testMachine('ada');
  const fast = testMachine('ben');
  fast.pass(400 * day);
  const ada = await testSession(slow, 'Ada Fell');
  const ben = await testSession(fast, 'Ben Oduya');
  await act(ben, 'Added a paper', create(paperKind, 'paper', { title: 'Report' }));
  await write(ben, 'one');
  await carry(ben, ada);
  // Ada's clock is more than a year behind: by their stamps her words come before those they follow.
  await write(ada, 'two');
  await carry(ada, ben);
  await write(ben, 'three');
  await carry(ben, ada);
  await write(ada, 'four');
  const versions = await readTextVersions(ada.database, 'paper', 'body');
  const texts = versions.map(({ state }) => {
    const text = new Y.Doc();
    Y.applyUpdateV2(text, state);
    return plainWords(text);
  });
  expect(texts).toEqual(['one', 'one\ntwo', 'one\ntwo\nthree', 'one\ntwo\nthree\nfour']);
  await reverse(ada, 'undo');
  await reverse(ada, 'undo');
  expect(plainWords(await readText(ada.database, 'paper', 'body'))).toBe('one\nthree');
  await reverse(ada, 'redo');
  expect(plainWords(await readText(ada.database, 'paper', 'body'))).toBe('one\ntwo\nthree');
});

test(
  'two laptops that leaned on each other all along, with clocks years apart, are taken in at once',
  { timeout: 60_000 },
  async () => {
    const ada = await testSession(testMachine('ada'));
    const turns = 4000;
    const saves = Array.from({ length: turns }, (_turn, index): Save => {
      const isFast = index % 2 === 0;
      const seq = (index >> 1) + 1;
      const other = isFast ? seq - 1 : seq;
      return madeUp({
        device: isFast ? 'fast' : 'slow',
        seq,
        at: (isFast ? 60 * 365 * day : 0) * 1024 + index,
        deps: other === 0 ? {} : { [isFast ? 'slow' : 'fast']: other },
      });
    });
    const began = performance.now();
    expect(await receive(ada, saves.toReversed())).toEqual({ applied: turns, known: 0, waiting: 0 });
    expect(performance.now() - began).toBeLessThan(60_000);
  },
);

test('a form that was open while a bundle came in overwrites nothing it did not show', async () => {
  const ada = await testSession(testMachine('ada'));
  const ben = await testSession(testMachine('ben'));
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board', purpose: 'To oversee' }));
  await carry(ada, ben);
  const asOpened = await rowsOf(ben.database, bodyKind).get('board');
  await act(ada, 'Renamed a body', set(bodyKind, asOpened!, { name: 'The Board' }));
  await carry(ada, ben);
  // Ben's form still shows the first name. He types twice: his own first try is replaced, Ada's name is not.
  await act(ben, 'Renamed a body', set(bodyKind, asOpened!, { name: 'Safeguarding' }));
  await act(ben, 'Renamed a body', set(bodyKind, asOpened!, { name: 'Safeguarding Board', purpose: 'To protect' }));
  for (const session of [ada, ben]) {
    await carry(ben, session);
    const board = await rowsOf(session.database, bodyKind).get('board');
    expect(board).toMatchObject({ name: 'Safeguarding Board', purpose: 'To protect', _open: 1 });
    expect(board?._others).toEqual({ name: ['The Board'] });
  }
  const asShown = await rowsOf(ben.database, bodyKind).get('board');
  await act(ben, 'Chose a name', set(bodyKind, asShown!, { name: 'The Board' }));
  await carry(ben, ada);
  expect(await rowsOf(ada.database, bodyKind).get('board')).toMatchObject({ name: 'The Board', _open: 0, _others: {} });
});
