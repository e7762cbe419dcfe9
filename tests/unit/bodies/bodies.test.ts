import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { create, draft } from '#shared/changes/draft.ts';
import {
  addClosure,
  addStandingItem,
  changeStandingItem,
  moveStandingItem,
  removeClosure,
  removeStandingItem,
} from '#shared/domain/bodies/body-lists.commands.ts';
import { addBody, changeBody, removeBody } from '#shared/domain/bodies/body.commands.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { addSeat } from '#shared/domain/bodies/seat.commands.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;

beforeEach(async () => {
  session = await testSession();
});

async function bodies(): Promise<ReadonlyArray<Body>> {
  return rowsOf(session.database, bodyKind).toArray();
}

async function body(id = 'board'): Promise<Body> {
  return (await rowsOf(session.database, bodyKind).get(id))!;
}

async function add(id: string, name: string, parentId: string | null = null) {
  return run(session, addBody, { id, name, type: 'board', parentId, others: await bodies() });
}

test('a body has a name of its own', async () => {
  expect((await add('board', ' Board ')).ok).toBe(true);
  expect((await body()).name).toBe('Board');
  expect(await add('second', ' ')).toEqual({ ok: false, refusal: { type: 'NoName' } });
  expect(await add('second', 'BOARD')).toEqual({ ok: false, refusal: { type: 'NameTaken', name: 'Board' } });
});

test('a body cannot answer to itself, even through others', async () => {
  await add('board', 'Board');
  await add('executive', 'Executive', 'board');
  await add('local', 'Local', 'executive');
  const input = { others: await bodies(), coming: [] };
  const round = await run(session, changeBody, { ...input, body: await body(), values: { parentId: 'local' } });
  expect(round).toEqual({ ok: false, refusal: { type: 'AnswersToItself', through: 'Local' } });
  const own = await run(session, changeBody, { ...input, body: await body(), values: { parentId: 'board' } });
  expect(own.ok).toBe(false);
  const fine = await run(session, changeBody, {
    ...input,
    body: await body('local'),
    values: { parentId: 'board' },
  });
  expect(fine.ok).toBe(true);
});

test('a new name goes to the meetings to come and not to those held', async () => {
  await add('board', 'Board');
  const meetings = rowsOf(session.database, meetingKind);
  const planned = { bodyId: 'board', bodyName: 'Board' };
  await run(
    session,
    () =>
      ok(
        draft('Planned', '', [
          create(meetingKind, 'coming', planned),
          create(meetingKind, 'held', { ...planned, state: 'held' }),
        ]),
      ),
    null,
  );
  const input = { body: await body(), others: await bodies(), coming: await meetings.toArray() };
  await run(session, changeBody, { ...input, values: { name: 'Partnership Board' } });
  expect(await meetings.get('coming')).toMatchObject({ bodyName: 'Partnership Board' });
  expect(await meetings.get('held')).toMatchObject({ bodyName: 'Board' });
  expect((await body()).name).toBe('Partnership Board');
});

test('a body with meetings or bodies below it stays; without them it goes with its seats', async () => {
  await add('board', 'Board');
  await add('executive', 'Executive', 'board');
  const seat = { name: 'Chair', organisationId: null, memberId: null, deputyId: null, roles: [], votes: true };
  await run(session, addSeat, { ...seat, id: 'seat', bodyId: 'board', seats: [] });
  const seats = await rowsOf(session.database, seatKind).toArray();
  const input = { body: await body(), seats };
  expect(await run(session, removeBody, { ...input, meetings: 2, below: [await body('executive')] })).toEqual({
    ok: false,
    refusal: { type: 'InUse', meetings: 2, bodies: ['Executive'] },
  });
  expect((await run(session, removeBody, { ...input, meetings: 0, below: [] })).ok).toBe(true);
  expect(await rowsOf(session.database, seatKind).count()).toBe(0);
  expect(await session.database.bin.count()).toBe(2);
});

test('standing items are added, changed, moved and removed', async () => {
  await add('board', 'Board');
  for (const title of ['Welcome', 'Minutes', 'Risks']) {
    await run(session, addStandingItem, { body: await body(), item: { title, minutes: 5, lead: 'Chair' } });
  }
  await run(session, moveStandingItem, { body: await body(), from: 2, to: 0 });
  await run(session, changeStandingItem, { body: await body(), index: 1, values: { minutes: 10 } });
  await run(session, removeStandingItem, { body: await body(), index: 2 });
  expect((await body()).standingItems).toEqual([
    { title: 'Risks', minutes: 5, lead: 'Chair' },
    { title: 'Welcome', minutes: 10, lead: 'Chair' },
  ]);
  const empty = await run(session, changeStandingItem, { body: await body(), index: 0, values: { title: ' ' } });
  expect(empty).toEqual({ ok: false, refusal: { type: 'NoTitle' } });
});

test('closure days stand in order, each once', async () => {
  await add('board', 'Board');
  const [first, second] = [civilDate('2026-12-30'), civilDate('2026-12-29')];
  await run(session, addClosure, { body: await body(), days: [first], name: 'Christmas' });
  await run(session, addClosure, { body: await body(), days: [second, first], name: 'Office closed' });
  expect((await body()).closures).toEqual([
    { day: '2026-12-29', name: 'Office closed' },
    { day: '2026-12-30', name: 'Office closed' },
  ]);
  await run(session, removeClosure, { body: await body(), day: second });
  expect((await body()).closures).toHaveLength(1);
  expect(await run(session, addClosure, { body: await body(), days: [], name: '' })).toEqual({
    ok: false,
    refusal: { type: 'NoDay' },
  });
});
