import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openDocument, type PdfDocument } from '#shared/pdf/document.ts';
import type { Codec } from '#shared/pdf/codec.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { joined, latin1, makePdf, writeObjects } from '#tests/support/pdf-maker.ts';
import { packOf, partOf } from './packing.ts';

function open(bytes: Uint8Array, codec: Codec = nodeCodec): PdfDocument {
  const opened = openDocument(bytes, codec);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

function refusalOf(bytes: Uint8Array): unknown {
  const opened = openDocument(bytes, nodeCodec);
  return opened.ok ? 'opened' : opened.refusal;
}

const three = makePdf({ pages: [{}, {}, {}] });
const threeText = Buffer.from(three).toString('latin1');

describe('what is refused', () => {
  it('says why', () => {
    expect(refusalOf(new Uint8Array(0))).toEqual({ type: 'Empty' });
    expect(refusalOf(latin1('Dear all, please find attached'))).toEqual({ type: 'NotAPdf' });
    expect(refusalOf(latin1('%PDF-1.7\nnothing else'))).toEqual({ type: 'Damaged', because: 'noCatalogue' });
    expect(refusalOf(makePdf({ pages: [] }))).toEqual({ type: 'NoPages' });
    expect(refusalOf(makePdf({ pages: [{}], trailer: '/Encrypt 9 0 R' }))).toEqual({ type: 'Encrypted' });
    expect(refusalOf(writeObjects(['<</Type/Catalog>>']))).toEqual({ type: 'Damaged', because: 'noPageTree' });
  });

  it('refuses what is larger than any report without reading it', () => {
    const huge = { length: 1024 ** 3 + 1 } as Uint8Array;
    expect(refusalOf(huge)).toEqual({ type: 'TooLarge' });
  });

  it('is not led astray by a page tree that bites its tail', () => {
    expect(refusalOf(makePdf({ pages: [], tree: '/Kids[2 0 R 2 0 R]/Count 2' }))).toEqual({
      type: 'Damaged',
      because: 'noPageTree',
    });
    const mixed = makePdf({ pages: [{}, {}], tree: '/Kids[2 0 R 4 0 R 2 0 R 6 0 R]/Count 4' });
    expect(open(mixed).pages).toHaveLength(2);
  });
});

describe('what is read', () => {
  it('finds the pages by the file’s own index', () => {
    expect(open(three).pages).toHaveLength(3);
    expect(open(three).repaired).toBe(false);
  });

  it('reads object streams and an index in a stream', async () => {
    const ours = await packOf([partOf('a', three)]);
    const document = open(ours.bytes);
    expect([document.pages.length, document.repaired]).toEqual([3, false]);
    const made = await PDFDocument.create();
    for (let page = 0; page < 5; page++) made.addPage();
    const theirs = open(await made.save({ useObjectStreams: true }));
    expect([theirs.pages.length, theirs.repaired]).toEqual([5, false]);
  });

  it('counts offsets from the header where something stands before it', () => {
    const document = open(joined([latin1('From: the post room\r\n\r\n'), three]));
    expect([document.pages.length, document.repaired]).toEqual([3, false]);
  });

  it('takes the newest of several updates', () => {
    const at = three.length;
    const object = '4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 200]>>\nendobj\n';
    const before = threeText.lastIndexOf('xref\n0');
    const update = `${object}xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 10/Root 1 0 R/Prev ${before}>>\nstartxref\n${at + object.length}\n%%EOF\n`;
    const document = open(joined([three, latin1(update)]));
    expect(document.pages[0]?.mediaBox.right).toBe(100);
    expect([document.pages.length, document.repaired]).toEqual([3, false]);
  });

  it('is not caught in updates that name each other', () => {
    const loop = threeText.replace('trailer\n<<', `trailer\n<</Prev ${threeText.lastIndexOf('xref\n0')}`);
    expect(open(latin1(loop)).pages).toHaveLength(3);
  });

  it('inherits boxes, mends those upside down, and crops no wider than the page', () => {
    const bytes = makePdf({
      pages: [
        { entries: '/CropBox[500 700 100 100]/Rotate 450/UserUnit 2' },
        { entries: '/CropBox[-50 -50 5000 5000]/Rotate -90' },
        { entries: '/CropBox[10 10 10 10]/Rotate 45' },
      ],
    });
    const [first, second, third] = open(bytes).pages;
    expect(first).toMatchObject({ cropBox: { left: 100, bottom: 100, right: 500, top: 700 }, rotate: 90, userUnit: 2 });
    expect(second).toMatchObject({ cropBox: { left: 0, bottom: 0, right: 595, top: 842 }, rotate: 270 });
    expect(third).toMatchObject({ cropBox: { left: 0, bottom: 0, right: 595, top: 842 }, rotate: 0 });
    const inherited = makePdf({ pages: [{}], tree: '/Kids[4 0 R]/Count 1/Rotate 180/CropBox[1 2 3 4]' });
    expect(open(inherited).pages[0]).toMatchObject({ rotate: 180, cropBox: { left: 1, bottom: 2, right: 3, top: 4 } });
  });
});

describe('what is repaired', () => {
  it('rebuilds an index that is cut off', () => {
    const cut = three.subarray(0, threeText.lastIndexOf('xref\n0'));
    const document = open(cut);
    expect([document.pages.length, document.repaired]).toEqual([3, true]);
  });

  it('rebuilds an index that points elsewhere', () => {
    const document = open(latin1(threeText.replace('1 0 obj', '      1 0 obj')));
    expect([document.pages.length, document.repaired]).toEqual([3, true]);
  });

  it('finds the objects of object streams again', async () => {
    const made = await PDFDocument.create();
    for (let page = 0; page < 4; page++) made.addPage();
    const text = Buffer.from(await made.save({ useObjectStreams: true })).toString('latin1');
    const document = open(latin1(text.slice(0, text.lastIndexOf('startxref'))));
    expect([document.pages.length, document.repaired]).toEqual([4, true]);
  });

  it('takes streams to their real end where their length is wrong', () => {
    for (const wrong of ['/Length 3', '/Length 99999', '/Length -5', '/Length 5 0 R', '/Length (x)']) {
      const text = threeText.replace(/\/Length \d+/, wrong);
      const document = open(latin1(text));
      const content = document.resolve(document.pages[0]?.dict.get('Contents'));
      expect(content).toMatchObject({ length: 'BT /F1 24 Tf 60 722 Td (Body 1) Tj ET'.length });
    }
  });

  it('finds pages that the broken index has lost', () => {
    const lost = threeText.replace(
      /(\d{10}) 00000 n \n(?=\d{10} 00000 n \n\d{10} 00000 n \ntrailer)/,
      '0000000000 65535 f \n',
    );
    expect(lost).not.toBe(threeText);
    expect(open(latin1(lost)).pages).toHaveLength(3);
  });
});

describe('what outside programs write', () => {
  const qpdf = outsideTool('qpdf');
  const named = (name: string): string => (qpdf === null ? `${name} (not run: qpdf is not installed)` : name);
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'packhorse-pdf-'));
    writeFileSync(path.join(folder, 'in.pdf'), makePdf({ pages: Array.from({ length: 40 }, () => ({})) }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const through = async (...options: string[]): Promise<Uint8Array> => {
    const out = path.join(folder, 'out.pdf');
    await runOutside('qpdf', [...options, path.join(folder, 'in.pdf'), out]);
    return readFileSync(out);
  };

  test.skipIf(qpdf === null)(named('opens object streams'), async () => {
    const document = open(await through('--object-streams=generate'));
    expect([document.pages.length, document.repaired]).toEqual([40, false]);
  });

  test.skipIf(qpdf === null)(named('opens a linearised file'), async () => {
    const document = open(await through('--linearize'));
    expect([document.pages.length, document.repaired]).toEqual([40, false]);
  });

  test.skipIf(qpdf === null)(named('refuses encryption by user and by owner password'), async () => {
    for (const passwords of [
      ['secret', 'owner'],
      ['', 'owner'],
    ]) {
      for (const bits of ['128', '256']) {
        const more = bits === '128' ? ['--use-aes=y'] : [];
        const bytes = await through('--encrypt', ...passwords, bits, ...more, '--');
        expect(refusalOf(bytes)).toEqual({ type: 'Encrypted' });
      }
    }
  });
});
