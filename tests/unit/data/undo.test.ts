import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { readNextReverts, reverse } from '#renderer/data/undo.ts';
import { create, remove, set } from '#shared/changes/draft.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { act, carry, testMachine, testSession } from '#tests/support/workspace.ts';

async function twoOfficers(): Promise<readonly [Session, Session]> {
  return [await testSession(testMachine('ada'), 'Ada Fell'), await testSession(testMachine('ben'), 'Ben Oduya')];
}

async function boardOf(session: Session): Promise<Body> {
  const board = await rowsOf(session.database, bodyKind).get('board');
  if (board === undefined) throw new Error('There is no board');
  return board;
}

test('leaves a colleague’s later change, says so, and goes on to what came before', async () => {
  const [ada, ben] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await act(ada, 'Gave a purpose', set(bodyKind, await boardOf(ada), { purpose: 'To oversee' }));
  await act(ada, 'Renamed a body', set(bodyKind, await boardOf(ada), { name: 'The Board' }));
  await carry(ada, ben);
  await act(ben, 'Renamed a body', set(bodyKind, await boardOf(ben), { name: 'Safeguarding Board' }));
  await carry(ben, ada);

  expect(await reverse(ada, 'undo')).toMatchObject({ label: 'Renamed a body', leftAlone: 1 });
  expect(await boardOf(ada)).toMatchObject({ name: 'Safeguarding Board', _open: 0 });
  expect(await reverse(ada, 'undo')).toMatchObject({ label: 'Gave a purpose', leftAlone: 0 });
  expect(await boardOf(ada)).toMatchObject({ name: 'Safeguarding Board', purpose: '' });
  expect(await readNextReverts(ada)).toMatchObject({
    undo: { label: 'Added a body' },
    redo: { label: 'Gave a purpose' },
  });
});

test('does not decide a disagreement that nobody has decided', async () => {
  const [ada, ben] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await carry(ada, ben);
  await act(ada, 'Renamed a body', set(bodyKind, await boardOf(ada), { name: 'The Board' }));
  await act(ben, 'Renamed a body', set(bodyKind, await boardOf(ben), { name: 'Safeguarding Board' }));
  await carry(ben, ada);
  expect(await boardOf(ada)).toMatchObject({ _open: 1 });

  expect(await reverse(ada, 'undo')).toMatchObject({ leftAlone: 1 });
  const board = await boardOf(ada);
  expect(new Set([board.name, ...(board._others['name'] ?? [])])).toEqual(new Set(['Safeguarding Board', 'The Board']));
  expect(board._open).toBe(1);
});

test('does not take a record away with a colleague’s work in it', async () => {
  const [ada, ben] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await carry(ada, ben);
  await act(ben, 'Added a seat', create(seatKind, 'chair', { bodyId: 'board', name: 'Chair' }));
  await carry(ben, ada);
  expect(await reverse(ada, 'undo')).toMatchObject({ label: 'Added a body', leftAlone: 1 });
  expect(await boardOf(ada)).toMatchObject({ name: 'Board', _open: 0 });
});

test('takes a deletion back where a colleague’s work had kept the record in sight', async () => {
  const [ada, ben] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await carry(ada, ben);
  await act(ada, 'Removed a body', remove(bodyKind, 'board'));
  await act(ben, 'Gave a purpose', set(bodyKind, await boardOf(ben), { purpose: 'To oversee' }));
  await carry(ben, ada);
  expect(await boardOf(ada)).toMatchObject({ purpose: 'To oversee', _open: 1 });
  await act(ada, 'Removed a body', remove(bodyKind, 'board'));
  expect(await rowsOf(ada.database, bodyKind).get('board')).toBeUndefined();
  await reverse(ada, 'undo');
  expect(await boardOf(ada)).toMatchObject({ name: 'Board' });
});

test('takes back and brings back a deletion and the making before it', async () => {
  const [ada] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'Board' }));
  await act(ada, 'Removed a body', remove(bodyKind, 'board'));
  const seen: boolean[] = [];
  for (const which of ['undo', 'undo', 'redo', 'redo', 'undo', 'undo'] as const) {
    expect(await reverse(ada, which)).toMatchObject({ leftAlone: 0 });
    seen.push((await rowsOf(ada.database, bodyKind).get('board')) !== undefined);
  }
  expect(seen).toEqual([true, false, true, false, true, false]);
});

test('takes back several changes to one field one after the other, and brings them back', async () => {
  const [ada] = await twoOfficers();
  await act(ada, 'Added a body', create(bodyKind, 'board', { name: 'one' }));
  for (const name of ['two', 'three']) await act(ada, 'Renamed a body', set(bodyKind, await boardOf(ada), { name }));
  const seen: string[] = [];
  for (const which of ['undo', 'undo', 'redo', 'redo', 'undo', 'undo', 'redo'] as const) {
    expect(await reverse(ada, which)).toMatchObject({ leftAlone: 0 });
    seen.push((await boardOf(ada)).name);
  }
  expect(seen).toEqual(['two', 'one', 'two', 'three', 'two', 'one', 'two']);
});
