/** What the page of core-page.ts can do with bundles: real keys, real locks, real transactions on a real disk. */
import { strToU8, gzipSync } from 'fflate';
import { Decrypter, Encrypter } from 'age-encryption';
import * as Y from 'yjs';
import { receive } from '#renderer/data/commit.ts';
import { readLogHeld } from '#renderer/data/database.ts';
import { makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { keepFile } from '#renderer/data/files.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, openSession, type Session } from '#renderer/data/session.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { Save } from '#shared/changes/save.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { ok } from '#shared/kernel/result.ts';

const passphrase = 'six ponies cross the fell';
const order = { recipients: [], passphrase, cost: 10, app: 'test', note: null };

async function opened(name: string): Promise<Session> {
  const founder = { name: 'Ada Fell', role: 'Clerk' };
  return (await openSession(name, kinds, thisMachine)) ?? foundSession(name, kinds, thisMachine, founder);
}

/** So many field changes, ten to a save, made as an officer's commands make them. */
async function fill(session: Session, changes: number): Promise<void> {
  for (let at = 0; at < changes / 10; at += 1) {
    const person = { name: `Person ${at}`, jobTitle: `Role ${at}`, email: `p${at}@x.invalid`, telephone: `${at}` };
    const meeting = { place: `Room ${at}`, note: `Note ${at}` };
    const both = [create(personKind, session.newId(), person), create(meetingKind, session.newId(), meeting)];
    await run(session, () => ok(draft('Changed a person', '', both)), null);
  }
}

/** So many bytes of files that do not pack, each spoken of by a save: in 22 files. */
async function keepFiles(session: Session, bytes: number): Promise<void> {
  for (let at = 0; at < 22; at += 1) {
    const content = new Uint8Array(bytes / 22);
    for (let from = 0; from < content.length; from += 65_536)
      crypto.getRandomValues(content.subarray(from, from + 65_536));
    const sha256 = await keepFile(session.database, new Blob([content]));
    const body = { name: `See ${sha256}` };
    await run(session, () => ok(draft('Added', '', [create(bodyKind, session.newId(), body)])), null);
  }
}

/** As somebody who joins takes it in; and once more, as somebody who has joined does. */
async function taken(name: string, bytes: ReadonlyArray<number> | Uint8Array): Promise<number> {
  const session = await opened(name);
  const isFirst = (await session.database.meta.get('workspace')) === undefined;
  const file = Uint8Array.from(bytes);
  const bundle = await (isFirst ? openInvitation(file, passphrase) : openBundle(session, file, passphrase));
  if (!bundle.ok) throw new Error(bundle.refusal.type);
  if (isFirst) await session.database.meta.put({ key: 'workspace', id: bundle.value.manifest.workspace.id });
  const result = await takeBundle(session, { opened: bundle.value, fileName: 'x', isAuthorChecked: true });
  session.database.close();
  if (!result.ok) throw new Error(result.refusal.type);
  return result.value.saves;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

export interface ExchangeMade {
  readonly make: number;
  readonly yjs: number;
  readonly bundleBytes: number;
  readonly yjsBytes: number;
}

let made = new Uint8Array();

function middle(times: ReadonlyArray<number>): number {
  return [...times].sort((one, other) => one - other)[times.length >> 1] ?? Number.NaN;
}

export const exchangeCore = {
  /** A bundle of so many saves, as bytes. */
  async bundleOf(name: string, saves: number): Promise<number[]> {
    const session = await opened(name);
    await fill(session, saves * 10);
    const { file } = await makeBundle(session, order);
    session.database.close();
    return [...file];
  },

  takeIn: taken,

  /** An invitation, and a bundle that has so many records more than it. */
  async manyRecords(
    name: string,
    records: number,
  ): Promise<{ readonly invitation: number[]; readonly bundle: number[] }> {
    const session = await opened(name);
    await run(
      session,
      () => ok(draft('Started', '', [create(workspaceKind, workspaceId, { name: 'Fells', isSample: false })])),
      null,
    );
    const invitation = (await makeBundle(session, order)).file;
    for (let from = 0; from < records; from += 100) {
      const added = Array.from({ length: Math.min(100, records - from) }, (_nothing, at) =>
        create(bodyKind, `body-${from + at}`, { name: `Body ${from + at}`, purpose: `Purpose ${from + at}` }),
      );
      await run(session, () => ok(draft('Added bodies', '', added)), null);
    }
    const bundle = (await makeBundle(session, order)).file;
    session.database.close();
    return { invitation: [...invitation], bundle: [...bundle] };
  },

  /** An invitation, and a bundle that has so many field changes and so many bytes of files more than it; each as a file to be downloaded. */
  async muchToSend(name: string, changes: number, bytes: number): Promise<Readonly<Record<string, string>>> {
    const session = await opened(name);
    await run(
      session,
      () => ok(draft('Started', '', [create(workspaceKind, workspaceId, { name: 'Fells', isSample: false })])),
      null,
    );
    const invitation = (await makeBundle(session, order)).file.slice();
    await fill(session, changes);
    await keepFiles(session, bytes);
    const bundle = (await makeBundle(session, order)).file.slice();
    session.database.close();
    const addressOf = (file: Uint8Array<ArrayBuffer>): string => URL.createObjectURL(new Blob([file]));
    return { invitation: addressOf(invitation), bundle: addressOf(bundle) };
  },

  /** Bodies in this workspace to which two laptops gave different names, neither having seen the other's. */
  async dispute(name: string, records: number): Promise<void> {
    const session = await opened(name);
    const saveOf = (device: string, at: number, seq: number): Save => ({
      device,
      seq,
      at: Date.UTC(2026, 9, 1) * 1024 + (seq % 1000),
      deps: {},
      by: device,
      command: 'Added a body',
      note: '',
      edits: [
        { kind: 'body', record: `disputed-${at}`, path: '$touch', value: true, over: [] },
        { kind: 'body', record: `disputed-${at}`, path: 'name', value: `Panel ${at} of ${device}`, over: [] },
      ],
      reverts: null,
    });
    const places = Array.from({ length: records }, (_nothing, at) => at);
    await receive(
      session,
      ['Priya', 'Tom'].flatMap((device) => places.map((at) => saveOf(device, at, at + 1))),
    );
    session.database.close();
  },

  /** What a laptop holds after a bundle was taken in, or was not. */
  async inspectTaken(
    name: string,
  ): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly held: number }> {
    const session = await opened(name);
    const names = ['segments', 'contents', 'imports', 'devices', 'peers', 'people', 'meetings', 'parked'];
    const counts = await Promise.all(
      names.map(async (table) => [table, await session.database.table(table).count()] as const),
    );
    const log = await readLogHeld(session.database);
    session.database.close();
    return { counts: Object.fromEntries(counts), held: Object.values(log?.held ?? {}).reduce((a, b) => a + b, 0) };
  },

  /** Making a bundle of so many field changes, beside one bare Yjs map of the same, packed by gzip. */
  async timeMaking(name: string, changes: number): Promise<ExchangeMade> {
    const author = await opened(name);
    await fill(author, changes);
    const make = await timed(async () => {
      made = (await makeBundle(author, order)).file.slice();
    });
    const saves = await readWholeLog(author.database);
    author.database.close();
    const told = new Y.Doc({ gc: false });
    const map = told.getMap('records');
    for (const save of saves) {
      told.transact(() => {
        for (const { record, path, value } of save.edits) map.set(`${record} ${path}`, value);
      });
    }
    const update = Y.encodeStateAsUpdateV2(told);
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      times.push(
        await timed(async () => {
          const bare = new Y.Doc({ gc: false });
          Y.applyUpdateV2(bare, update);
        }),
      );
    }
    return { make, yjs: middle(times), bundleBytes: made.length, yjsBytes: gzipSync(update).length };
  },

  /** Taking that bundle into an empty workspace, and then once more. */
  async timeTaking(name: string): Promise<{ readonly take: number; readonly again: number }> {
    const take = await timed(() => taken(name, made));
    const again = await timed(() => taken(name, made));
    await (await opened(name)).database.delete();
    return { take, again };
  },

  /** Bytes of a bundle with so many saves of one field each, for one other laptop. */
  async bundleSizes(name: string, counts: ReadonlyArray<number>): Promise<ReadonlyArray<number>> {
    const sizes: number[] = [];
    for (const count of counts) {
      const session = await opened(`${name}-${count}`);
      await run(session, () => ok(draft('Added', '', [create(bodyKind, 'board', { name: 'Board' })])), null);
      for (let turn = 1; turn < count; turn += 1) {
        const row = await session.database.table<Body, string>('bodies').get('board');
        if (row === undefined) throw new Error('The record is not there');
        await run(session, () => ok(draft('Renamed', '', [set(bodyKind, row, { name: `Board ${turn}` })])), null);
      }
      sizes.push((await makeBundle(session, order)).file.length);
      session.database.close();
    }
    return sizes;
  },

  /** A bundle with so many bytes of files: making it, taking it in, and merely unlocking as many bytes with age. */
  async timeFiles(
    name: string,
    bytes: number,
  ): Promise<{ readonly make: number; readonly take: number; readonly unlock: number }> {
    const author = await opened(`${name}-author`);
    await keepFiles(author, bytes);
    let file = new Uint8Array();
    const make = await timed(async () => {
      file = (await makeBundle(author, order)).file.slice();
    });
    author.database.close();
    const take = await timed(() => taken(`${name}-reader`, file));
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase(passphrase);
    const locked = await encrypter.encrypt(new Uint8Array(file.length).fill(strToU8('x')[0] ?? 0));
    const unlock = await timed(async () => {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      await decrypter.decrypt(locked);
    });
    return { make, take, unlock };
  },
};
