import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { reverse } from '#renderer/data/undo.ts';
import { create, remove, set } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { act, carry, testMachine, testSession } from '#tests/support/workspace.ts';

test('to undo a change in what a colleague has deleted since puts it in sight again, to be decided', async () => {
  const ada = await testSession(testMachine('ada'));
  const ben = await testSession(testMachine('ben'));
  const body = () => rowsOf(ada.database, bodyKind).get('b');
  await act(ada, 'Added', create(bodyKind, 'b', { name: 'amber' }));
  await act(ada, 'Renamed', set(bodyKind, (await body())!, { name: 'birch' }));
  await carry(ada, ben);
  await act(ben, 'Removed', remove(bodyKind, 'b'));
  await carry(ben, ada);
  expect(await body()).toBeUndefined();
  await reverse(ada, 'undo');
  expect(await body()).toMatchObject({ name: 'amber', _open: 1 });
  await reverse(ada, 'redo');
  expect(await body()).toMatchObject({ name: 'birch', _open: 1 });
});
