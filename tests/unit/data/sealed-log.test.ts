/** A save reads the same whether it lies by itself or in a sealed part. */
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { receive, receiveWith } from '#renderer/data/commit.ts';
import { declareDatabase, readLogHeld } from '#renderer/data/database.ts';
import { ownIdentity } from '#renderer/data/exchange/identity.ts';
import { sealOwn } from '#renderer/data/exchange/sealing.ts';
import {
  readLatestSaves,
  readSavesAt,
  readSavesBetween,
  readSavesOf,
  readWaiting,
  readWholeLog,
} from '#renderer/data/log.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { openSession, type Session } from '#renderer/data/session.ts';
import { openSearchIndex } from '#renderer/features/search/search-index.ts';
import { sealSegments } from '#shared/bundle/segment.ts';
import { create, set } from '#shared/changes/draft.ts';
import type { Save } from '#shared/changes/save.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import { act, carriedFrom, testMachine, testSession } from '#tests/support/workspace.ts';

async function rename(session: Session, id: string, name: string): Promise<void> {
  const row = await session.database.table(personKind.table).get(id);
  await act(session, 'Renamed', set(personKind, row, { name }));
}

/** A laptop with its own saves and those of another, neither sealed. */
async function two(): Promise<readonly [Session, Session]> {
  const machine = testMachine('ada');
  const [ada, ben] = [await testSession(machine), await testSession(testMachine('ben'), 'Ben Oduya')];
  for (const id of ['p1', 'p2', 'p3']) await act(ada, 'Added', create(personKind, id, { name: id }));
  await act(ada, 'Added two', create(personKind, 'q1', { name: 'Q1' }), create(personKind, 'q2', { name: 'Q2' }));
  await receive(ben, await carriedFrom(ada));
  for (let turn = 0; turn < 12; turn += 1) {
    machine.pass(1000);
    await rename(ada, `p${(turn % 3) + 1}`, `Ada ${turn}`);
    await rename(ben, `p${(turn % 2) + 1}`, `Ben ${turn}`);
  }
  await receive(ada, await carriedFrom(ben));
  return [ada, ben];
}

function plain(saves: ReadonlyArray<Save | undefined>): unknown {
  return JSON.parse(
    JSON.stringify(saves, (key, value: unknown) => (key === 'records' || key === 'stamp' ? undefined : value)),
  );
}

/** Everything that can be asked of the log. */
async function told({ database, device }: Session): Promise<unknown> {
  const held = (await readLogHeld(database))?.held ?? {};
  const between: unknown[] = [];
  for (const [by, end] of Object.entries(held)) {
    for (let from = 0; from <= end + 1; from += 1) {
      for (let to = from - 1; to <= end + 2; to += 3)
        between.push(plain(await readSavesBetween(database, by, from, to)));
    }
  }
  const dots = Object.entries(held).flatMap(([by, end]) => [1, 4, end, end + 1].map((seq) => [by, seq] as const));
  const saveAt = await readSavesAt(database, dots);
  const pages: unknown[] = [];
  let before: number | null = null;
  for (;;) {
    const page: ReadonlyArray<Save> = await readLatestSaves(database, 4, before);
    pages.push(plain(page));
    before = page.at(-1)?.at ?? null;
    if (page.length === 0) break;
  }
  const whole = await readWholeLog(database);
  return {
    device,
    held,
    between,
    pages,
    at: plain(dots.map(saveAt)),
    of: plain([...(await readSavesOf(database, 'p1')), ...(await readSavesOf(database, 'q2'))]),
    whole: whole.map((save) => canonicalJson(plain([save]))).toSorted(),
  };
}

/** Seals another laptop's saves as it would have, and keeps them as parts of its own. */
async function sealTheirs(session: Session, device: string): Promise<void> {
  const { database } = session;
  const saves = (await carriedFrom(session)).filter((save) => save.device === device);
  const sign = async (): Promise<Uint8Array> => new Uint8Array(64);
  let previous: string | null = null;
  for (let at = 0; at < saves.length; at += 5) {
    const group = saves.slice(at, at + 5);
    const [sealed] = await sealSegments(group, { workspace: 'w', device, previous, sign });
    if (sealed === undefined) throw new Error('nothing sealed');
    previous = sealed.hash;
    await receiveWith(session, { segments: [{ sealed, saves: group }] }, { tables: [], keep: async () => {} });
    const ends = [[device, sealed.from] as [string, number], [device, sealed.to] as [string, number]] as const;
    await database.saves.where('[device+seq]').between(ends[0], ends[1], true, true).delete();
  }
}

test('whatever is asked of the log, the answer is the same once its saves are sealed', async () => {
  const [ada, ben] = await two();
  const loose = await told(ada);
  await sealOwn(ada, await ownIdentity(ada));
  expect(await ada.database.saves.where('[device+seq]').between([ada.device, 0], [ada.device, 1e9]).count()).toBe(0);
  expect(await told(ada)).toEqual(loose);
  await sealTheirs(ada, ben.device);
  expect(await ada.database.saves.count()).toBe(0);
  expect(await told(ada)).toEqual(loose);
  const people = await ada.database.table(personKind.table).toArray();
  await rebuild(ada, kinds);
  expect(await ada.database.table(personKind.table).toArray()).toEqual(people);
});

test('of a sealed part that waits nothing is told but that it waits, and it comes in by itself', async () => {
  const [ada, ben] = await two();
  const machine = testMachine('tom');
  const tom = await testSession(machine, 'Tom Reed');
  const saves = await carriedFrom(ben);
  const own = saves.filter(({ device }) => device === ben.device);
  const sign = async (): Promise<Uint8Array> => new Uint8Array(64);
  const [sealed] = await sealSegments(own, { workspace: 'w', device: ben.device, previous: null, sign });
  if (sealed === undefined) throw new Error('nothing sealed');
  const part = { segments: [{ sealed, saves: own }] };
  const nothing = { tables: [], keep: async (): Promise<void> => {} };
  expect(await receiveWith(tom, part, nothing)).toMatchObject({ ready: [], waiting: own.length });
  expect(await receiveWith(tom, part, nothing)).toMatchObject({ ready: [], waiting: own.length, known: own.length });
  expect(await readWholeLog(tom.database)).toEqual([]);
  expect(await readLatestSaves(tom.database, 10)).toEqual([]);
  expect(await readSavesOf(tom.database, 'p1')).toEqual([]);
  expect(await readSavesBetween(tom.database, ben.device, 1, 100)).toEqual([]);
  expect(plain(await readWaiting(tom.database))).toEqual(plain(own));
  const theirs = saves.filter(({ device }) => device === ada.device);
  await receive(tom, theirs);
  expect(await readWaiting(tom.database)).toEqual([]);
  expect(await readWholeLog(tom.database)).toHaveLength(theirs.length + own.length);
  expect(await tom.database.table(personKind.table).toArray()).toEqual(
    await ben.database.table(personKind.table).toArray(),
  );
});

test('a workspace that kept sealed saves twice keeps each once, and loses none', async () => {
  const [ada] = await two();
  const { database } = ada;
  const loose = await told(ada);
  const rows = await database.saves.toArray();
  await sealOwn(ada, await ownIdentity(ada));
  const older = await Promise.all(
    database.tables.map(async ({ name }) => [name, await database.table(name).toArray()] as const),
  );
  const shape = Object.fromEntries(
    database.tables
      .filter(({ name }) => name !== 'contents')
      .map(({ name, schema }) => [name, [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ')]),
  );
  await database.delete();
  const before = new Dexie(database.name);
  before.version(3).stores({ ...shape, segments: '[device+from], device, [device+from+to+hash]' });
  for (const [name, held] of older) {
    if (name !== 'contents') await before.table(name).bulkPut(name === 'saves' ? rows : held);
  }
  before.close();

  const again = await openSession(database.name, kinds, testMachine('ada'));
  if (again === null) throw new Error('the workspace is gone');
  expect(await again.database.saves.count()).toBe(12);
  expect(await again.database.contents.count()).toBe(1);
  expect(await told(again)).toEqual(loose);
  again.database.close();
  // Later versions find nothing left to do.
  const later = declareDatabase(database.name, [{ ...personKind, since: 9 }]);
  expect(await later.contents.count()).toBe(1);
});

test('what a colleague wrote long ago is found once it has come in', async () => {
  const [ada, ben] = [await testSession(testMachine('ada')), await testSession(testMachine('ben'), 'Ben Oduya')];
  await act(ben, 'Added', create(personKind, 'old', { name: 'Winifred Ashdown' }));
  const later = testMachine('ada');
  later.pass(1e9);
  const session = { ...ada, now: later.now };
  await act(session, 'Added', create(personKind, 'new', { name: 'Somebody else' }));
  const index = await openSearchIndex(ada.database, ada.kinds);
  await receive(session, await carriedFrom(ben));
  await index.catchUp();
  expect(index.find('Winifred', 5).map(({ title }) => title)).toEqual(['Winifred Ashdown']);
});
