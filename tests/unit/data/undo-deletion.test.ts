import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { reverse } from '#renderer/data/undo.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

test('to do again an undoing that changed nothing does not delete', async () => {
  const session = await testSession();
  const body = () => rowsOf(session.database, bodyKind).get('b');
  const act = (changes: ReturnType<typeof create>) => run(session, () => ok(draft('Did', '', [changes])), null);
  await act(create(bodyKind, 'b', { name: 'amber' }));
  const before = (await body())!;
  // Deleted, written in from a screen that still showed it, deleted again; then all of it taken back, last first.
  await act(remove(bodyKind, 'b'));
  await act(set(bodyKind, before, { name: 'birch' }));
  await act(remove(bodyKind, 'b'));
  await reverse(session, 'undo');
  await reverse(session, 'undo');
  expect((await body())?.name).toBe('amber');
  await reverse(session, 'undo');
  await reverse(session, 'redo');
  expect((await body())?.name).toBe('amber');
});
