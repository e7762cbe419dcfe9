/** Files as they should not be, one by one: each is taken, repaired or refused in words, and the rest of the pack is made. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#shared/pdf/document.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { extraNumber, latin1, makePdf, writeObjects } from '#tests/support/pdf-maker.ts';
import { packOf, pageTexts, partOf, read } from './packing.ts';

const good = partOf('good', makePdf({ pages: [{ text: 'Sound paper' }] }));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Packs the file between two sound ones; gives the words on each page of it. */
async function packed(bytes: Uint8Array): Promise<string[]> {
  const pack = await packOf([good, partOf('bad', bytes), good]);
  return (await pageTexts(pack.bytes)).slice(1, -1);
}

describe('the index', () => {
  const sound = textOf(makePdf({ pages: [{ text: 'First' }, { text: 'Second' }] }));

  it.each([
    ['points elsewhere', sound.replace(/startxref\n\d+/, 'startxref\n99')],
    ['is gone', sound.slice(0, sound.indexOf('xref\n'))],
    ['counts the first object as 1', sound.replace('xref\n0 8', 'xref\n1 8')],
    ['has an object without its end', sound.replaceAll('endobj\n', '').replace(/startxref\n\d+/, 'startxref\n0')],
    ['belongs to a file without its first line', sound.slice(sound.indexOf('1 0 obj'))],
    ['has one offset that lies', sound.replace(/(0000000015 00000 n \n)(\d{10})/, '$10000000001')],
  ])('%s', async (_, text) => {
    const texts = await packed(latin1(text));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('First');
    expect(texts[1]).toContain('Second');
  });

  it('counts the first object as 1, which is then not held to be free', async () => {
    const shifted = writeObjects(
      [
        { entries: '', content: latin1('BT /F1 24 Tf 60 700 Td (Still here) Tj ET') },
        '<</Type/Catalog/Pages 3 0 R>>',
        '<</Type/Pages/Kids[4 0 R]/Count 1>>',
        '<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]/Contents 1 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
        '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
      ],
      '/Root 2 0 R',
    );
    const texts = await packed(latin1(textOf(shifted).replace('xref\n0 6', 'xref\n1 6')));
    expect(texts[0]).toContain('Still here');
  });

  it('names a page tree that is lost: the pages are found one by one', async () => {
    const lost = sound.replace('/Type/Pages', '/Type/Pagez').replace('/Pages 2 0 R', '/Pages 9 0 R');
    const texts = await packed(latin1(lost));
    expect(texts.map((text) => /First|Second/.exec(text)?.[0])).toEqual(['First', 'Second']);
    expect(inspectPdf(latin1(lost), nodeCodec)).toMatchObject({ ok: true, value: { pages: 2, repaired: true } });
  });

  it('says that words are no PDF, whatever stands among them', () => {
    expect(openDocument(latin1('Minutes of the last meeting'), nodeCodec)).toMatchObject({
      refusal: { type: 'NotAPdf' },
    });
    expect(openDocument(latin1('endobj /Root startxref'), nodeCodec).ok).toBe(false);
  });
});

describe('streams', () => {
  it.each(['0', '7', '999999', '-3', '9 0 R', '(long)', '6 0 R'])(
    'of length %s are taken to their end',
    async (length) => {
      const text = textOf(makePdf({ pages: [{ text: 'All of it' }] })).replace(/\/Length \d+/, `/Length ${length}`);
      expect((await packed(latin1(text)))[0]).toContain('All of it');
    },
  );

  it('of objects nested wrongly are read as far as they can be', async () => {
    const inner = latin1('4 0 <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>');
    const streams = [
      `<</Type/ObjStm/N 1/First 4/Length 5 0 R/Extends 5 0 R>>stream\n`,
      `<</Type/ObjStm/N 1/First 4/Length 5 0 R/Extends 4 0 R>>stream\n`,
    ];
    const cyclic = writeObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
      streams[0]!,
      streams[1]!,
      { entries: '/Type/ObjStm/N 1/First 4', content: inner },
    ]);
    const pack = await packOf([good, partOf('bad', cyclic), good]);
    expect(pack.made.pages).toBe(3);
  });
});

describe('page trees', () => {
  it.each([
    ['that hold themselves', '/Kids[2 0 R 4 0 R]/Count 2'],
    ['that name a page twice', '/Kids[4 0 R 4 0 R]/Count 2'],
    ['that name what is no page', '/Kids[3 0 R 4 0 R null (x) 99 0 R]/Count 5'],
    ['that count wrongly', '/Kids[4 0 R]/Count -7'],
  ])('%s', async (_, tree) => {
    const texts = await packed(makePdf({ pages: [{ text: 'Once' }], tree }));
    expect(texts[0] ?? '').toContain('Once');
  });

  it('of ten thousand pages are taken in seconds', { timeout: 60_000 }, async () => {
    const kids = Array.from({ length: 10_000 }, () => '4 0 R').join(' ');
    const many = makePdf({
      pages: Array.from({ length: 10_000 }, (_, at) => ({ content: `% ${at}`, resources: '<<>>' })),
    });
    const began = performance.now();
    expect((await packOf([partOf('many', many)])).made.pages).toBe(10_000);
    expect(
      (await packOf([partOf('same', makePdf({ pages: [{}], tree: `/Kids[${kids}]/Count 10000` }))])).made.pages,
    ).toBe(10_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('pages', () => {
  it.each([
    ['one point across', { width: 1, height: 1 }],
    ['ten metres long', { width: 28_346, height: 28_346 }],
    ['ten metres long and one point wide', { width: 1, height: 28_346 }],
    ['in units of a hundred points', { width: 6, height: 8, entries: '/UserUnit 100' }],
    ['in units that are none', { width: 600, height: 800, entries: '/UserUnit -3' }],
    ['turned by a third', { width: 600, height: 800, entries: '/Rotate 120' }],
  ])('%s bear their number and can be opened', async (_, page) => {
    const pack = await packOf([
      partOf('odd', makePdf({ pages: [{ ...page, content: '', resources: '<<>>' }] }), { stamp: { line: null } }),
    ]);
    expect(await pageTexts(pack.bytes)).toEqual(['Page 1']);
  });

  it.each(['[600 800 0 0]', '[-300 -400 300 400]', '[0 0 0 0]', '[0 0 (a) 9]', '[0 0 1e9 1e9]', '7', '[1 2]'])(
    'with the box %s are taken, and never without area',
    async (box) => {
      const text = textOf(makePdf({ pages: [{ text: 'Seen' }] })).replace('[0 0 595 842]', box);
      const pack = await packOf([partOf('odd', latin1(text))]);
      const view = await read(pack.bytes, async (pdf) => (await pdf.getPage(1)).view);
      const [left = 0, bottom = 0, right = 0, top = 0] = view;
      expect(right - left).toBeGreaterThan(0);
      expect(top - bottom).toBeGreaterThan(0);
    },
  );

  it('that ask for fonts nobody has keep their words', async () => {
    const text = textOf(makePdf({ pages: [{ text: 'No such font' }] }));
    for (const harmed of [
      text.replace('/F1 3 0 R', '/F1 99 0 R'),
      text.replace('/Font<</F1 3 0 R>>', '/Font 99 0 R'),
    ]) {
      const pack = await packOf([partOf('a', latin1(harmed))]);
      expect(pack.made.pages).toBe(1);
      expect(textOf(pack.bytes)).toContain('No such font');
    }
  });

  it('with thirty thousand annotations keep them, in seconds', { timeout: 60_000 }, async () => {
    const note = (at: number): string => `<</Type/Annot/Subtype/Square/Rect[${at % 500} 9 ${(at % 500) + 5} 14]>>`;
    const notes = Array.from({ length: 30_000 }, (_, at) => note(at));
    const list = notes.map((_, at) => `${extraNumber(1, at)} 0 R`).join(' ');
    const began = performance.now();
    const pack = await packOf([partOf('a', makePdf({ pages: [{ entries: `/Annots[${list}]` }], extras: notes }))]);
    expect(performance.now() - began).toBeLessThan(20_000);
    const kept = await read(pack.bytes, async (pdf) => (await (await pdf.getPage(1)).getAnnotations()).length);
    expect(kept).toBe(30_000);
  });
});

describe('forms', () => {
  const field = (rect: string, entries: string): string => `<</Type/Annot/Subtype/Widget/Rect[${rect}]/F 4${entries}>>`;
  const formOf = (fields: ReadonlyArray<string>, more: ReadonlyArray<{ entries: string; content: Uint8Array }> = []) =>
    makePdf({
      pages: [
        {
          width: 300,
          height: 300,
          content: '',
          entries: `/Annots[${fields.map((_, at) => `${extraNumber(1, at)} 0 R`).join(' ')}]`,
        },
      ],
      extras: [...fields, ...more],
    });

  it('without pictures of their values show them, cell by cell and line by line', async () => {
    const bytes = formOf([
      field('20 250 120 270', '/FT/Tx/V(1234)/MaxLen 4/Ff 16777216'),
      field('20 150 280 240', '/FT/Tx/V(One line\\nAnother line)/Ff 4096'),
      field('20 120 280 140', '/FT/Ch/V(gb)/Opt[[(fr)(France)][(gb)(Great Britain)]]'),
      field('20 90 280 110', '/FT/Tx/V(Never shown)/Ff 8192'),
    ]);
    const [text = ''] = await pageTexts((await packOf([partOf('a', bytes)])).bytes);
    expect(text).toMatch(/1\s+2\s+3\s+4/);
    expect(text).toMatch(/One line\s+Another line/);
    expect(text).toContain('Great Britain');
    expect(text).not.toContain('Never shown');
  });

  it('of Adobe’s kind and signatures are told of, and what is drawn stays', () => {
    const bytes = makePdf({
      pages: [{ text: 'Please wait' }],
      catalogue: `/AcroForm<</XFA[(template) ${extraNumber(1, 1)} 0 R]/Fields[${extraNumber(1, 0)} 0 R]>>`,
      extras: ['<</FT/Sig/T(sig)/V<</Type/Sig>>>>', { entries: '', content: latin1('<xdp/>') }],
    });
    expect(inspectPdf(bytes, nodeCodec)).toMatchObject({
      value: { fields: 1, dropped: { xfaForms: 1, signatures: 1 } },
    });
  });

  const canDraw = outsideTool('mutool') !== null;

  /** How many of the dots in a box of the page are dark, drawn by a program that is not ours. */
  async function inkIn(bytes: Uint8Array, box: readonly [number, number, number, number]): Promise<number> {
    const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-ink-'));
    try {
      const file = path.join(folder, 'a.pdf');
      writeFileSync(file, bytes);
      await runOutside('mutool', [
        'draw',
        '-q',
        '-r',
        '72',
        '-c',
        'gray',
        '-F',
        'pgm',
        '-o',
        path.join(folder, 'a.pgm'),
        file,
      ]);
      const drawn = readFileSync(path.join(folder, 'a.pgm'));
      const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(drawn.subarray(0, 40).toString('latin1'));
      const width = Number(head?.[1]);
      const height = Number(head?.[2]);
      let dark = 0;
      for (let y = height - box[3]; y < height - box[1]; y++) {
        for (let x = box[0]; x < box[2]; x++) if ((drawn[(head?.[0].length ?? 0) + y * width + x] ?? 255) < 128) dark++;
      }
      return dark;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it.skipIf(!canDraw)('draw the tick of a box that came without a picture (judged by mutool)', async () => {
    const on = formOf([
      field('100 100 140 140', '/FT/Btn/AS/Yes/V/Yes'),
      field('200 100 240 140', '/FT/Btn/AS/Off/V/Off'),
    ]);
    const { bytes } = await packOf([partOf('a', on)]);
    expect(await inkIn(bytes, [100, 100, 140, 140])).toBeGreaterThan(60);
    expect(await inkIn(bytes, [200, 100, 240, 140])).toBe(0);
  });

  it.skipIf(!canDraw)('draw each mark a box may ask for, its border and its ground (judged by mutool)', async () => {
    const marks = ['4', '8', 'l', 'n', 'u'].map((mark, at) =>
      field(`${20 + at * 50} 100 ${50 + at * 50} 130`, `/FT/Btn/AS/On/MK<</CA(${mark})>>`),
    );
    const { bytes } = await packOf([
      partOf('a', formOf([...marks, field('20 200 60 240', '/FT/Tx/MK<</BC[0]/BG[0 0 0]>>')])),
    ]);
    for (let at = 0; at < 5; at++) {
      const ink = await inkIn(bytes, [20 + at * 50, 100, 50 + at * 50, 130]);
      expect(ink).toBeGreaterThan(40);
      expect(ink).toBeLessThan(700);
    }
    expect(await inkIn(bytes, [22, 202, 58, 238])).toBe(36 * 36);
  });

  it.skipIf(!canDraw)(
    'lie over the annotation they lay over, and can be filled in no more (judged by mutool)',
    async () => {
      const ground = { entries: '/Subtype/Form/BBox[0 0 10 10]', content: latin1('1 g 0 0 10 10 re f') };
      const ink = { entries: '/Subtype/Form/BBox[0 0 10 10]', content: latin1('0 g 0 0 10 10 re f') };
      const shape = (kind: string, rect: string, form: number, more = ''): string =>
        `<</Type/Annot/Subtype/${kind}/Rect[${rect}]/F 4/AP<</N ${extraNumber(1, form)} 0 R>>${more}>>`;
      const bytes = formOf(
        [
          shape('Square', '50 50 200 200', 3),
          shape('Widget', '100 100 140 140', 4, '/FT/Tx/T(name)/V(Typed)'),
          shape('Widget', '220 220 240 240', 4, '/FT/Tx/T(other)/V(Apart)'),
        ],
        [ground, ink],
      );
      const pack = await packOf([partOf('a', bytes)]);
      expect(await inkIn(pack.bytes, [100, 100, 140, 140])).toBe(1600);
      expect(await inkIn(pack.bytes, [220, 220, 240, 240])).toBe(400);
      const kinds = await read(pack.bytes, async (pdf) =>
        ((await (await pdf.getPage(1)).getAnnotations()) as ReadonlyArray<{ subtype: string }>).map(
          ({ subtype }) => subtype,
        ),
      );
      expect(kinds).toEqual(['Square', 'Stamp']);
      expect(pack.made.parts[0]?.warnings).toEqual([{ type: 'FormFlattened', fields: 2 }]);
    },
  );

  it.skipIf(!canDraw)(
    'draw a picture that does not say it is one, and that of a film left out (judged by mutool)',
    async () => {
      const picture = { entries: '/BBox[0 0 10 10]', content: latin1('0 g 0 0 10 10 re f') };
      const bytes = formOf(
        [
          field('100 100 140 140', `/FT/Tx/AP<</N ${extraNumber(1, 2)} 0 R>>`),
          `<</Type/Annot/Subtype/Screen/Rect[200 100 240 140]/F 4/AP<</N ${extraNumber(1, 2)} 0 R>>>>`,
        ],
        [picture],
      );
      const pack = await packOf([partOf('a', bytes)]);
      expect(await inkIn(pack.bytes, [100, 100, 140, 140])).toBe(1600);
      expect(await inkIn(pack.bytes, [200, 100, 240, 140])).toBe(1600);
      expect(textOf(pack.bytes)).not.toContain('/Screen');
      expect(pack.made.parts[0]?.warnings).toEqual([
        { type: 'AttachmentsDropped', count: 1 },
        { type: 'FormFlattened', fields: 1 },
      ]);
    },
  );
});

it('takes a picture of two hundred megabytes', { timeout: 60_000 }, async () => {
  const content = new Uint8Array(200_000_000).fill(0x55);
  const picture = '/Type/XObject/Subtype/Image/Width 20000/Height 10000/ColorSpace/DeviceGray/BitsPerComponent 8';
  const bytes = makePdf({
    pages: [{ content: 'q 595 0 0 842 0 0 cm /Im0 Do Q', resources: `<</XObject<</Im0 ${extraNumber(1, 0)} 0 R>>>>` }],
    extras: [{ entries: picture, content }],
  });
  const began = performance.now();
  const pack = await packOf([partOf('large', bytes)]);
  expect(pack.bytes.length).toBeGreaterThan(200_000_000);
  expect(performance.now() - began).toBeLessThan(10_000);
});
