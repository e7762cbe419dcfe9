import { describe, expect, it } from 'vitest';
import { stampFont } from '#electron/pack-command/stamp-font.ts';
import { helveticaWidths } from '#shared/pdf/helvetica.ts';
import { setText } from '#shared/pdf/lettering.ts';
import { makePdf, scanPdf } from '#tests/support/pdf-maker.ts';
import { packOf, partOf, textsOn, type SeenText } from './packing.ts';

const turns = [0, 90, 180, 270];
const odd = [
  ...turns.map((turn) => ({ name: `turned by ${turn}`, width: 595, height: 842, entries: `/Rotate ${turn}` })),
  ...turns.map((turn) => ({
    name: `cropped and turned by ${turn}`,
    width: 800,
    height: 1000,
    entries: `/CropBox[100 150 600 900]/Rotate ${turn}`,
  })),
  ...turns.map((turn) => ({
    name: `in larger units and turned by ${turn}`,
    width: 200,
    height: 300,
    entries: `/UserUnit 3/Rotate ${turn}`,
  })),
  { name: 'landscape', width: 842, height: 595, entries: '' },
  { name: 'A3', width: 842, height: 1191, entries: '' },
  { name: 'beginning below nought', width: 595, height: 842, entries: '/MediaBox[-300 -400 295 442]' },
  { name: 'of 10 metres', width: 14_400, height: 14_400, entries: '/UserUnit 2' },
  { name: 'of one inch', width: 72, height: 72, entries: '' },
  {
    name: 'leaving its graphics state askew',
    width: 595,
    height: 842,
    entries: '',
    content: '0.1 0 0 0.1 50 50 cm 1 0 0 rg',
  },
];

describe('on a page', () => {
  it.each(odd)('$name the number stands upright, below, in the middle', async ({ name: _name, ...page }) => {
    const pack = await packOf([partOf('a', makePdf({ pages: [page] }))], { marking: 'OFFICIAL-SENSITIVE' });
    const texts = await textsOn(pack.bytes, 1);
    const number = find(texts, 'Page 1');
    expect(number.turned).toBe(0);
    expect((number.left + number.right) / 2).toBeCloseTo(0.5, 1);
    expect(number.above).toBeGreaterThan(0);
    expect(number.above).toBeLessThan(0.08);
    const marking = find(texts, 'OFFICIAL-SENSITIVE');
    expect(marking.turned).toBe(0);
    expect((marking.left + marking.right) / 2).toBeCloseTo(0.5, 1);
    expect(marking.above).toBeGreaterThan(0.9);
    expect(marking.above).toBeLessThan(1);
  });

  it('the paper’s line stands left of the number and never runs into it', async () => {
    const line =
      'Item 7 · CTB/27/014 v1.2 · A report with a very long reference that nobody would ever give it, one hopes';
    for (const stamp of ['Item 7 · CTB/27/014 v1.2', line]) {
      const pack = await packOf([partOf('a', makePdf({ pages: [{}] }), { stamp: { line: stamp } })]);
      const texts = await textsOn(pack.bytes, 1);
      const seen = find(texts, 'Item 7');
      expect(seen.left).toBeGreaterThan(0.05);
      expect(seen.right).toBeLessThan(find(texts, 'Page 1').left);
      expect(seen.size).toBeGreaterThanOrEqual(5 - 0.01);
      expect(seen.turned).toBe(0);
    }
  });

  it('names that the page itself uses are left alone', async () => {
    const page = { resources: '<</Font<</PkF 3 0 R/F1 3 0 R>>>>', content: 'BT /PkF 20 Tf 50 500 Td (Mine) Tj ET' };
    const pack = await packOf([partOf('a', makePdf({ pages: [page] }))]);
    const texts = await textsOn(pack.bytes, 1);
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Mine', 'Page 1']));
  });

  it('without text the number is set on a light plate', async () => {
    const pack = await packOf([partOf('a', scanPdf(1, 10_000))]);
    const texts = await textsOn(pack.bytes, 1);
    expect(find(texts, 'Page 1').turned).toBe(0);
    expect(Buffer.from(pack.bytes).toString('latin1')).toMatch(/q \/PkP gs 1 g [\d. ]+ re f Q/);
  });
});

describe('a page that does not restore its drawing state', () => {
  const page = (content: string) => ({ width: 595, height: 842, content });
  const seen = async (content: string) => {
    const pack = await packOf([partOf('a', makePdf({ pages: [page(content)] }))]);
    return textsOn(pack.bytes, 1);
  };
  const uneven = [
    ['saves too often', 'q 0.1 0 0 0.1 50 50 cm q q 1 0 0 rg BT /F1 24 Tf 600 7000 Td (Body) Tj ET'],
    ['restores too often', 'Q 0.5 0 0 0.5 90 60 cm Q Q BT /F1 24 Tf 600 700 Td (Body) Tj ET'],
    ['does both', 'Q q 0.5 0 0 0.5 90 60 cm Q Q q 0.2 0 0 0.2 0 0 cm q BT /F1 24 Tf 600 700 Td (Body) Tj ET'],
  ] as const;

  it.each(uneven)('and %s is stamped where it should be, and shows what it showed', async (_, content) => {
    const [texts, alone] = await Promise.all([seen(content), textsOn(makePdf({ pages: [page(content)] }), 1)]);
    const plain = find(await seen('BT /F1 24 Tf 60 700 Td (Body) Tj ET'), 'Page 1');
    expect(find(texts, 'Page 1')).toEqual(plain);
    const place = ({ left, above, size }: SeenText) => [left, above, size].map((one) => one.toFixed(4));
    expect(place(find(texts, 'Body'))).toEqual(place(find(alone, 'Body')));
  });

  it('is left as it is where it is even', async () => {
    const hidden = '(a \\) Q Q) pop <51> pop % Q Q\n/Q BMC EMC BI /W 3 /H 1 /BPC 8 /CS /G ID Q EI \u0001 Q EI';
    const content = `q 0.5 0 0 0.5 90 60 cm ${hidden} BT /F1 24 Tf 60 700 Td (Body Q) Tj ET Q`;
    const pack = await packOf([partOf('a', makePdf({ pages: [page(content)] }))]);
    expect(Buffer.from(pack.bytes).includes(Buffer.from(content, 'latin1'))).toBe(true);
  });
});

describe('the watermark', () => {
  it('rises from corner to corner, in the middle, and is light', async () => {
    const pack = await packOf([partOf('a', makePdf({ pages: [{ entries: '/Rotate 90' }] }))], { watermark: 'DRAFT' });
    const mark = find(await textsOn(pack.bytes, 1), 'DRAFT');
    expect(mark.turned).toBeCloseTo(-35, -1);
    expect((mark.left + mark.right) / 2).toBeCloseTo(0.5, 0);
    expect(Buffer.from(pack.bytes).toString('latin1')).toContain(
      '/Artifact <</Type/Pagination/Subtype/Watermark>> BDC\nq /PkL gs',
    );
  });
});

describe('letters', () => {
  const inHelvetica = (text: string) => setText(text, helveticaWidths);

  it('are those of Windows, with the widths of Helvetica where no other font is at hand', () => {
    expect(inHelvetica('Page 93')).toEqual({ codes: 'Page 93', width: 3.725 });
    expect(inHelvetica('–€’·').codes).toBe('\u0096\u0080\u0092\u00B7');
    expect(inHelvetica('é').width).toBe(0.556);
  });

  it('that the font lacks lose their accents, and failing that are shown as missing', () => {
    expect(inHelvetica('Łódź → Őri ﬁ').codes).toBe('L\u00F3dz > Ori fi');
    expect(inHelvetica('漢字').codes).toBe('??');
    expect(inHelvetica('a\u0301\n').codes).toBe('\u00E1 ');
    const widths = new Map([...helveticaWidths].filter(([code]) => code !== 0x8a));
    expect(setText('Šárka', widths).codes).toBe('S\u00E1rka');
  });

  it('are as wide as the font’s published metrics say', () => {
    const { widths, capHeight } = stampFont();
    const code = (letter: string): number => letter.charCodeAt(0);
    expect([' ', 'P', 'a', 'g', 'e', '9', 'é'].map((letter) => widths.get(code(letter)))).toEqual([
      200, 566, 504, 504, 496, 497, 496,
    ]);
    expect(capHeight).toBe(660);
  });

  it('with brackets and backslashes are shown as they are', async () => {
    const stamp = { line: 'Item (7) \\ ) end' };
    const pack = await packOf([partOf('a', makePdf({ pages: [{}] }), { stamp })]);
    expect(find(await textsOn(pack.bytes, 1), 'Item').text).toBe('Item (7) \\ ) end · 1 of 1');
  });
});

function find(texts: ReadonlyArray<SeenText>, start: string): SeenText {
  const found = texts.find(({ text }) => text.startsWith(start));
  if (found === undefined) throw new Error(`${start} is not among ${texts.map(({ text }) => text).join(', ')}`);
  return found;
}
