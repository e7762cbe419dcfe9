/** Laptops that agree by bundles alone: real databases, real keys, real locks. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SealedSegment } from '#shared/bundle/segment.ts';
import { create, remove, set, writeText } from '#shared/changes/draft.ts';
import { emptyText, plainWords, stateOf, textRoot } from '#shared/changes/text.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { commitDraft } from '#renderer/data/commit.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { combined, decided, readDecisions } from '#renderer/data/exchange/decisions.ts';
import { undoImport } from '#renderer/data/exchange/undo-import.ts';
import { readText } from '#renderer/data/texts.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { gapInWords } from '#renderer/features/exchange/exchange-words.ts';
import { auditTrail } from '#renderer/features/history/audit-trail.ts';
import { makeBackup, rehearseRestore } from '#renderer/data/exchange/backup.ts';
import { filesNamedIn } from '#renderer/data/exchange/files-named.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { keepExport, makeBundle, type MadeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { lookAtBundle, takeBundle, type TakeRefusal } from '#renderer/data/exchange/take-bundle.ts';
import type { BundleReport } from '#renderer/data/exchange/bundle-report.ts';
import { hashOf, keepFile, readFile } from '#renderer/data/files.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import type { Session } from '#renderer/data/session.ts';
import type { Result } from '#shared/kernel/result.ts';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';

let joined = 0;

async function founded(): Promise<Session> {
  const helen = await testSession(testMachine('helen'), 'Helen Marsh');
  await act(
    helen,
    'Started',
    create(workspaceKind, workspaceId, { name: 'Westmere', organisation: '', isSample: false }),
  );
  return helen;
}

async function made(from: Session, to: ReadonlyArray<Session> | 'passphrase'): Promise<MadeBundle> {
  const isOpen = to === 'passphrase';
  const bundle = await makeBundle(from, {
    recipients: isOpen ? [] : to.map(({ device }) => device),
    passphrase: isOpen ? 'six ponies cross the fell' : null,
    cost: 10,
    app: 'test',
    note: null,
  });
  await keepExport(from, bundle.row);
  return bundle;
}

async function invited(by: Session, name: string): Promise<Session> {
  const { file } = await made(by, 'passphrase');
  const opened = await openInvitation(file, 'six ponies cross the fell');
  if (!opened.ok) throw new Error(opened.refusal.type);
  joined += 1;
  const machine = testMachine(name);
  const order = { opened: opened.value, fileName: 'invitation' };
  const result = await joinWorkspace(`joined-${process.pid}-${joined}`, kinds, machine, { name, role: 'Clerk' }, order);
  if (!result.ok) throw new Error(result.refusal.type);
  return result.value;
}

async function handed(
  bundle: MadeBundle,
  to: Session,
  how: { readonly isAuthorChecked?: boolean; readonly isLook?: boolean } = {},
): Promise<Result<BundleReport, TakeRefusal>> {
  const opened = await openBundle(to, bundle.file, 'six ponies cross the fell');
  if (!opened.ok) throw new Error(opened.refusal.type);
  const order = { opened: opened.value, fileName: bundle.row.fileName, isAuthorChecked: how.isAuthorChecked ?? false };
  return how.isLook === true ? lookAtBundle(to, order) : takeBundle(to, order);
}

/** Everything a laptop holds, in one comparable whole. */
async function allOf({ database }: Session, isShared = false): Promise<unknown> {
  const tables = database.tables
    .map(({ name }) => name)
    .filter((name) => !isShared || kinds.some(({ table }) => table === name) || name === 'bin')
    .sort();
  const rows = await Promise.all(tables.map(async (name) => [name, await database.table(name).toArray()] as const));
  return JSON.parse(JSON.stringify(Object.fromEntries(rows))) as unknown;
}

const renamed = async (session: Session, id: string, name: string): Promise<void> => {
  const body = await rowsOf(session.database, bodyKind).get(id);
  if (body === undefined) throw new Error('no such body');
  await act(session, 'Renamed', set(bodyKind, body, { name }));
};

async function segmentsOf({ database }: Session, { device }: Session): Promise<ReadonlyArray<SealedSegment>> {
  return (await database.segments.toArray()).filter((segment) => segment.device === device);
}

async function held({ database }: Session): Promise<Readonly<Record<string, number>>> {
  const log = await database.meta.get('log');
  return log?.key === 'log' ? log.held : {};
}

async function nameAt(session: Session, id: string): Promise<string | undefined> {
  return (await rowsOf(session.database, bodyKind).get(id))?.name;
}

describe('a laptop that is invited', () => {
  it('holds all there is, and others take what it hands back once its words are compared', async () => {
    const helen = await founded();
    await act(helen, 'Added', create(bodyKind, 'board', { name: 'Board' }));
    const priya = await invited(helen, 'priya');
    expect(await allOf(priya, true)).toEqual(await allOf(helen, true));
    expect(priya.device).not.toBe(helen.device);
    await renamed(priya, 'board', 'Partnership Board');
    const back = await made(priya, [helen]);
    const before = await allOf(helen);
    const stranger = await handed(back, helen);
    expect(stranger).toMatchObject({ ok: false, refusal: { type: 'UnknownAuthor', author: { person: 'priya' } } });
    expect(await allOf(helen)).toEqual(before);
    expect(await handed(back, helen, { isAuthorChecked: true })).toMatchObject({ ok: true, value: { saves: 1 } });
    expect(await nameAt(helen, 'board')).toBe('Partnership Board');
    expect((await helen.database.devices.get(priya.device))?.trust).toBe('checked');
  });

  it('is vouched for by whoever compared its words', async () => {
    const helen = await founded();
    const [priya, tom] = [await invited(helen, 'priya'), await invited(helen, 'tom')];
    await handed(await made(priya, [helen]), helen, { isAuthorChecked: true });
    await handed(await made(helen, 'passphrase'), tom);
    expect(await tom.database.devices.get(priya.device)).toMatchObject({
      trust: 'introduced',
      introducedBy: helen.device,
    });
    await act(priya, 'Added', create(bodyKind, 'panel', { name: 'Panel' }));
    expect(await handed(await made(priya, 'passphrase'), tom)).toMatchObject({ ok: true });
    expect(await nameAt(tom, 'panel')).toBe('Panel');
  });
});

/** Three laptops that know each other and hold the same. */
async function three(): Promise<readonly [Session, Session, Session]> {
  const helen = await founded();
  await act(helen, 'Added', create(bodyKind, 'board', { name: 'Board' }));
  const [priya, tom] = [await invited(helen, 'priya'), await invited(helen, 'tom')];
  for (const other of [priya, tom]) await handed(await made(other, [helen]), helen, { isAuthorChecked: true });
  for (const other of [priya, tom]) await handed(await made(helen, 'passphrase'), other);
  return [helen, priya, tom];
}

describe('bundles', () => {
  it('merge to the same on every laptop, whatever the order and however often', async () => {
    const laptops = await three();
    const bundles: MadeBundle[] = [];
    for (const [at, laptop] of laptops.entries()) {
      await act(laptop, 'Added', create(bodyKind, `own-${at}`, { name: `Body ${at}` }));
      await renamed(laptop, 'board', at === 0 ? 'First' : 'Second');
      bundles.push(
        await made(
          laptop,
          laptops.filter((other) => other !== laptop),
        ),
      );
    }
    for (const [at, laptop] of laptops.entries()) {
      const order = at === 1 ? bundles.toReversed() : bundles;
      for (const bundle of [...order, ...order]) await handed(bundle, laptop);
    }
    const [first, ...others] = await Promise.all(laptops.map((laptop) => allOf(laptop, true)));
    for (const other of others) expect(other).toEqual(first);
    expect((await rowsOf(laptops[0].database, bodyKind).get('board'))?._open).toBe(1);
    expect(await rowsOf(laptops[2].database, bodyKind).count()).toBe(4);
  });

  it('hold what their readers have not been seen to hold, and no more', async () => {
    const [helen, priya] = await three();
    await act(helen, 'Added', create(bodyKind, 'one', { name: 'One' }));
    expect((await made(helen, [priya])).saves).toBeLessThanOrEqual(2);
    // It was made, but Priya has not been seen to have it.
    const again = await made(helen, [priya]);
    expect(again.saves).toBeGreaterThanOrEqual(1);
    await handed(again, priya);
    await handed(await made(priya, [helen]), helen);
    expect((await made(helen, [priya])).saves).toBe(0);
  });

  it('change nothing while they are only looked at, and tell what they would', async () => {
    const [helen, priya] = await three();
    await renamed(helen, 'board', 'From Helen');
    await renamed(priya, 'board', 'From Priya');
    await act(helen, 'Added', create(bodyKind, 'new', { name: 'New body' }));
    const bundle = await made(helen, [priya]);
    const opened = await openBundle(priya, bundle.file, null);
    const before = await allOf(priya);
    const look = await handed(bundle, priya, { isLook: true });
    expect(await allOf(priya)).toEqual(before);
    if (!opened.ok || !look.ok) throw new Error('refused');
    expect(look.value.records).toEqual([
      expect.objectContaining({
        id: 'board',
        what: 'changed',
        by: ['Helen Marsh'],
        fields: ['Name'],
        isNewlyOpen: true,
      }),
      expect.objectContaining({ id: 'new', title: 'New body', what: 'added', isNewlyOpen: false }),
    ]);
    const deed = await handed(bundle, priya);
    expect(deed.ok && deed.value.records).toEqual(look.value.records);
  });

  it('that lean on one not here wait for it, and name it', async () => {
    const [helen, priya] = await three();
    await act(helen, 'Added', create(bodyKind, 'one', { name: 'One' }));
    const first = await made(helen, 'passphrase');
    const basis = { ...first.row.to };
    await act(helen, 'Added', create(bodyKind, 'two', { name: 'Two' }));
    // As if Priya had been seen with the first.
    await helen.database.peers.put({ device: priya.device, held: basis, missingFiles: [], at: 1, recent: [] });
    const second = await made(helen, [priya]);
    expect(second.saves).toBe(1);
    const early = await handed(second, priya);
    if (!early.ok) throw new Error(early.refusal.type);
    expect(early.value).toMatchObject({ saves: 0, waiting: 1 });
    expect(early.value.gaps).toEqual([
      {
        device: helen.device,
        person: 'Helen Marsh',
        from: expect.any(Number),
        to: basis[helen.device],
        bundle: { no: first.row.no, at: first.row.at },
      },
    ]);
    expect(gapInWords(early.value.gaps[0]!)).toMatch(
      /^Waiting for bundle \d+ of 23 November 2026 from Helen Marsh: change/,
    );
    expect(await nameAt(priya, 'two')).toBeUndefined();
    await handed(first, priya);
    expect([await nameAt(priya, 'one'), await nameAt(priya, 'two')]).toEqual(['One', 'Two']);
  });

  it('for several people hold whatever one of them lacks', async () => {
    const [helen, priya, tom] = await three();
    await act(helen, 'Added', create(bodyKind, 'one', { name: 'One' }));
    await handed(await made(helen, [priya]), priya);
    await handed(await made(priya, [helen]), helen);
    expect((await made(helen, [priya])).saves).toBe(0);
    await handed(await made(helen, [priya, tom]), tom);
    expect(await nameAt(tom, 'one')).toBe('One');
  });

  it('that come late make nobody forget what newer ones showed', async () => {
    const [helen, priya] = await three();
    const older = await made(priya, [helen]);
    await act(priya, 'Added', create(bodyKind, 'one', { name: 'One' }));
    // Made in the same moment by the clock that stands still: the later one is told by its hour.
    (priya as unknown as { now: () => number }).now = () => Date.UTC(2026, 10, 23, 10);
    const newer = await made(priya, [helen]);
    for (const bundle of [newer, older]) await handed(bundle, helen);
    const peer = await helen.database.peers.get(priya.device);
    expect(peer?.held).toEqual(newer.row.to);
  });

  it('bring the files their saves speak of, once', async () => {
    const [helen, priya] = await three();
    const sha256 = await keepFile(helen.database, new Blob(['a plan'], { type: 'text/plain' }));
    await keepFile(helen.database, new Blob(['named nowhere']));
    await act(helen, 'Added', create(bodyKind, 'filed', { name: `See ${sha256}` }));
    const bundle = await made(helen, [priya]);
    expect(bundle.files).toBe(1);
    await handed(bundle, priya);
    expect(await (await readFile(priya.database, sha256))?.text()).toBe('a plan');
    await handed(await made(priya, [helen]), helen);
    expect((await made(helen, [priya])).files).toBe(0);
  });

  it('say which files are missing, and whoever has them sends them', async () => {
    const [helen, priya, tom] = await three();
    const bytes = new TextEncoder().encode('elsewhere').buffer;
    const sha256 = await hashOf(bytes);
    await act(helen, 'Added', create(bodyKind, 'lost', { name: `See ${sha256}` }));
    for (const other of [priya, tom]) await handed(await made(helen, [other]), other);
    await keepFile(tom.database, new Blob([bytes]));
    await handed(await made(helen, [tom]), tom);
    const answer = await made(tom, [helen]);
    expect(answer.files).toBe(1);
    await handed(answer, helen);
    expect(await readFile(helen.database, sha256)).not.toBeNull();
  });
});

it('the audit trail names every change of every laptop once, with the part it is sealed in and no formula', async () => {
  const [helen, priya] = await three();
  await renamed(priya, 'board', '=HYPERLINK("http://x")');
  const bundle = await made(priya, [helen]);
  await handed(bundle, helen);
  const lines = (await auditTrail(helen.database, helen.kinds)).split('\r\n').filter((line) => line !== '');
  const edits = (await readWholeLog(helen.database)).flatMap(({ edits: all }) => all);
  expect(lines).toHaveLength(1 + edits.filter(({ path, over }) => path !== '$touch' || over.length === 0).length);
  const [segment] = await segmentsOf(helen, priya);
  const last = lines.find((line) => line.includes('HYPERLINK')) ?? '';
  expect(last).toContain(
    `priya,${priya.device},1,Renamed,,body,board,Name,set to,"'=HYPERLINK(""http://x"")",${segment?.hash}`,
  );
});

describe('a request', () => {
  it('holds nothing but what its author holds and lacks, and is answered with exactly the difference', async () => {
    const [helen, priya] = await three();
    await act(helen, 'Added', create(bodyKind, 'one', { name: 'One' }));
    await handed(await made(helen, [priya]), priya);
    await act(helen, 'Added', create(bodyKind, 'two', { name: 'Two' }));
    const order = { recipients: [helen.device], passphrase: null, isRequest: true, app: 'test', note: null };
    const request = await makeBundle(priya, order);
    expect([request.saves, request.files]).toEqual([0, 0]);
    expect(request.file.length).toBeLessThan(2500);
    expect(await handed(request, helen)).toMatchObject({ ok: true, value: { saves: 0, waiting: 0 } });
    const answer = await made(helen, [priya]);
    expect(answer.saves).toBe(1);
    await handed(answer, priya);
    expect(await nameAt(priya, 'two')).toBe('Two');
  });
});

describe('a laptop', () => {
  it('that comes with another key is refused', async () => {
    const [helen, priya] = await three();
    await priya.database.keys.clear();
    await act(priya, 'Added', create(bodyKind, 'x', { name: 'X' }));
    const before = await allOf(helen);
    const result = await handed(await made(priya, 'passphrase'), helen, { isAuthorChecked: true });
    expect(result).toMatchObject({ ok: false, refusal: { type: 'KeyChanged', person: 'priya' } });
    expect(await allOf(helen)).toEqual(before);
  });

  it('that is trusted no longer hands nothing in, by itself or by others', async () => {
    const [helen, priya, tom] = await three();
    const last = (await held(helen))[priya.device] ?? 0;
    await helen.database.devices.update(priya.device, { revokedAfter: last });
    await act(priya, 'Added', create(bodyKind, 'x', { name: 'X' }));
    await handed(await made(priya, 'passphrase'), tom);
    const before = await allOf(helen);
    for (const from of [priya, tom]) {
      const result = await handed(await made(from, 'passphrase'), helen);
      expect(result).toMatchObject({ ok: false, refusal: { type: 'Revoked', person: 'priya' } });
    }
    expect(await allOf(helen)).toEqual(before);
  });

  it('that is trusted no longer is refused even with nothing new', async () => {
    const [helen, priya] = await three();
    await helen.database.devices.update(priya.device, { revokedAfter: 1e9 });
    expect(await handed(await made(priya, [helen]), helen)).toMatchObject({ ok: false, refusal: { type: 'Revoked' } });
  });

  it('whose chain of saves does not hang together is refused', async () => {
    const [helen, priya] = await three();
    await act(priya, 'Added', create(bodyKind, 'x', { name: 'X' }));
    await handed(await made(priya, [helen]), helen);
    const last = (await segmentsOf(priya, priya)).at(-1);
    if (last === undefined) throw new Error('nothing sealed');
    await priya.database.segments.put({ ...last, hash: 'f'.repeat(64) });
    await act(priya, 'Added', create(bodyKind, 'y', { name: 'Y' }));
    const peer = {
      device: helen.device,
      held: { ...(await held(priya)), [priya.device]: last.to },
      missingFiles: [],
      at: 1e15,
      recent: [],
    };
    await priya.database.peers.put(peer);
    expect(await handed(await made(priya, [helen]), helen)).toMatchObject({
      ok: false,
      refusal: { type: 'Forked', seq: last.to + 1 },
    });
  });

  it('whose saves run two ways is refused at the fork', async () => {
    const [helen, priya] = await three();
    await act(priya, 'Added', create(bodyKind, 'x', { name: 'X' }));
    await handed(await made(priya, [helen]), helen);
    // As after a backup was brought back: the last save is gone, and another takes its number.
    const last = (await segmentsOf(priya, priya)).at(-1);
    await priya.database.segments.delete([priya.device, last?.from ?? 0]);
    await priya.database.contents.delete([priya.device, last?.from ?? 0]);
    const log = await priya.database.meta.get('log');
    if (log?.key !== 'log') throw new Error('no log');
    await priya.database.meta.put({ ...log, held: { ...log.held, [priya.device]: (last?.from ?? 1) - 1 } });
    await act(priya, 'Added', create(bodyKind, 'y', { name: 'Y' }));
    const before = await allOf(helen);
    const result = await handed(await made(priya, 'passphrase'), helen);
    expect(result).toMatchObject({ ok: false, refusal: { type: 'Forked', person: 'priya', seq: last?.from } });
    expect(await allOf(helen)).toEqual(before);
  });
});

describe('an import', () => {
  it('is taken back whole: what it changed, added, removed and wrote, and nothing else', async () => {
    const [helen, priya] = await three();
    await act(
      helen,
      'Added',
      create(bodyKind, 'old', { name: 'Old' }),
      create(paperKind, 'paper', { title: 'Report' }),
    );
    await act(helen, 'Wrote', writeText(paperKind, 'paper', 'body', words('First. ')));
    await handed(await made(helen, [priya]), priya);
    await renamed(priya, 'board', 'Own work');
    const before = await shownBy(priya);
    await renamed(helen, 'old', 'Renamed');
    await renamed(helen, 'old', 'Renamed twice');
    await act(helen, 'Added', create(bodyKind, 'new', { name: 'New' }));
    await act(helen, 'Removed', remove(bodyKind, 'board'));
    await act(helen, 'Wrote', writeText(paperKind, 'paper', 'body', words('Second. ')));
    const bundle = await made(helen, [priya]);
    await handed(bundle, priya);
    expect(await shownBy(priya)).not.toEqual(before);
    const row = await priya.database.imports.get(bundle.row.bundle);
    if (row === undefined) throw new Error('no import');
    expect(await undoImport(priya, row, 'the bundle of Helen Marsh')).toEqual({ leftAlone: 0 });
    expect(await shownBy(priya)).toEqual(before);
    expect((await priya.database.imports.get(bundle.row.bundle))?.isUndone).toBe(true);
    // It is a save like any other, and reaches the others.
    await handed(await made(priya, [helen]), helen);
    expect(await nameAt(helen, 'old')).toBe('Old');
  });

  it('leaves what somebody has changed since', async () => {
    const [helen, priya] = await three();
    await renamed(helen, 'board', 'From Helen');
    const bundle = await made(helen, [priya]);
    await handed(bundle, priya);
    await renamed(priya, 'board', 'Changed since');
    const row = await priya.database.imports.get(bundle.row.bundle);
    if (row === undefined) throw new Error('no import');
    expect(await undoImport(priya, row, 'x')).toEqual({ leftAlone: 1 });
    expect(await nameAt(priya, 'board')).toBe('Changed since');
  });
});

describe('a disagreement', () => {
  it('is listed with both values, and one decision settles it on every laptop', async () => {
    const [helen, priya] = await three();
    await renamed(helen, 'board', 'From Helen');
    await renamed(priya, 'board', 'From Priya');
    await handed(await made(helen, [priya]), priya);
    const [decision, ...more] = await readDecisions(priya, priya.database);
    if (decision === undefined) throw new Error('nothing to decide');
    expect(more).toEqual([]);
    expect(decision).toMatchObject({ title: expect.any(String), about: 'Name', isWords: true, isDeletion: false });
    expect(
      decision.choices
        .map(({ words: said, by, isOwn }) => [said, by, isOwn].join(', '))
        .sort((one, other) => one.localeCompare(other)),
    ).toEqual(['From Helen, Helen Marsh, false', 'From Priya, priya, true']);
    expect(combined(decision.choices.toSorted((a) => (a.isOwn ? -1 : 1)))).toBe('From Priya / From Helen');
    await commitDraft(priya, decided(decision, 'Agreed'), 'Priya');
    expect(await readDecisions(priya, priya.database)).toEqual([]);
    await handed(await made(priya, [helen]), helen);
    expect([await nameAt(helen, 'board'), await nameAt(priya, 'board')]).toEqual(['Agreed', 'Agreed']);
    expect(await readDecisions(helen, helen.database)).toEqual([]);
  });

  it('over a deletion is to keep or to delete', async () => {
    const [helen, priya] = await three();
    await act(helen, 'Removed', remove(bodyKind, 'board'));
    await renamed(priya, 'board', 'Still wanted');
    await handed(await made(helen, [priya]), priya);
    const [decision] = await readDecisions(priya, priya.database);
    if (decision === undefined) throw new Error('nothing to decide');
    expect(decision).toMatchObject({
      isDeletion: true,
      choices: [
        { value: true, isOwn: false },
        { value: false, isOwn: true },
      ],
    });
    await commitDraft(priya, decided(decision, false), 'Priya');
    expect(await readDecisions(priya, priya.database)).toEqual([]);
    expect(await nameAt(priya, 'board')).toBe('Still wanted');
  });
});

/** A paragraph of these words, as an editor would write it. */
function words(said: string): string {
  const text = emptyText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(said)]);
  text.getXmlFragment(textRoot).push([paragraph]);
  return bytesToBase64(stateOf(text));
}

/** What a laptop shows: records without the marks of merging, and words. */
async function shownBy({ database }: Session): Promise<unknown> {
  const bodies = await rowsOf(database, bodyKind).orderBy('id').toArray();
  const text = await readText(database, 'paper', 'body');
  return { bodies: bodies.map(({ id, name }) => [id, name]), words: plainWords(text) };
}

describe('a backup', () => {
  it('is rehearsed without touching anything, and restores all there was under a new identity', async () => {
    const [helen, priya] = await three();
    await renamed(helen, 'board', 'Before the loss');
    const sha256 = await keepFile(helen.database, new Blob(['a plan']));
    await act(helen, 'Added', create(bodyKind, 'filed', { name: `See ${sha256}` }));
    const { file } = await makeBackup(helen, { passphrase: 'six ponies cross the fell', app: 'test', cost: 10 });
    const before = await allOf(helen);
    const machine = testMachine('restored');
    const rehearsed = await rehearseRestore(file, 'six ponies cross the fell', kinds, machine);
    if (!rehearsed.ok) throw new Error(rehearsed.refusal.type);
    const records = (await Promise.all(kinds.map(({ table }) => helen.database.table(table).count()))).reduce(
      (a, b) => a + b,
      0,
    );
    expect(rehearsed.value).toMatchObject({ records, files: 1 });
    expect(await allOf(helen)).toEqual(before);
    expect((await indexedDB.databases()).some(({ name }) => name?.includes('rehearsal'))).toBe(false);

    const opened = await openInvitation(file, 'six ponies cross the fell');
    if (!opened.ok) throw new Error(opened.refusal.type);
    const order = { opened: opened.value, fileName: '' };
    const restored = await joinWorkspace(
      `restored-${process.pid}`,
      kinds,
      machine,
      { name: 'Helen Marsh', role: 'Clerk' },
      order,
    );
    if (!restored.ok) throw new Error(restored.refusal.type);
    expect(restored.value.device).not.toBe(helen.device);
    expect(await allOf(restored.value, true)).toEqual(await allOf(helen, true));
    expect(await readFile(restored.value.database, sha256)).not.toBeNull();
    // What is done after goes to the others, beside what the lost laptop had done.
    await renamed(restored.value, 'board', 'After the restore');
    await handed(await made(restored.value, [priya]), priya, { isAuthorChecked: true });
    expect(await nameAt(priya, 'board')).toBe('After the restore');
    expect(await readDecisions(priya, priya.database)).toEqual([]);
  });

  it('that is damaged, or opened by another passphrase, is told by its rehearsal', async () => {
    const helen = await founded();
    const { file } = await makeBackup(helen, { passphrase: 'six ponies cross the fell', app: 'test', cost: 10 });
    const rehearse = (bytes: Uint8Array, passphrase: string) =>
      rehearseRestore(bytes, passphrase, kinds, testMachine('r'));
    expect(await rehearse(file, 'another')).toMatchObject({ ok: false, refusal: { type: 'WrongPassphrase' } });
    const cut = file.subarray(0, file.length - 1);
    expect(await rehearse(cut, 'six ponies cross the fell')).toMatchObject({ ok: false, refusal: { type: 'Damaged' } });
  });
});

it('files that a text or a save names are found, and nothing is missed for a letter beside it', () => {
  const hash = 'ab'.repeat(32);
  const update = Buffer.concat([Buffer.from([119, 64]), Buffer.from(hash), Buffer.from('f'), Buffer.from([0, 255])]);
  const save = new TextEncoder().encode(`{"value":"${update.toString('base64')}","other":"${'cd'.repeat(32)}"}`);
  const { all, sure } = filesNamedIn([save]);
  expect(all.has(hash)).toBe(true);
  expect([...sure]).toEqual(['cd'.repeat(32)]);
});
