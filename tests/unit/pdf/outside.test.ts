/** Packs judged by programs that are not ours. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { extraNumber, makePdf, pageNumber, scanPdf } from '#tests/support/pdf-maker.ts';
import { packOf, partOf } from './packing.ts';

let folder = '';
let pack = '';
const pages = 12;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'packhorse-pack-'));
  pack = path.join(folder, 'pack.pdf');
  const outline = makePdf({
    pages: [{}, { entries: `/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 99 99]/Dest[${pageNumber(0)} 0 R/Fit]>>]` }],
    catalogue: `/Outlines ${extraNumber(2, 0)} 0 R`,
    extras: [
      `<</First ${extraNumber(2, 1)} 0 R/Last ${extraNumber(2, 1)} 0 R/Count 1>>`,
      `<</Title(Own bookmark)/Parent ${extraNumber(2, 0)} 0 R/Dest[${pageNumber(1)} 0 R/Fit]>>`,
    ],
  });
  const odd = makePdf({
    pages: [0, 90, 180, 270].map((turn) => ({ entries: `/Rotate ${turn}/CropBox[40 60 500 800]`, text: 'Odd' })),
  });
  const { bytes } = await packOf(
    [
      partOf('agenda', makePdf({ pages: [{}] }), { ownPages: true, title: 'Agenda' }),
      partOf('b', outline),
      partOf('c', odd),
      partOf('d', scanPdf(3, 2500)),
      partOf(
        'e',
        makePdf({
          pages: [
            { width: 842, height: 595 },
            { width: 842, height: 1191 },
          ],
        }),
      ),
    ],
    {
      marking: 'OFFICIAL-SENSITIVE',
      watermark: 'DRAFT',
      backTo: 'agenda',
      title: 'Trust Board – May',
      attachments: [manifest],
    },
  );
  writeFileSync(pack, bytes);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest = {
  name: 'manifest.json',
  type: 'application/json',
  description: 'What is in the pack',
  bytes: new TextEncoder().encode('{"issue":1,"of":"Łódź board"}'),
};

function withTool(tool: string, name: string, check: () => Promise<void>): void {
  const missing = outsideTool(tool) === null;
  test.skipIf(missing)(missing ? `${name} (not run: ${tool} is not installed)` : name, check);
}

withTool('qpdf', 'qpdf finds no fault', async () => {
  expect(await runOutside('qpdf', ['--check', pack])).toContain('No syntax or stream encoding errors found');
});

withTool('qpdf', 'qpdf finds the attached data', async () => {
  expect(await runOutside('qpdf', ['--list-attachments', pack])).toContain('manifest.json');
  expect(await runOutside('qpdf', ['--show-attachment=manifest.json', pack])).toBe('{"issue":1,"of":"Łódź board"}');
});

withTool('pdffonts', 'pdffonts finds the font of the stamps in the file', async () => {
  const listed = (await runOutside('pdffonts', [pack])).split('\n').filter((line) => line.includes('SourceSans3'));
  expect(listed).toHaveLength(1);
  expect(listed[0]).toMatch(/^PKHRSE\+SourceSans3-Regular +TrueType +WinAnsi +yes yes/);
});

withTool('pdfinfo', 'pdfinfo reads title and tags, and walks one tree', async () => {
  const told = await runOutside('pdfinfo', [pack]);
  expect(told).toMatch(/Title: +Trust Board – May/);
  expect(told).toMatch(/Tagged: +yes/);
  expect(told).toMatch(/JavaScript: +no/);
  expect(told).toMatch(new RegExp(`Pages: +${pages}`));
  const tree = await runOutside('pdfinfo', ['-struct', pack]);
  expect(tree.match(/^Document/gm)).toHaveLength(1);
  expect(tree.match(/^ {2}Part/gm)).toHaveLength(5);
  expect(tree.match(/Figure/g)).toHaveLength(3);
});

withTool('mutool', 'mutool shows every level of the outline', async () => {
  const outline = await runOutside('mutool', ['show', pack, 'outline']);
  expect(outline).toMatch(/"Paper b \(page 2\)"\s+#page=2/);
  expect(outline).toMatch(/\t"Own bookmark \(page 3\)"\s+#page=3/);
  expect(outline).toMatch(/"Paper e \(page 11\)"\s+#page=11/);
});

withTool('pdftotext', 'pdftotext finds each page’s number on it', async () => {
  for (let page = 1; page <= pages; page++) {
    const text = await runOutside('pdftotext', ['-f', String(page), '-l', String(page), '-layout', pack, '-']);
    expect(text.match(/Page \d+/g)).toEqual([`Page ${page}`]);
    expect(text).toContain('OFFICIAL-SENSITIVE');
  }
});

/** Dark points in a part of a page as a reader draws it; the part in shares of the page, from its upper left corner. */
async function darkIn(
  page: number,
  part: readonly [left: number, top: number, right: number, bottom: number],
): Promise<number> {
  const out = path.join(folder, `page-${page}`);
  await runOutside('pdftoppm', [
    '-cropbox',
    '-r',
    '72',
    '-gray',
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    pack,
    out,
  ]);
  const image = readFileSync(`${out}.pgm`);
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!.map(Number);
  const start = image.length - width! * height!;
  let dark = 0;
  for (let y = Math.floor(part[1] * height!); y < part[3] * height!; y++) {
    for (let x = Math.floor(part[0] * width!); x < part[2] * width!; x++)
      if (image[start + y * width! + x]! < 110) dark++;
  }
  return dark;
}

withTool(
  'pdftoppm',
  'drawn by poppler, turned and cropped pages have their number below and their marking above',
  async () => {
    for (const page of [1, 4, 5, 6, 7, 11, 12]) {
      expect(await darkIn(page, [0.42, 0.94, 0.58, 1])).toBeGreaterThan(20);
      expect(await darkIn(page, [0.35, 0, 0.65, 0.05])).toBeGreaterThan(30);
      expect(await darkIn(page, [0, 0.4, 0.03, 0.6])).toBe(0);
    }
  },
);

withTool('pdftoppm', 'drawn by poppler, the watermark is light enough to read through', async () => {
  expect(await darkIn(1, [0.2, 0.25, 0.8, 0.75])).toBe(0);
});
