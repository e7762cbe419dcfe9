/** The detour through pdfium, with the real pdfium. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '#shared/pdf/document.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import type { Pdfium } from '#shared/pdf/pdfium.ts';
import { spellingsOf } from '#shared/pdf/password-spellings.ts';
import { rescuePdf } from '#shared/pdf/rescue.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { pdfiumHere } from '#tests/support/pdfium-here.ts';
import { extraNumber, latin1, makePdf } from '#tests/support/pdf-maker.ts';
import { allBytes, packOf, pageTexts, partOf } from './packing.ts';

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await pdfiumHere();
});

const rescue = (bytes: Uint8Array, password = '') => rescuePdf(bytes, password, { pdfium, codec: nodeCodec });

const tagged = makePdf({
  pages: [
    {
      text: 'Secret words',
      content: '/P <</MCID 0>> BDC BT /F1 9 Tf 9 9 Td (Secret words) Tj ET EMC',
      entries: '/StructParents 0',
    },
  ],
  catalogue: `/Lang(en-GB)/MarkInfo<</Marked true>>/StructTreeRoot ${extraNumber(1, 0)} 0 R`,
  extras: [
    `<</Type/StructTreeRoot/K ${extraNumber(1, 1)} 0 R/ParentTree<</Nums[0[${extraNumber(1, 1)} 0 R]]>>>>`,
    `<</Type/StructElem/S/P/P ${extraNumber(1, 0)} 0 R/Pg 4 0 R/K 0>>`,
  ],
});

async function locked(userPassword: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(tagged);
  document.encrypt({ userPassword, ownerPassword: 'owner', permissions: { copying: false } });
  return document.save();
}

describe('a locked file', () => {
  it('is refused without its password and with a wrong one, and opened by the right one', async () => {
    const file = await locked('pässwört 1');
    expect(rescue(file)).toEqual({ ok: false, refusal: { type: 'WrongPassword' } });
    expect(rescue(file, 'guess')).toEqual({ ok: false, refusal: { type: 'WrongPassword' } });
    const opened = rescue(file, 'pässwört 1');
    if (!opened.ok) throw new Error('not opened');
    expect(opened.value).toMatchObject({ pages: 1, pagesOnly: false });
    expect(Buffer.from(opened.value.bytes).includes('/Encrypt')).toBe(false);
    const pack = await packOf([partOf('a', opened.value.bytes)]);
    expect((await pageTexts(pack.bytes))[0]).toContain('Secret words');
  });

  it.skipIf(outsideTool('qpdf') === null)('keeps its tags and its language, and nothing of its lock', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-lock-'));
    try {
      const [plain, sealed] = [path.join(folder, 'plain.pdf'), path.join(folder, 'sealed.pdf')];
      writeFileSync(plain, tagged);
      for (const strength of [['40'], ['128', '--use-aes=n'], ['128', '--use-aes=y'], ['256']]) {
        const options = strength[0] === '256' ? [] : ['--allow-weak-crypto'];
        for (const streams of ['disable', 'generate']) {
          const kind = ['--object-streams=' + streams, ...options, '--encrypt', 'word', 'owner', ...strength, '--'];
          await runOutside('qpdf', [plain, ...kind, sealed]);
          const opened = rescue(new Uint8Array(readFileSync(sealed)), 'word');
          if (!opened.ok) throw new Error(`not opened: ${strength.join(' ')} ${streams}`);
          expect(inspectPdf(opened.value.bytes, nodeCodec)).toMatchObject({
            value: { tagged: true, language: 'en-GB' },
          });
          expect(allBytes(opened.value.bytes)).not.toMatch(/\/Encrypt|\/StdCF|\/Standard/);
          writeFileSync(sealed, opened.value.bytes);
          expect(await runOutside('qpdf', ['--check', sealed])).toContain('No syntax or stream encoding errors');
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that anybody may read is opened by no password at all', async () => {
    const opened = rescue(await locked(''));
    if (!opened.ok) throw new Error('not opened');
    expect(await pageTexts(opened.value.bytes)).toEqual(['Secret words']);
  });
});

it('knows how a password may be spelt', () => {
  expect(spellingsOf('plain é')).toEqual(['plain é']);
  expect(spellingsOf('S\u00AASL\u00ADprep')).toEqual(['S\u00AASL\u00ADprep', 'SaSLprep']);
});

describe('a damaged file', () => {
  const text = Buffer.from(makePdf({ pages: [{ text: 'Page one' }, { text: 'Page two' }] })).toString('latin1');

  it('comes back sound, by the reckoning of the engine and of another reader', async () => {
    const saved = rescue(latin1(text.replace(/startxref\n\d+/, 'startxref\n7')));
    if (!saved.ok) throw new Error('not saved');
    const opened = openDocument(saved.value.bytes, nodeCodec);
    expect(opened.ok && !opened.value.repaired && opened.value.pages.length).toBe(2);
    expect(await pageTexts(saved.value.bytes)).toEqual(['Page one', 'Page two']);
  });

  it('of which nothing is left is given up', () => {
    expect(rescue(latin1('%PDF-1.7\nnothing'))).toEqual({ ok: false, refusal: { type: 'Hopeless' } });
    expect(rescue(new Uint8Array(0))).toEqual({ ok: false, refusal: { type: 'Hopeless' } });
  });

  it('leaves pdfium’s memory as it was, file after file', () => {
    const file = latin1(text);
    rescue(file);
    const before = pdfium.pdfium.HEAPU8.length;
    for (let round = 0; round < 300; round++) rescue(file);
    expect(pdfium.pdfium.HEAPU8.length).toBe(before);
  });
});
