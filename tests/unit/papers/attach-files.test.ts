import { beforeAll, describe, expect, test, vi } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { flateCodec } from '#renderer/data/flate-codec.ts';
import type { Session } from '#renderer/data/session.ts';
import { attachFiles, type AttachTo } from '#renderer/features/papers/attach-files.ts';
import { summaryInWords, summaryOf } from '#renderer/features/papers/attach-summary.ts';
import type { DetourTools } from '#renderer/features/papers/open-by-detour.ts';
import type { UnlockQuestion } from '#renderer/features/papers/unlocking.store.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Pdfium } from '#shared/pdf/pdfium.ts';
import { rescuePdf } from '#shared/pdf/rescue.ts';
import { pdfiumHere } from '#tests/support/pdfium-here.ts';
import { extraNumber, makePdf } from '#tests/support/pdf-maker.ts';
import { lookAtFile, type DrawnPicture } from '#renderer/features/papers/look-at-file.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import { changePaperStatus, inOrder } from '#shared/domain/papers/paper.commands.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { run } from '#renderer/data/run.ts';
import { lockedPdf, pagelessPdf, smallPdf } from './small-pdfs.ts';
import { testSession } from '#tests/support/workspace.ts';
import { pngOf } from './pictures.ts';

const toItem: AttachTo = { type: 'item', meetingId: 'm', itemId: 'i' };

function fileOf(bytes: Uint8Array | string, name: string): File {
  return new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name);
}

function noDrawing(): Promise<DrawnPicture | null> {
  return Promise.resolve(null);
}

async function attach(
  session: Session,
  files: ReadonlyArray<File>,
  to: AttachTo = toItem,
  draw: () => Promise<DrawnPicture | null> = noDrawing,
  ask: DetourTools['ask'] = leaveOut,
) {
  return attachFiles(files, to, {
    session,
    look: (asked) => lookAtFile(asked, { codec: flateCodec, draw }),
    detour: { rescue, ask },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await pdfiumHere();
});

const rescue: DetourTools['rescue'] = async ({ file, password }) =>
  rescuePdf(new Uint8Array(await file.arrayBuffer()), password, { pdfium, codec: flateCodec });
const leaveOut: DetourTools['ask'] = () => Promise.resolve({ type: 'leaveOut' });

/** Answers each question with the next of these passwords, and remembers what it was asked. */
function officer(...passwords: ReadonlyArray<string>) {
  const asked: UnlockQuestion[] = [];
  const ask: DetourTools['ask'] = (question) => {
    asked.push(question);
    return Promise.resolve({ type: 'unlock', password: passwords[asked.length - 1] ?? '' });
  };
  return { asked, ask };
}

describe('attaching', () => {
  test('several files become papers of the item in their order, with what is in them', async () => {
    const session = await testSession();
    const outcomes = await attach(session, [
      fileOf(await smallPdf(3), 'Finance_report.pdf'),
      fileOf(await smallPdf(1, 'Other'), 'C:\\papers\\Other\u202E view.pdf'),
    ]);
    expect(outcomes.map(({ result }) => result.ok)).toEqual([true, true]);
    const papers = inOrder(await rowsOf(session.database, paperKind).where('itemId').equals('i').toArray());
    expect(papers.map(({ title }) => title)).toEqual(['Finance report', 'Other view']);
    expect(papers[0]).toMatchObject({ status: 'draft', form: 'file', meetingId: 'm' });
    const version = await rowsOf(session.database, paperVersionKind).get(papers[0]!.versionId ?? '');
    expect(version).toMatchObject({
      number: 1,
      fileName: 'Finance_report.pdf',
      addedBy: 'Ada Fell',
      facts: { pages: 3, access: 'words', repaired: false },
      contents: { scannedPages: 0, scanResolution: null, language: null, scripts: 0, fields: 0 },
      original: null,
    });
    expect((await session.database.files.get(version!.sha256))?.size).toBe(version?.size);
  });

  test('what will not do is left out with its name and cause, the others go on, and nothing of it stays', async () => {
    const session = await testSession();
    const sound = await smallPdf(2);
    const outcomes = await attach(session, [
      fileOf('', 'empty.pdf'),
      fileOf('<html>Please sign in</html>', 'report.pdf'),
      fileOf(await lockedPdf({ userPassword: 'secret', ownerPassword: 'owner' }), 'locked.pdf'),
      fileOf(await lockedPdf({ ownerPassword: 'owner' }), 'owner.pdf'),
      fileOf('%PDF-1.4\nnothing more', 'broken.pdf'),
      fileOf(pagelessPdf(), 'pageless.pdf'),
      fileOf('PK\u0003\u0004 [Content_Types].xml word/document.xml', 'minutes.docx'),
      fileOf('just words', 'notes.txt'),
      fileOf(pngOf({ width: 4, height: 4 }), 'photo.pdf'),
      fileOf(sound, 'sound.pdf'),
    ]);
    expect(outcomes.map(({ result }) => (result.ok ? 'ok' : result.refusal.type))).toEqual([
      'Empty',
      'NotAPdf',
      'LeftLocked',
      'LeftLocked',
      'Damaged',
      'NoPages',
      'OtherType',
      'OtherType',
      'NotAPdf',
      'ok',
    ]);
    expect(await session.database.files.count()).toBe(1);
    expect(await rowsOf(session.database, paperKind).count()).toBe(1);
    const words = summaryInWords(summaryOf(outcomes));
    expect(words).toMatch(/^1 file attached, 9 left out: empty\.pdf, because it is empty/);
    expect(words).toContain('locked.pdf, because it is locked and was left so.');
    expect(words).toContain('minutes.docx, because it is a Word, Excel or PowerPoint file.');
  });

  test('over 1 GB is refused without being read', async () => {
    const session = await testSession();
    const huge = fileOf('%PDF-1.7', 'huge.pdf');
    Object.defineProperty(huge, 'size', { value: 1024 ** 3 + 1 });
    huge.arrayBuffer = () => Promise.reject(new Error('read'));
    const [outcome] = await attach(session, [huge]);
    expect(outcome?.result).toEqual({ ok: false, refusal: { type: 'TooLarge' } });
  });

  test('a damaged index is repaired and said', async () => {
    const session = await testSession();
    const text = Buffer.from(await smallPdf(2)).toString('latin1');
    const broken = text.replace(/startxref\s+\d+/, 'startxref\n7');
    await attach(session, [fileOf(Buffer.from(broken, 'latin1'), 'broken.pdf')]);
    const [version] = await rowsOf(session.database, paperVersionKind).toArray();
    expect(version?.facts).toMatchObject({ pages: 2, repaired: true });
  });

  test('a picture becomes a page, and is kept beside it', async () => {
    const session = await testSession();
    await attach(session, [fileOf(pngOf({ width: 40, height: 20 }), 'Map_of_wards.png')]);
    const [version] = await rowsOf(session.database, paperVersionKind).toArray();
    expect(version).toMatchObject({
      facts: { pages: 1, access: 'tagged' },
      picture: { description: 'Map of wards' },
      type: 'application/pdf',
    });
    expect(await session.database.files.count()).toBe(2);
  });

  test('a see-through picture is drawn first; one that cannot be drawn is left out', async () => {
    const session = await testSession();
    const file = fileOf(pngOf({ width: 2, height: 1, colourType: 6 }), 'logo.png');
    const rows = Uint8Array.from([255, 0, 0, 0, 0, 255]);
    const [drawn] = await attach(session, [file], toItem, () => Promise.resolve({ width: 2, height: 1, rows }));
    expect(drawn?.result.ok).toBe(true);
    const [unread] = await attach(session, [file]);
    expect(unread?.result).toEqual({ ok: false, refusal: { type: 'PictureUnreadable' } });
  });

  test('as the next version of a paper; the file in use and issued papers are refused and leave nothing', async () => {
    const session = await testSession();
    await attach(session, [fileOf(await smallPdf(1), 'one.pdf')]);
    const [paper] = await rowsOf(session.database, paperKind).toArray();
    const to: AttachTo = { type: 'paper', paperId: paper!.id, note: 'Figures corrected' };
    const second = fileOf(await smallPdf(2), 'two.pdf');
    expect((await attach(session, [second], to))[0]?.result.ok).toBe(true);
    const versions = await rowsOf(session.database, paperVersionKind)
      .where('paperId')
      .equals(paper!.id)
      .sortBy('number');
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [1, ''],
      [2, 'Figures corrected'],
    ]);
    expect((await attach(session, [second], to))[0]?.result).toEqual({
      ok: false,
      refusal: { type: 'SameFile', number: 2 },
    });
    // Refused though it is: the version in use still needs the file.
    expect(await session.database.files.get(versions[1]!.sha256)).toBeDefined();

    for (const status of ['cleared', 'issued'] as const) {
      const now = await rowsOf(session.database, paperKind).get(paper!.id);
      await run(session, changePaperStatus, { paper: now!, status });
    }
    const [refused] = await attach(session, [fileOf(await smallPdf(3), 'three.pdf')], to);
    expect(refused?.result).toEqual({ ok: false, refusal: { type: 'PaperIssued' } });
    expect(await session.database.files.count()).toBe(2);
  });

  test('a full disk in mid-save is told and leaves nothing half-made; the next file is still tried', async () => {
    const session = await testSession();
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const files = [fileOf(await smallPdf(1), 'one.pdf'), fileOf(await smallPdf(2), 'two.pdf')];
    const saving = vi.spyOn(session.database.saves, 'bulkAdd').mockImplementationOnce(() => {
      throw full;
    });
    const outcomes = await attach(session, files);
    saving.mockRestore();
    expect(outcomes.map(({ result }) => (result.ok ? 'ok' : result.refusal.type))).toEqual(['StorageFull', 'ok']);
    expect(await session.database.files.count()).toBe(1);
    expect(summaryInWords(summaryOf(outcomes))).toContain('Nothing of it was kept and nothing else is lost.');

    vi.spyOn(session.database.files, 'put').mockImplementationOnce(() => {
      throw full;
    });
    const [again] = await attach(session, [fileOf(await smallPdf(4), 'four.pdf')]);
    expect(again?.result).toEqual({ ok: false, refusal: { type: 'StorageFull' } });
    expect(await rowsOf(session.database, paperKind).count()).toBe(1);
  });

  test('stopped half-way, the rest is left out', async () => {
    const session = await testSession();
    const stopping = new AbortController();
    const files = [fileOf(await smallPdf(1), 'one.pdf'), fileOf(await smallPdf(2), 'two.pdf')];
    const outcomes = await attachFiles(files, toItem, {
      session,
      look: async (asked) => {
        stopping.abort();
        return lookAtFile(asked, { codec: flateCodec, draw: noDrawing });
      },
      detour: { rescue, ask: leaveOut },
      signal: stopping.signal,
      onProgress: () => undefined,
    });
    expect(outcomes.map(({ result }) => (result.ok ? 'ok' : result.refusal.type))).toEqual(['ok', 'Cancelled']);
  });
});

describe('a locked file', () => {
  const locked = async (): Promise<File> =>
    fileOf(await lockedPdf({ userPassword: 'right', ownerPassword: 'owner' }), 'Pay.pdf');

  test('is left out after three wrong passwords, in words; nothing of it stays and the rest goes on', async () => {
    const session = await testSession();
    const { ask, asked } = officer('a', 'b', 'c', 'right');
    const outcomes = await attach(
      session,
      [await locked(), fileOf(await smallPdf(1), 'ok.pdf')],
      toItem,
      noDrawing,
      ask,
    );
    expect(outcomes.map(({ result }) => (result.ok ? 'ok' : result.refusal.type))).toEqual(['WrongPassword', 'ok']);
    expect(asked.map(({ needs }) => needs)).toEqual([0, 1, 2].map((wrong) => ({ type: 'password', wrong })));
    expect(summaryInWords(summaryOf(outcomes))).toContain('Pay.pdf, because none of three passwords opened it.');
    expect(await session.database.files.count()).toBe(1);
  });

  test('opened at the second try is copied without its lock, kept as it came, and its password is nowhere', async () => {
    const session = await testSession();
    const file = await locked();
    const [outcome] = await attach(session, [file], toItem, noDrawing, officer('wrong', 'right').ask);
    expect(outcome?.result).toMatchObject({
      ok: true,
      value: { warnings: [expect.stringContaining('without its lock')] },
    });
    const [version] = await rowsOf(session.database, paperVersionKind).toArray();
    expect(version).toMatchObject({ original: { copied: 'unlocked', size: file.size }, facts: { repaired: false } });
    const original = await session.database.files.get(version?.original?.sha256 ?? '');
    expect(original?.size).toBe(file.size);
    const copy = await session.database.files.get(version?.sha256 ?? '');
    const bytes = Buffer.from((await copy?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(bytes.toString('latin1')).not.toContain('/Encrypt');
    for (const table of session.database.tables) {
      expect(JSON.stringify(await table.toArray())).not.toMatch(/"right"|"wrong"/);
    }
  });

  test('that anybody may read is copied by leave alone, after being told what is barred', async () => {
    const session = await testSession();
    const barred = fileOf(await lockedPdf({ ownerPassword: 'owner' }), 'Barred.pdf');
    const { ask, asked } = officer();
    await attach(session, [barred], toItem, noDrawing, ask);
    expect(asked).toEqual([{ fileName: 'Barred.pdf', needs: { type: 'leave', barred: expect.any(Array) as unknown } }]);
    expect(await rowsOf(session.database, paperVersionKind).count()).toBe(1);
  });

  test('attached again to its paper is known for the same, though the copy may differ', async () => {
    const session = await testSession();
    const file = await locked();
    const [first] = await attach(session, [file], toItem, noDrawing, officer('right').ask);
    const paperId = first?.result.ok === true ? first.result.value.paperId : '';
    const to = { type: 'paper', paperId, note: '' } as const;
    const [again] = await attach(session, [file], to, noDrawing, officer('right').ask);
    expect(again?.result).toEqual({ ok: false, refusal: { type: 'SameFile', number: 1 } });
  });
});

test('what only pdfium can open is saved anew, told, and kept as it came', async () => {
  const session = await testSession();
  const file = fileOf('%PDF-1.7 as good as lost', 'Old.pdf');
  const saved = await smallPdf(2);
  const outcomes = await attachFiles([file], toItem, {
    session,
    look: (asked) => lookAtFile(asked, { codec: flateCodec, draw: noDrawing }),
    detour: {
      rescue: () => Promise.resolve(ok({ bytes: saved, pages: 2, pagesOnly: true, permissions: -1 })),
      ask: leaveOut,
    },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(summaryInWords(summaryOf(outcomes))).toMatch(/^1 file attached\. Old\.pdf was damaged and has been repaired/);
  const [version] = await rowsOf(session.database, paperVersionKind).toArray();
  expect(version).toMatchObject({
    facts: { pages: 2, repaired: true },
    original: { copied: 'repaired', size: file.size },
  });
});

test('a signed file and a form of Adobe’s kind are taken with a warning', async () => {
  const session = await testSession();
  const bytes = makePdf({
    pages: [{}],
    catalogue: `/AcroForm<</XFA(x)/Fields[${extraNumber(1, 0)} 0 R]>>`,
    extras: ['<</FT/Sig/T(s)/V<</Type/Sig>>>>'],
  });
  const outcomes = await attach(session, [fileOf(Uint8Array.from(bytes), 'Contract.pdf')]);
  const words = summaryInWords(summaryOf(outcomes));
  expect(words).toContain(
    'Contract.pdf is signed. The signature will not survive in a pack; the file itself is kept as it came.',
  );
  expect(words).toContain('Contract.pdf is a form made for Adobe’s programs (XFA).');
});
