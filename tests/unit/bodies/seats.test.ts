import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { inSeatOrder } from '#shared/domain/bodies/seat-order.ts';
import { addSeat, changeSeat, moveSeat, type AddSeat } from '#shared/domain/bodies/seat.commands.ts';
import { seatKind, type Seat } from '#shared/domain/bodies/seat.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;

beforeEach(async () => {
  session = await testSession();
});

async function seats(): Promise<ReadonlyArray<Seat>> {
  return inSeatOrder(await rowsOf(session.database, seatKind).where('bodyId').equals('board').toArray());
}

async function add(values: Partial<AddSeat> & { readonly id: string }) {
  const blank = { organisationId: null, memberId: null, deputyId: null, roles: [], votes: true };
  return run(session, addSeat, { ...blank, name: values.id, bodyId: 'board', seats: await seats(), ...values });
}

test('seats stand in the order they were added, and can be moved', async () => {
  await add({ id: 'chair' });
  await add({ id: 'police' });
  await add({ id: 'health' });
  expect((await seats()).map((seat) => seat.id)).toEqual(['chair', 'police', 'health']);
  const health = (await seats())[2]!;
  await run(session, moveSeat, { seat: health, index: 0, seats: await seats() });
  expect((await seats()).map((seat) => seat.id)).toEqual(['health', 'chair', 'police']);
  await run(session, moveSeat, { seat: (await seats())[0]!, index: 2, seats: await seats() });
  expect((await seats()).map((seat) => seat.id)).toEqual(['chair', 'police', 'health']);
});

test('roles are kept one by one', async () => {
  await add({ id: 'chair', roles: ['chair'] });
  const [chair] = await seats();
  await run(session, changeSeat, { seat: chair!, values: { roles: ['chair', 'health'] }, seats: await seats() });
  expect((await seats())[0]?.roles.toSorted()).toEqual(['chair', 'health']);
});

test('a seat has a name', async () => {
  expect(await add({ id: 'chair', name: '  ' })).toEqual({ ok: false, refusal: { type: 'NoName' } });
});

test('nobody is member and deputy of one seat', async () => {
  const result = await add({ id: 'chair', memberId: 'ada', deputyId: 'ada' });
  expect(result).toEqual({ ok: false, refusal: { type: 'MemberIsDeputy' } });
});

test('nobody has two seats of one body, as member or as deputy', async () => {
  await add({ id: 'chair', memberId: 'ada', deputyId: 'ben' });
  expect(await add({ id: 'police', memberId: 'ada' })).toEqual({
    ok: false,
    refusal: { type: 'HasAnotherSeat', as: 'member', seat: 'chair', thereAs: 'member' },
  });
  expect(await add({ id: 'police', memberId: 'cas', deputyId: 'ben' })).toEqual({
    ok: false,
    refusal: { type: 'HasAnotherSeat', as: 'deputy', seat: 'chair', thereAs: 'deputy' },
  });
  expect(await add({ id: 'police', memberId: 'ben' })).toMatchObject({
    ok: false,
    refusal: { type: 'HasAnotherSeat', as: 'member', thereAs: 'deputy' },
  });
  expect((await add({ id: 'police', memberId: 'cas' })).ok).toBe(true);
  const police = (await seats())[1]!;
  const change = await run(session, changeSeat, { seat: police, values: { deputyId: 'ada' }, seats: await seats() });
  expect(change).toMatchObject({ ok: false, refusal: { type: 'HasAnotherSeat', as: 'deputy', thereAs: 'member' } });
});

test('a seat may be changed without its own people counting against it', async () => {
  await add({ id: 'chair', memberId: 'ada', deputyId: 'ben' });
  const chair = (await seats())[0]!;
  const swapped = await run(session, changeSeat, {
    seat: chair,
    values: { memberId: 'ben', deputyId: 'ada' },
    seats: await seats(),
  });
  expect(swapped.ok).toBe(true);
  expect((await seats())[0]).toMatchObject({ memberId: 'ben', deputyId: 'ada', name: 'chair' });
});
