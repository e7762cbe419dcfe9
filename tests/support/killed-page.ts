/**
 * Acts of the exchange for a browser that is killed in their midst. Clock and chance are held still, so that what they leave behind is
 * known beforehand to the last byte.
 */
import { backUpByItself, copyBackupsTo } from '#renderer/data/backup/automatic-backup.ts';
import { readPassphrase, shelfIn } from '#renderer/data/backup/shelf.ts';
import { ownIdentity } from '#renderer/data/exchange/identity.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { keepExport, makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { sealOwn } from '#renderer/data/exchange/sealing.ts';
import { putInto } from '#renderer/data/exchange/shared-folder.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { undoImport } from '#renderer/data/exchange/undo-import.ts';
import { keepFile } from '#renderer/data/files.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, openSession, type Machine, type Session } from '#renderer/data/session.ts';
import { create, draft, set, type Change } from '#shared/changes/draft.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { ok } from '#shared/kernel/result.ts';
import { wholeDatabase, type WholeDatabase } from './whole-database.ts';

declare global {
  interface Window {
    /** Told to the test when a stage of an act begins. */
    reached?(stage: string): Promise<void>;
  }
}

const passphrase = 'six ponies cross the fell';
const order = { recipients: [], passphrase, cost: 10, app: 'test', note: null };

/** What is done, and on which of the prepared laptops. */
export const killedActs = {
  seal: 'author',
  make: 'author',
  backup: 'author',
  import: 'reader',
  undo: 'undoer',
  /** An import while somebody goes on saving. */
  typing: 'reader',
  join: 'joiner',
} as const;
export type KilledAct = keyof typeof killedActs;

export interface TypedAndTaken {
  readonly typed: ReadonlyArray<string>;
  readonly counts: { readonly imports: number; readonly segments: number; readonly people: number };
  /** Whether the records are what the log says. */
  readonly isSound: boolean;
}

function stillMachine(phase: string): Machine {
  let ids = 0;
  return { now: () => Date.UTC(2026, 10, 23, 9), newId: () => `${phase}-${(ids += 1)}` };
}

async function did(session: Session, label: string, changes: ReadonlyArray<ReadonlyArray<Change>>): Promise<void> {
  const result = await run(session, () => ok(draft(label, '', changes)), null);
  if (!result.ok) throw new Error(result.refusal.type);
}

async function laptop(name: string, phase: string): Promise<Session> {
  const session = await openSession(name, kinds, stillMachine(phase));
  if (session === null) throw new Error(`${name} is gone`);
  return session;
}

async function folderOf(name: string): Promise<Folder> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
}

async function keptBytes(name: string): Promise<Uint8Array> {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

async function keepBytes(name: string, bytes: Uint8Array): Promise<void> {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes.slice());
  await stream.close();
}

async function bundleFrom(session: Session): Promise<Uint8Array> {
  return (await makeBundle(session, order)).file;
}

async function takenIn(session: Session, file: Uint8Array): Promise<void> {
  const opened = await openBundle(session, file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  reach('take');
  const taken = await takeBundle(session, { opened: opened.value, fileName: 'x', isAuthorChecked: true });
  if (!taken.ok) throw new Error(taken.refusal.type);
}

async function joined(name: string, file: Uint8Array, isFurnished = true): Promise<void> {
  const opened = await openInvitation(file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const founder = { name: 'Ben Oduya', role: 'Deputy' };
  const result = await joinWorkspace(name, kinds, stillMachine(name), founder, { opened: opened.value, fileName: 'x' });
  if (!result.ok) throw new Error(result.refusal.type);
  if (isFurnished) {
    await ownIdentity(result.value);
    await did(result.value, 'Added', [create(bodyKind, `${name}-body`, { name: 'Own' })]);
  }
  result.value.database.close();
}

async function withFile(session: Session, record: string, size: number): Promise<void> {
  const content = new Uint8Array(size);
  for (let from = 0; from < size; from += 65_536) crypto.getRandomValues(content.subarray(from, from + 65_536));
  const sha256 = await keepFile(session.database, new Blob([content]));
  await did(session, 'Added', [create(bodyKind, record, { name: `See ${sha256}` })]);
}

function reach(stage: string): void {
  void window.reached?.(stage);
}

/** Tells when a table is first written to. */
function followTables(session: Session, tables: ReadonlyArray<string>): void {
  for (const name of tables) {
    const told = (): void => {
      reach(`write ${name}`);
      session.database.table(name).hook('creating').unsubscribe(told);
    };
    session.database.table(name).hook('creating', told);
  }
}

export const killedCore = {
  /** Laptops that agreed once; since then one of them saved so many times and attached files, and has sealed nothing of it. */
  async prepareKills(saves: number, fileBytes: number): Promise<void> {
    const founder = { name: 'Ada Fell', role: 'Clerk' };
    const author = await foundSession('author', kinds, stillMachine('author'), founder);
    await did(author, 'Added', [create(bodyKind, 'board', { name: 'Board' })]);
    const invitation = await bundleFrom(author);
    await joined('reader', invitation);
    await joined('undoer', invitation);
    for (let at = 0; at < saves; at += 1) {
      const person = { name: `Person ${at}`, jobTitle: `Role ${at}`, email: `p${at}@x.invalid`, telephone: `${at}` };
      const meeting = { place: `Room ${at}`, note: `Note ${at}` };
      const changes = [create(personKind, author.newId(), person), create(meetingKind, author.newId(), meeting)];
      await did(author, 'Changed a person', changes);
    }
    const row = await author.database.table<Body, string>('bodies').get('board');
    if (row !== undefined) await did(author, 'Renamed', [set(bodyKind, row, { name: 'Partnership Board' })]);
    for (let at = 0; at < 4; at += 1) await withFile(author, `file-${at}`, fileBytes);
    // A passphrase is made up with the plan; it is to be the same each time.
    await copyBackupsTo(author, null);
    author.database.close();
  },

  /** What the author would send, made and kept for the others to take in. */
  async prepareBundle(): Promise<number> {
    const author = await laptop('author', 'later');
    const file = await bundleFrom(author);
    author.database.close();
    await keepBytes('bundle', file);
    const undoer = await laptop('undoer', 'undoer-later');
    await takenIn(undoer, file);
    undoer.database.close();
    return file.length;
  },

  async actToKill(act: KilledAct): Promise<void> {
    if (act === 'join') {
      reach('open');
      await joined(killedActs.join, await keptBytes('bundle'), false);
      reach('done');
      return;
    }
    const session = await laptop(killedActs[act], 'act');
    const { database } = session;
    followTables(session, ['segments', 'files', 'imports', 'exports', 'saves']);
    reach('begin');
    switch (act) {
      case 'seal':
        await sealOwn(session, await ownIdentity(session));
        break;
      case 'make': {
        const tell = (stage: string): void => reach(stage);
        const made = await makeBundle(session, order, tell);
        reach('put');
        await putInto(session, await folderOf('shared'), made);
        reach('keep');
        await keepExport(session, made.row);
        break;
      }
      case 'backup': {
        const why = { why: 'daily', app: 'test', cost: 10 } as const;
        const outcome = await backUpByItself(session, why, await folderOf('shelf'));
        if (outcome.type !== 'made') throw new Error(outcome.type);
        break;
      }
      case 'import':
        reach('open');
        await takenIn(session, await keptBytes('bundle'));
        break;
      case 'typing': {
        const over = new AbortController();
        const importing = takenIn(session, await keptBytes('bundle')).finally(() => over.abort());
        for (let at = 0; !over.signal.aborted; at += 1) {
          await did(session, 'Added', [create(bodyKind, `typed-${at}`, { name: 'Typed' })]);
          await window.reached?.(`kept typed-${at}`);
        }
        await importing;
        break;
      }
      case 'undo': {
        const taken = (await database.imports.toArray()).find(({ applied }) => applied.length > 0 && !isFirst(applied));
        if (taken === undefined) throw new Error('Nothing was taken in');
        await undoImport(session, taken, 'the import');
        break;
      }
    }
    reach('done');
    database.close();
  },

  /** The whole of a laptop, as it is found; nothing where it has no workspace. */
  async wholeLaptop(act: KilledAct): Promise<WholeDatabase> {
    const session = await openSession(killedActs[act], kinds, stillMachine('look'));
    if (session === null) return {};
    const { database } = session;
    const found = await wholeDatabase(database);
    database.close();
    return found;
  },

  /** Without end, into three tables side by side, each reading what it has just written. */
  async writeSideBySide(): Promise<void> {
    const { database } = await laptop(killedActs.import, 'act');
    const writeTo = async (table: string, keyed: string): Promise<void> => {
      for (;;) {
        await database.transaction('rw', database.table(table), async () => {
          for (let at = 0; at < 30; at += 1) {
            await database.table(table).put({ [keyed]: `side-${at}`, words: 'x'.repeat(1000) });
            await database.table(table).get(`side-${at}`);
          }
        });
      }
    };
    await Promise.all([writeTo('texts', 'key'), writeTo('privateNotes', 'id'), writeTo('readingPlaces', 'key')]);
  },

  /** What is left of an import during which somebody typed. */
  async typedAndTaken(): Promise<TypedAndTaken> {
    const session = await laptop(killedActs.typing, 'look');
    const { database } = session;
    const typed = (await database.table('bodies').toCollection().primaryKeys()).map(String);
    const counts = {
      imports: await database.imports.count(),
      segments: await database.segments.count(),
      people: await database.table('people').count(),
    };
    const rows = async (): Promise<WholeDatabase> => {
      const { meta: _meta, ...others } = await wholeDatabase(database);
      return others;
    };
    const before = JSON.stringify(await rows());
    await rebuild(session, kinds);
    const isSound = before === JSON.stringify(await rows());
    database.close();
    return { typed: typed.filter((id) => id.startsWith('typed-')), counts, isSound };
  },

  /** Bundles and backups that bear their final names, and whether each opens whole. Empty ones have not arrived. */
  async filesLeft(): Promise<ReadonlyArray<{ readonly name: string; readonly isWhole: boolean }>> {
    const found: { readonly name: string; readonly isWhole: boolean }[] = [];
    for (const folder of [await folderOf('shared'), await folderOf('shelf')]) {
      const locked = (await readPassphrase(folder)) ?? passphrase;
      for await (const handle of folder.values()) {
        if (!/\.packhorse(-backup)?$/.test(handle.name)) continue;
        const bytes = new Uint8Array(await (await shelfIn(folder).read(handle.name)).arrayBuffer());
        if (bytes.length === 0) continue;
        found.push({ name: handle.name, isWhole: (await openInvitation(bytes, locked)).ok });
      }
    }
    return found;
  },
};

function isFirst(applied: ReadonlyArray<{ readonly from: number }>): boolean {
  return applied.some(({ from }) => from === 1);
}
