import { describe, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { reverse } from '#renderer/data/undo.ts';
import {
  addFilePaper,
  attachVersion,
  nextNumber,
  takeVersion,
  type AttachedFile,
} from '#shared/domain/papers/paper-version.commands.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import {
  addPaper,
  changePaperHead,
  changePaperStatus,
  inOrder,
  movePaper,
  removePaper,
} from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type Paper, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { testSession } from '#tests/support/workspace.ts';

function file(name: string): AttachedFile {
  const facts = { pages: 3, access: 'words', repaired: false } as const;
  const lost = { scripts: 0, launchActions: 0, embeddedFiles: 0, xfaForms: 0, signatures: 0, fields: 0 };
  return {
    sha256: `hash of ${name}`,
    fileName: name,
    type: 'application/pdf',
    size: 10,
    facts,
    contents: { ...lost, scannedPages: 0, scanResolution: null, language: null },
    original: null,
    picture: null,
  };
}

async function paperOf(session: Session, id: string): Promise<Paper> {
  const paper = await rowsOf(session.database, paperKind).get(id);
  if (paper === undefined) throw new Error(`no paper ${id}`);
  return paper;
}

function versionsOf(session: Session, id: string): Promise<PaperVersion[]> {
  return rowsOf(session.database, paperVersionKind).where('paperId').equals(id).sortBy('number');
}

function papersUnder(session: Session, itemId: string): Promise<Paper[]> {
  return rowsOf(session.database, paperKind).where('itemId').equals(itemId).toArray();
}

async function add(session: Session, id: string, itemId: string | null = null): Promise<Paper> {
  const others = itemId === null ? [] : await papersUnder(session, itemId);
  const input = { id, title: `Paper ${id}`, form: 'written', author: '', others, body: null, itemId } as const;
  expect(await run(session, addPaper, { ...input, meetingId: itemId === null ? null : 'm' })).toMatchObject({
    ok: true,
  });
  return paperOf(session, id);
}

async function addFile(session: Session, id: string): Promise<Paper> {
  const paper = { id, title: `Paper ${id}`, author: '', others: [], meetingId: null, itemId: null };
  await run(session, addFilePaper, { paper, file: file('one.pdf'), addedBy: 'Ada Fell' });
  return paperOf(session, id);
}

async function attach(session: Session, id: string, name: string, original: AttachedFile['original'] = null) {
  const paper = await paperOf(session, id);
  const versions = await versionsOf(session, id);
  return run(session, attachVersion, {
    paper,
    versions,
    file: { ...file(name), original },
    addedBy: 'Ada Fell',
    note: '',
  });
}

async function mark(session: Session, id: string, status: PaperStatus) {
  return run(session, changePaperStatus, { paper: await paperOf(session, id), status });
}

describe('adding', () => {
  test('a paper goes last under its item, or stands nowhere yet', async () => {
    const session = await testSession();
    await add(session, 'a', 'item');
    await add(session, 'b', 'item');
    await add(session, 'c', 'item');
    expect(inOrder(await papersUnder(session, 'item')).map((paper) => paper.id)).toEqual(['a', 'b', 'c']);
    expect(await add(session, 'd')).toMatchObject({ meetingId: null, itemId: null, status: 'draft', form: 'written' });
  });

  test('needs a title, and shows markup as it was typed', async () => {
    const session = await testSession();
    const input = {
      id: 'a',
      form: 'written',
      author: '',
      others: [],
      body: null,
      meetingId: null,
      itemId: null,
    } as const;
    expect(await run(session, addPaper, { ...input, title: '  ' })).toEqual({
      ok: false,
      refusal: { type: 'TitleMissing' },
    });
    await run(session, addPaper, { ...input, title: '<script>alert(1)</script>' });
    expect((await paperOf(session, 'a')).title).toBe('<script>alert(1)</script>');
  });

  test('a file paper comes with version 1 in use, and one undo takes both away', async () => {
    const session = await testSession();
    const paper = await addFile(session, 'p');
    const [version] = await versionsOf(session, 'p');
    expect(version).toMatchObject({ number: 1, fileName: 'one.pdf', addedOn: '2026-11-23', addedBy: 'Ada Fell' });
    expect(paper.versionId).toBe(version?.id);
    await reverse(session, 'undo');
    expect(await rowsOf(session.database, paperKind).count()).toBe(0);
    expect(await versionsOf(session, 'p')).toEqual([]);
  });
});

describe('versions', () => {
  test('are numbered on from the highest, even where an earlier one is in use', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    await attach(session, 'p', 'two.pdf');
    await attach(session, 'p', 'three.pdf');
    const [first] = await versionsOf(session, 'p');
    expect(await run(session, takeVersion, { paper: await paperOf(session, 'p'), version: first! })).toMatchObject({
      ok: true,
    });
    expect((await paperOf(session, 'p')).versionId).toBe(first?.id);
    await attach(session, 'p', 'four.pdf');
    const versions = await versionsOf(session, 'p');
    expect(versions.map((version) => version.number)).toEqual([1, 2, 3, 4]);
    expect((await paperOf(session, 'p')).versionId).toBe(versions.at(-1)?.id);
    expect(nextNumber([])).toBe(1);
  });

  test('the same file again is refused, unless an older one is in use', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    expect(await attach(session, 'p', 'one.pdf')).toEqual({ ok: false, refusal: { type: 'SameFile', number: 1 } });
    await attach(session, 'p', 'two.pdf');
    expect(await attach(session, 'p', 'one.pdf')).toMatchObject({ ok: true });
  });

  test('copies made of the same file are the same, but for one that was made smaller', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    const original = { sha256: 'locked', size: 9, copied: 'unlocked' } as const;
    await attach(session, 'p', 'copy.pdf', original);
    expect(await attach(session, 'p', 'other copy.pdf', original)).toEqual({
      ok: false,
      refusal: { type: 'SameFile', number: 2 },
    });
    expect(await attach(session, 'p', 'small.pdf', { ...original, copied: 'smaller' })).toMatchObject({ ok: true });
  });

  test('a cleared paper goes back to draft when what was cleared is replaced', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    await mark(session, 'p', 'ready');
    await attach(session, 'p', 'two.pdf');
    expect((await paperOf(session, 'p')).status).toBe('ready');
    await mark(session, 'p', 'cleared');
    await attach(session, 'p', 'three.pdf');
    expect((await paperOf(session, 'p')).status).toBe('draft');
  });

  test('of another paper, or for a written one, are refused', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    await addFile(session, 'q');
    await add(session, 'w');
    const [foreign] = await versionsOf(session, 'q');
    expect(await run(session, takeVersion, { paper: await paperOf(session, 'p'), version: foreign! })).toEqual({
      ok: false,
      refusal: { type: 'NotOfThisPaper' },
    });
    expect(await attach(session, 'w', 'two.pdf')).toEqual({ ok: false, refusal: { type: 'WrittenHere' } });
  });
});

describe('statuses', () => {
  test('nothing attached stays a draft; only what is cleared is issued', async () => {
    const session = await testSession();
    const input = { id: 'p', title: 'P', form: 'file', author: '', others: [], body: null, meetingId: null } as const;
    await run(session, addPaper, { ...input, itemId: null });
    expect(await mark(session, 'p', 'ready')).toEqual({ ok: false, refusal: { type: 'NothingAttached' } });
    await add(session, 'w');
    expect(await mark(session, 'w', 'issued')).toEqual({ ok: false, refusal: { type: 'NotCleared' } });
    for (const status of ['ready', 'cleared', 'ready', 'cleared', 'issued'] as const) {
      expect(await mark(session, 'w', status)).toMatchObject({ ok: true });
    }
    expect((await paperOf(session, 'w')).status).toBe('issued');
  });

  test('an issued paper is not changed in any way', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    await attach(session, 'p', 'two.pdf');
    await mark(session, 'p', 'cleared');
    await mark(session, 'p', 'issued');
    const paper = await paperOf(session, 'p');
    const versions = await versionsOf(session, 'p');
    const issued = { ok: false, refusal: { type: 'PaperIssued' } };
    expect(await mark(session, 'p', 'draft')).toEqual(issued);
    expect(await attach(session, 'p', 'three.pdf')).toEqual(issued);
    expect(await run(session, takeVersion, { paper, version: versions[0]! })).toEqual(issued);
    expect(await run(session, changePaperHead, { paper, field: 'title', value: 'New' })).toEqual(issued);
    expect(await run(session, removePaper, { paper, versions })).toEqual(issued);
    const home = { meetingId: 'm', itemId: 'i' };
    expect(await run(session, movePaper, { paper, others: [], index: 0, ...home })).toEqual(issued);
    expect(await paperOf(session, 'p')).toEqual(paper);
  });
});

describe('moving and removing', () => {
  test('among the papers of an item, first, middle and last', async () => {
    const session = await testSession();
    for (const id of ['a', 'b', 'c', 'd']) await add(session, id, 'item');
    const home = { meetingId: 'm', itemId: 'item' };
    async function move(id: string, index: number): Promise<ReadonlyArray<string>> {
      const others = await papersUnder(session, 'item');
      await run(session, movePaper, { paper: await paperOf(session, id), others, index, ...home });
      return inOrder(await papersUnder(session, 'item')).map((paper) => paper.id);
    }
    expect(await move('d', 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(await move('d', 2)).toEqual(['a', 'b', 'd', 'c']);
    expect(await move('a', 99)).toEqual(['b', 'd', 'c', 'a']);
  });

  test('to another item, after the papers there', async () => {
    const session = await testSession();
    await add(session, 'a', 'one');
    await add(session, 'b', 'two');
    const others = await papersUnder(session, 'two');
    const paper = await paperOf(session, 'a');
    await run(session, movePaper, { paper, others, index: 1, meetingId: 'other', itemId: 'two' });
    expect(inOrder(await papersUnder(session, 'two')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await paperOf(session, 'a')).toMatchObject({ meetingId: 'other', itemId: 'two' });
  });

  test('papers that share a key are told apart when one is put between them', async () => {
    const session = await testSession();
    const a = await add(session, 'a', 'item');
    const b = { ...(await add(session, 'b', 'item')), place: a.place };
    const c = await add(session, 'c', 'item');
    const others = [a, b, c];
    await run(session, movePaper, { paper: c, others, index: 1, meetingId: 'm', itemId: 'item' });
    expect(inOrder(await papersUnder(session, 'item')).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('to the bin with its versions and no others, and back', async () => {
    const session = await testSession();
    await addFile(session, 'p');
    await addFile(session, 'q');
    const versions = await rowsOf(session.database, paperVersionKind).toArray();
    await run(session, removePaper, { paper: await paperOf(session, 'p'), versions });
    expect(await versionsOf(session, 'p')).toEqual([]);
    expect(await versionsOf(session, 'q')).toHaveLength(1);
    await reverse(session, 'undo');
    expect(await versionsOf(session, 'p')).toHaveLength(1);
    expect((await paperOf(session, 'p')).title).toBe('Paper p');
  });
});
