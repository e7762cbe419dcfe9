import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { readSavesOf } from '#renderer/data/log.ts';
import { run } from '#renderer/data/run.ts';
import { closeUndo, readNextReverts, reverse } from '#renderer/data/undo.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import { ok } from '#shared/kernel/result.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { testSession } from '#tests/support/workspace.ts';

test('keeps a record, changes it, takes the change back and brings it back', async () => {
  const session = await testSession();
  const bodies = rowsOf(session.database, bodyKind);
  await run(session, () => ok(draft('Added a body', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
  const board = await bodies.get('board');
  await run(
    session,
    () => ok(draft('Renamed a body', 'New name', [set(bodyKind, board!, { name: 'The Board' })])),
    null,
  );
  expect((await bodies.get('board'))?.name).toBe('The Board');

  expect(await reverse(session, 'undo')).toMatchObject({ label: 'Renamed a body', leftAlone: 0 });
  expect((await bodies.get('board'))?.name).toBe('Board');
  await reverse(session, 'undo');
  expect(await bodies.get('board')).toBeUndefined();
  expect(await readNextReverts(session)).toMatchObject({ undo: null, redo: { label: 'Added a body' } });

  await reverse(session, 'redo');
  await reverse(session, 'redo');
  expect((await bodies.get('board'))?.name).toBe('The Board');
  expect((await readNextReverts(session)).redo).toBeNull();
  expect(await readSavesOf(session.database, 'board')).toHaveLength(6);
});

test('a record put into a deleted one keeps that one in sight', async () => {
  const session = await testSession();
  await run(session, () => ok(draft('Added a body', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
  await run(session, () => ok(draft('Removed a body', '', [remove(bodyKind, 'board')])), null);
  await run(session, () => ok(draft('Planned', '', [create(meetingKind, 'm', { bodyId: 'board' })])), null);
  expect(await rowsOf(session.database, bodyKind).get('board')).toMatchObject({ name: 'Board', _open: 1 });
});

test('saves nothing where nothing changes', async () => {
  const session = await testSession();
  await run(session, () => ok(draft('Added a body', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
  const board = await rowsOf(session.database, bodyKind).get('board');
  const again = await run(session, () => ok(draft('Renamed', '', [set(bodyKind, board!, { name: 'Board' })])), null);
  expect(again).toEqual({ ok: true, value: null });
});

test('a workspace just founded cannot be taken back from under itself', async () => {
  const session = await testSession();
  await run(session, () => ok(draft('Founded', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
  await closeUndo(session);
  expect(await readNextReverts(session)).toEqual({ undo: null, redo: null });
  await run(session, () => ok(draft('Added a body', '', [create(bodyKind, 'other', { name: 'Other' })])), null);
  expect(await reverse(session, 'undo')).toMatchObject({ label: 'Added a body' });
  expect(await reverse(session, 'undo')).toBeNull();
});
