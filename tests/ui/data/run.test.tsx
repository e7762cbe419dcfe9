import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { unkeptTriedAgain, useSaveState, type Unkept } from '#renderer/data/save-state.store.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

const unkept = (): ReadonlyArray<Unkept> => renderHook(() => useSaveState((state) => state.unkept)).result.current;

afterEach(() => vi.restoreAllMocks());

test('a value the record cannot show is not taken for saved', async () => {
  const session = await testSession();
  const tooLong = 'x'.repeat(201);
  await expect(
    run(session, () => ok(draft('Added', '', [create(bodyKind, 'board', { name: tooLong })])), null),
  ).rejects.toThrow('does not take this value');
  expect(await session.database.saves.count()).toBe(0);
  expect(unkept()).toHaveLength(1);
});

test('a save that fails stays told until that very field is kept, whatever else is saved meanwhile', async () => {
  const session = await testSession();
  await run(session, () => ok(draft('Added', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
  const board = await rowsOf(session.database, bodyKind).get('board');
  const before = unkept().length;
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  vi.spyOn(session.database.saves, 'bulkAdd').mockRejectedValueOnce(full);
  const rename = (name: string) =>
    run(session, () => ok(draft('Renamed', '', [set(bodyKind, board!, { name })])), null);
  expect(await rename('The Board')).toEqual({ ok: false, refusal: { type: 'StorageFull' } });
  await run(session, () => ok(draft('Placed', '', [set(bodyKind, board!, { usualPlace: 'Hall' })])), null);
  expect(unkept()).toHaveLength(before + 1);

  await act(unkeptTriedAgain);
  expect(await rowsOf(session.database, bodyKind).get('board')).toMatchObject({
    name: 'The Board',
    usualPlace: 'Hall',
  });
  expect(unkept().filter(({ because }) => because === 'storageFull')).toHaveLength(0);
});

test('from the first letter typed until it is kept, it does not say that all is saved', async () => {
  const isSaved = (): boolean =>
    renderHook(() => useSaveState((state) => state.typing === 0 && state.underWay === 0)).result.current;
  const saved: string[] = [];
  const { result, unmount } = renderHook(() => useDraft<string>('Board', (value) => saved.push(value)));
  expect(isSaved()).toBe(true);
  act(() => result.current.change('The'));
  act(() => result.current.change('The Board'));
  expect(isSaved()).toBe(false);
  act(() => result.current.flush());
  expect(isSaved()).toBe(true);
  act(() => result.current.change('Another'));
  unmount();
  expect(isSaved()).toBe(true);
  expect(saved).toEqual(['The Board', 'Another']);
});
