/** Pages larger than A4 in a pack: read by pdf.js, drawn by mutool, and compared with the page as it came. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { sheetFactor } from '#shared/pdf/sheet.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { extraNumber, latin1, makePdf, pageNumber, type PageSpec } from '#tests/support/pdf-maker.ts';
import { packOf, partOf, read, textsOn } from './packing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sizeOf(bytes: Uint8Array): Promise<readonly [number, number]> {
  return read(bytes, async (pdf) => {
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return [Math.round(width), Math.round(height)];
  });
}

const packed = async (page: PageSpec): Promise<Uint8Array> =>
  (await packOf([partOf('a', makePdf({ pages: [page] }))])).bytes;

describe('a page', () => {
  it.each([
    { name: 'of A4', size: [595, 842], is: [595, 842] },
    { name: 'of A4 as some printers have it', size: [598, 845], is: [598, 845] },
    { name: 'of A5', size: [420, 595], is: [420, 595] },
    { name: 'of US Letter', size: [612, 792], is: [612, 792] },
    { name: 'of A3', size: [842, 1191], is: [842, 1191] },
    { name: 'of A3 on its side', size: [1191, 842], is: [1191, 842] },
    { name: 'of A2', size: [1191, 1684], is: [595, 842] },
    { name: 'of A1 on its side', size: [2384, 1684], is: [842, 595] },
    { name: 'of US Legal', size: [612, 1008], is: [511, 842] },
    { name: 'of a wide slide', size: [960, 540], is: [842, 474] },
    { name: 'turned by 90 degrees', size: [1684, 1191], entries: '/Rotate 90', is: [595, 842] },
    { name: 'cut to A4', size: [1684, 1191], entries: '/CropBox[100 100 695 942]', is: [595, 842] },
    { name: 'in units of three points', size: [397, 561], entries: '/UserUnit 3', is: [595, 841] },
  ])('$name is shown at $is', async ({ size: [width, height], is, entries }) => {
    const page = { width: width ?? 0, height: height ?? 0, ...(entries === undefined ? {} : { entries }) };
    expect(await sizeOf(await packed(page))).toEqual(is);
  });

  it('is never made larger', () => {
    for (let side = 1; side < 20_000; side *= 1.3) {
      for (let other = 1; other < 20_000; other *= 1.7) {
        const factor = sheetFactor(side, other);
        expect(factor).toBeLessThanOrEqual(1);
        if (factor < 1) expect(Math.max(side, other) * factor).toBeLessThan(842);
      }
    }
  });
});

const turns = [0, 90, 180, 270];
const shape =
  '/Rect[200 300 700 400]/QuadPoints[200 400 700 400 200 300 700 300]/Vertices[210 310 690 310 690 390]/InkList[[210 310 690 390]]';

describe('what stands on a page that is made smaller', () => {
  it.each(turns)('keeps its place, turned by %i degrees', async (turn) => {
    const page = {
      width: 1684,
      height: 2384,
      entries: `/Rotate ${turn}/CropBox[40 184 1600 2300]/Annots[<</Type/Annot/Subtype/Highlight${shape}/C[1 1 0]>>
        <</Type/Annot/Subtype/Polygon${shape}/C[1 0 0]>> <</Type/Annot/Subtype/Ink${shape}/C[0 0 1]>>]`,
      text: 'Footbridge',
    };
    const before = makePdf({ pages: [page] });
    const after = await packed(page);
    const [came, stands] = await Promise.all([before, after].map((bytes) => textsOn(bytes, 1)));
    const word = (texts: typeof came) => texts?.find(({ text }) => text === 'Footbridge');
    expect(word(stands)?.left).toBeCloseTo(word(came)?.left ?? Number.NaN, 3);
    expect(word(stands)?.above).toBeCloseTo(word(came)?.above ?? Number.NaN, 3);
    expect(await placesOf(after)).toEqual(await placesOf(before));
  });

  it('is where links and bookmarks lead', async () => {
    const bytes = makePdf({
      pages: [{}, { width: 1190.55, height: 1683.78 }],
      catalogue: `/Outlines ${extraNumber(2, 0)} 0 R`,
      extras: [
        `<</First ${extraNumber(2, 1)} 0 R/Last ${extraNumber(2, 1)} 0 R/Count 1>>`,
        `<</Title(Plan)/Parent ${extraNumber(2, 0)} 0 R/Dest[${pageNumber(1)} 0 R/XYZ 400 1000 2]>>`,
      ],
    });
    const pack = await packOf([partOf('a', bytes)]);
    const dest = await read(pack.bytes, async (pdf) => (await pdf.getOutline())[0]?.items[0]?.dest);
    expect(Array.isArray(dest) ? dest.slice(2).map((one: number) => Math.round(one * 10) / 10) : dest).toEqual([
      200, 500, 2,
    ]);
  });
});

/** Corners of every annotation in shares of the page as shown, to three places. */
async function placesOf(bytes: Uint8Array): Promise<unknown> {
  return read(bytes, async (pdf) => {
    const page = await pdf.getPage(1);
    const view = page.getViewport({ scale: 1 });
    const annotations = (await page.getAnnotations()) as ReadonlyArray<Record<string, unknown>>;
    const places = (numbers: ReadonlyArray<number>): string[] => {
      const shares: string[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const [x = 0, y = 0] = view.convertToViewportPoint(numbers[at] ?? 0, numbers[at + 1] ?? 0) as number[];
        shares.push(`${(x / view.width).toFixed(3)} ${(y / view.height).toFixed(3)}`);
      }
      return shares;
    };
    return annotations.map(({ subtype, rect, quadPoints, vertices, inkLists }) => ({
      subtype,
      places: [rect, quadPoints, vertices, ...((inkLists as unknown[] | undefined) ?? [])].map((numbers) =>
        numbers === undefined || numbers === null ? null : places([...(numbers as number[])]),
      ),
    }));
  });
}

const noMutool = outsideTool('mutool') === null;
test.skipIf(noMutool)('patterns and filled-in fields look as they did (needs mutool)', async () => {
  const tile = '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 60 60]/XStep 60/YStep 60/Resources<<>>';
  const shading =
    '<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[300 0 900 0]/Extend[true true]' +
    '/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>>>>>';
  const field = extraNumber(1, 2);
  const page = {
    width: 1191,
    height: 1684,
    content:
      '/Pattern cs /Tile scn 100 100 900 600 re f /Fade scn 100 800 900 600 re f 0 g BT /F1 90 Tf 120 1500 Td (Plan) Tj ET',
    resources: `<</Font<</F1 3 0 R>>/Pattern<</Tile ${extraNumber(1, 0)} 0 R/Fade ${extraNumber(1, 1)} 0 R>>>>`,
    entries: `/Annots[${field} 0 R]`,
  };
  const look = latin1('0.8 1 0.8 rg 0 0 400 100 re f 0 g 20 20 300 60 re f');
  const bytes = makePdf({
    pages: [page],
    catalogue: `/AcroForm<</Fields[${field} 0 R]>>`,
    extras: [
      { entries: `${tile.slice(2)}/Matrix[1 0 0 1 13 27]`, content: latin1('1 0 1 rg 10 10 30 30 re f') },
      shading,
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/F 4/Rect[500 1450 900 1550]/AP<</N ${extraNumber(1, 3)} 0 R>>>>`,
      { entries: '/Type/XObject/Subtype/Form/BBox[0 0 400 100]', content: look },
    ],
  });
  const pack = await packOf([partOf('a', bytes, { stamp: { line: null } })]);
  const drawn = await Promise.all(
    [bytes, pack.bytes].map(async (file, at) => {
      const [from, to] = ['pdf', 'pgm'].map((ending) => path.join(folder, `${at}.${ending}`));
      writeFileSync(from ?? '', file);
      await runOutside('mutool', [
        'draw',
        '-q',
        '-w',
        '600',
        '-h',
        '848',
        '-c',
        'gray',
        '-F',
        'pgm',
        '-o',
        to ?? '',
        from ?? '',
      ]);
      return readFileSync(to ?? '');
    }),
  );
  const [before = Buffer.alloc(0), after = Buffer.alloc(1)] = drawn;
  expect(after.length).toBe(before.length);
  // The last rows hold the page's number.
  const compared = before.length - 600 * 40;
  let different = 0;
  for (let at = 20; at < compared; at++) if (Math.abs((before[at] ?? 0) - (after[at] ?? 0)) > 40) different++;
  expect(different / compared).toBeLessThan(0.004);
});
