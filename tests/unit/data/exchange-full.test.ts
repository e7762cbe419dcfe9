/**
 * No room, or another fault of the database, at every single write of what the exchange does: afterwards the whole database is what it was
 * before or what a finished step left, and once the fault is gone the same act does all that it does undisturbed.
 *
 * PACKHORSE_FAULTS=all tries every fault at every write; unless told, each write has one of them, turn by turn.
 */
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { backUpByItself, copyBackupsTo } from '#renderer/data/backup/automatic-backup.ts';
import { readPassphrase } from '#renderer/data/backup/shelf.ts';
import { declareDatabase } from '#renderer/data/database.ts';
import { ownIdentity } from '#renderer/data/exchange/identity.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { rehearseRestore } from '#renderer/data/exchange/backup.ts';
import { keepExport, makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { commonUpTo, takeNewIdentity } from '#renderer/data/exchange/new-identity.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { sealOwn } from '#renderer/data/exchange/sealing.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { undoImport } from '#renderer/data/exchange/undo-import.ts';
import { keepFile } from '#renderer/data/files.ts';
import { beginFreshLog, isLogTorn } from '#renderer/data/fresh-log.ts';
import { isStorageFull } from '#renderer/data/run.ts';
import { openSession, type Session } from '#renderer/data/session.ts';
import { create } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { withFaultAt, writeFaults, type WriteFault } from '#tests/support/faulty-writes.ts';
import { added, bundleOf, founded, joined, passphrase, renamed, take, type Laptop } from '#tests/support/laptops.ts';
import { memoryFolder } from '#tests/support/memory-folder.ts';
import { wholeDatabase, type WholeDatabase } from '#tests/support/whole-database.ts';
import { act, testMachine } from '#tests/support/workspace.ts';

const isThorough = process.env['PACKHORSE_FAULTS'] === 'all';
const order = { recipients: [], passphrase, cost: 10, app: 'test', note: null };
let copies = 0;

/** The same laptop once more, with keys, clock and chance as they were. */
async function copyOf({ database }: Session): Promise<Session> {
  copies += 1;
  const copy = declareDatabase(`full-${process.pid}-${copies}`, kinds);
  for (const table of database.tables) await copy.table(table.name).bulkPut(await table.toArray());
  copy.close();
  return reopened(copy.name);
}

async function reopened(name: string): Promise<Session> {
  const session = await openSession(name, kinds, testMachine('act'));
  if (session === null) throw new Error('The workspace is gone');
  return session;
}

interface Trial {
  readonly laptop: Session;
  act(on: Session): Promise<unknown>;
  /** What is kept by steps of their own before the last: tables, one step after the other. */
  readonly steps?: ReadonlyArray<ReadonlyArray<string>>;
}

function withTables(one: WholeDatabase, other: WholeDatabase, tables: ReadonlyArray<string>): WholeDatabase {
  return { ...one, ...Object.fromEntries(tables.map((table) => [table, other[table] ?? []])) };
}

function withoutFiles({ files: _files, pieces: _pieces, ...others }: WholeDatabase): WholeDatabase {
  return others;
}

const sealing = ['segments', 'contents', 'saves', 'devices'];
const isRoom = (fault: WriteFault): boolean => fault.startsWith('no room');

/** Those after which half an entry may stand at the end of the log. */
const isOfDisk = (fault: WriteFault): boolean => fault === 'unknown fault' || fault === 'closed';

const privateFolder = memoryFolder();
vi.stubGlobal('navigator', { storage: { getDirectory: async () => privateFolder } });

/** Where the log may be torn nothing is written until there is room for a fresh one. */
async function mended(on: Session, which: string): Promise<void> {
  if (!isLogTorn()) return;
  privateFolder.fault = new DOMException('full', 'QuotaExceededError');
  await expect(beginFreshLog(), which).rejects.toMatchObject({ name: 'TornLogError' });
  await expect(
    on.database.open().then(() => on.database.meta.put({ key: 'joining' })),
    which,
  ).rejects.toMatchObject({
    name: 'TornLogError',
  });
  privateFolder.fault = null;
  await beginFreshLog();
  expect([isLogTorn(), privateFolder.files.size], which).toEqual([false, 0]);
}

/** @returns how many writes were tried */
async function tried({ laptop, act: doIt, steps = [] }: Trial): Promise<number> {
  const calm = await copyOf(laptop);
  const before = await wholeDatabase(calm.database);
  await doIt(calm);
  const after = await wholeDatabase(calm.database);
  calm.database.close();
  const states = [before];
  for (const tables of steps) states.push(withTables(states.at(-1) ?? before, after, tables));
  states.push(after);
  for (let at = 1; ; at += 1) {
    const faults = isThorough ? writeFaults : [writeFaults[at % writeFaults.length] ?? 'aborted'];
    let isReached = false;
    for (const fault of faults) {
      const on = await copyOf(laptop);
      const { name } = on.database;
      const tries = await withFaultAt(at, fault, () => doIt(on));
      isReached ||= tries.isReached;
      if (!tries.isReached) continue;
      const which = `${fault} at write ${at}`;
      expect(tries.done.status, which).toBe('rejected');
      // What is said of a database that somebody closed depends on who hears of it first.
      if (tries.done.status === 'rejected' && fault !== 'closed')
        expect(isStorageFull(tries.done.reason), which).toBe(isRoom(fault) || isOfDisk(fault));
      expect(isLogTorn(), which).toBe(isOfDisk(fault));
      await mended(on, which);
      const left = await wholeDatabase(on.database);
      const isAllowed = states.some((state) => isSameBut(state, left));
      if (!isAllowed) expect(withoutFiles(left), which).toEqual(withoutFiles(before));
      expect(after['files'], which).toEqual(expect.arrayContaining([...(left['files'] ?? [])]));
      on.database.close();
      const again = await reopened(name);
      await doIt(again);
      expect(await wholeDatabase(again.database), `anew after ${which}`).toEqual(after);
      await again.database.delete();
    }
    if (!isReached) return at - 1;
  }
}

function isSameBut(one: WholeDatabase, other: WholeDatabase): boolean {
  return JSON.stringify(withoutFiles(one)) === JSON.stringify(withoutFiles(other));
}

/** Two laptops that agreed once; since then the first has saved more and attached two files, and the second has saved too. */
async function twoLaptops(): Promise<readonly [Laptop, Laptop]> {
  const helen = await founded('helen');
  await added(helen, 'board');
  const priya = await joined(helen, 'priya');
  await added(priya, 'own');
  await ownIdentity(priya.session);
  await renamed(helen, 'board', 'Partnership Board');
  for (const name of ['survey', 'map']) {
    const sha256 = await keepFile(helen.session.database, new Blob([`A ${name}`]));
    await act(helen.session, 'Added', create(bodyKind, name, { name: `See ${sha256}` }));
  }
  return [helen, priya];
}

async function takenIn(on: Session, file: Uint8Array): Promise<void> {
  const opened = await openBundle(on, file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const taken = await takeBundle(on, { opened: opened.value, fileName: 'x', isAuthorChecked: true });
  if (!taken.ok) throw new Error(taken.refusal.type);
}

test('sealing', { timeout: 60_000 }, async () => {
  const [{ session }] = await twoLaptops();
  const writes = await tried({ laptop: session, act: async (on) => sealOwn(on, await ownIdentity(on)) });
  expect(writes).toBeGreaterThan(3);
});

test('making a bundle and remembering it', { timeout: 60_000 }, async () => {
  const [{ session }] = await twoLaptops();
  const writes = await tried({
    laptop: session,
    steps: [sealing],
    act: async (on) => keepExport(on, (await makeBundle(on, order)).row),
  });
  expect(writes).toBeGreaterThan(4);
});

test('taking a bundle in', { timeout: 120_000 }, async () => {
  const [helen, priya] = await twoLaptops();
  const file = await bundleOf(helen);
  const writes = await tried({ laptop: priya.session, act: (on) => takenIn(on, file) });
  expect(writes).toBeGreaterThanOrEqual(12);
});

test('undoing an import', { timeout: 60_000 }, async () => {
  const [helen, priya] = await twoLaptops();
  expect(await take(priya, await bundleOf(helen))).toBe('taken');
  const writes = await tried({
    laptop: priya.session,
    act: async (on) => {
      const last = (await on.database.imports.toArray()).find(({ applied }) => applied.every(({ from }) => from > 1));
      if (last === undefined) throw new Error('Nothing was taken in');
      await undoImport(on, last, 'the import');
    },
  });
  expect(writes).toBeGreaterThan(5);
});

test('a backup that makes itself', { timeout: 60_000 }, async () => {
  const [{ session }] = await twoLaptops();
  await copyBackupsTo(session, null);
  const writes = await tried({
    laptop: session,
    steps: [sealing],
    act: async (on) => backUpByItself(on, { why: 'daily', app: 'test', cost: 10 }, memoryFolder()),
  });
  expect(writes).toBeGreaterThan(4);
});

test('a new identity for a copied laptop', { timeout: 60_000 }, async () => {
  const [helen, priya] = await twoLaptops();
  await take(helen, await bundleOf(priya), true);
  // Keys are made anew each time, so what comes of it differs: all or nothing is told by who the laptop is.
  for (let at = 1; ; at += 1) {
    const on = await copyOf(helen.session);
    const before = await wholeDatabase(on.database);
    const fault = writeFaults[at % writeFaults.length] ?? 'aborted';
    const { done, isReached } = await withFaultAt(at, fault, async () =>
      takeNewIdentity(on, await commonUpTo(on.database, null)),
    );
    if (!isReached) {
      expect(at).toBeGreaterThan(5);
      return;
    }
    expect(done.status).toBe('rejected');
    const left = await wholeDatabase(on.database);
    expect(withTables(left, before, sealing), `${fault} at write ${at}`).toEqual(before);
    const again = await reopened(on.database.name);
    await takeNewIdentity(again, await commonUpTo(again.database, null));
    expect(
      await take({ session: await reopened(again.database.name), machine: helen.machine }, await bundleOf(priya)),
    ).toBe('taken');
  }
});

test('joining leaves a whole workspace or none, and rehearsing leaves nothing', { timeout: 120_000 }, async () => {
  const [helen] = await twoLaptops();
  const file = await bundleOf(helen);
  const opened = await openInvitation(file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const founder = { name: 'Tom Wray', role: 'Officer' };
  const names = async (): Promise<ReadonlyArray<string>> =>
    (await indexedDB.databases()).map(({ name = '' }) => name).toSorted();
  const before = await names();
  for (const fault of isThorough ? writeFaults : (['no room later', 'closed'] as const)) {
    for (let at = 1; ; at += 1) {
      const name = `joining-${fault}`;
      const { done, isReached } = await withFaultAt(at, fault, () =>
        joinWorkspace(name, kinds, testMachine('tom'), founder, { opened: opened.value, fileName: 'x' }),
      );
      if (!isReached) {
        if (done.status === 'fulfilled' && done.value.ok) await done.value.value.database.delete();
        expect(at).toBeGreaterThan(10);
        break;
      }
      expect(done.status, `${fault} at write ${at}`).toBe('rejected');
      // Where not even its first row was kept there is a database with nothing in it, which is no workspace.
      expect((await openSession(name, kinds, testMachine()))?.me, `${fault} at write ${at}`).toBeUndefined();
      await Dexie.delete(name);
      expect(await names(), `${fault} at write ${at}`).toEqual(before);
    }
  }
  for (let at = 1; ; at += isThorough ? 1 : 5) {
    const { done, isReached } = await withFaultAt(at, 'no room later', () =>
      rehearseRestore(file, passphrase, kinds, testMachine('tom')),
    );
    expect(await names(), `at write ${at}`).toEqual(before);
    if (!isReached) break;
    expect(done.status).toBe('rejected');
  }
});

test('what a rehearsal left behind when the laptop stopped is taken away by the next', async () => {
  const [helen] = await twoLaptops();
  const file = await bundleOf(helen);
  const left = await founded('left');
  const name = 'packhorse-rehearsal-of-yesterday';
  const copy = declareDatabase(name, kinds);
  await copy.meta.bulkPut(await left.session.database.meta.toArray());
  copy.close();
  expect((await rehearseRestore(file, passphrase, kinds, testMachine('tom'))).ok).toBe(true);
  expect((await indexedDB.databases()).filter((one) => one.name?.startsWith('packhorse-rehearsal') === true)).toEqual(
    [],
  );
});

test('a file on the shelf is locked as the shelf says, when the first backup could not be remembered', async () => {
  const [{ session, machine }] = await twoLaptops();
  const shelf = memoryFolder();
  const order = { app: 'test', cost: 10 } as const;
  for (let at = 1; ; at += 1) {
    const { isReached } = await withFaultAt(at, 'no room later', () =>
      backUpByItself(session, { ...order, why: 'daily' }, shelf),
    );
    if (!isReached) break;
    machine.pass(1000);
  }
  const words = (await readPassphrase(shelf)) ?? '';
  const backups = [...shelf.files].filter(([name]) => name.endsWith('.packhorse-backup'));
  expect(backups.length).toBeGreaterThan(0);
  for (const [, bytes] of backups) expect((await openInvitation(bytes, words)).ok).toBe(true);
});
