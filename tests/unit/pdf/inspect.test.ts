import { expect, it } from 'vitest';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { extraNumber, latin1, makePdf, scanPdf } from '#tests/support/pdf-maker.ts';

function factsOf(bytes: Uint8Array): PdfFacts {
  const facts = inspectPdf(bytes, nodeCodec);
  if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
  return facts.value;
}

const nothing = { scripts: 0, launchActions: 0, embeddedFiles: 0, xfaForms: 0, signatures: 0 };

it('tells of a plain report', () => {
  const bytes = makePdf({
    pages: [
      {},
      { width: 842, height: 1191, entries: '/Rotate 90' },
      { width: 612, height: 792 },
      { width: 200, height: 300, entries: '/UserUnit 2.8' },
      { width: 842, height: 595 },
    ],
    trailer: `/Info ${extraNumber(5, 0)} 0 R`,
    extras: ['<</Title(Budget \\(draft\\) \\205 2027)>>'],
  });
  const facts = factsOf(bytes);
  expect(facts).toMatchObject({
    pages: 5,
    tagged: false,
    hasText: true,
    scannedPages: [],
    title: 'Budget (draft) – 2027',
    repaired: false,
    dropped: nothing,
  });
  expect(facts.pageSizes.map(({ paper, landscape }) => [paper, landscape])).toEqual([
    ['A4', false],
    ['A3', true],
    ['other', false],
    ['other', false],
    ['A4', true],
  ]);
  expect(facts.pageSizes[3]).toMatchObject({ width: 560, height: 840 });
});

it('tells scans from text, page by page', () => {
  expect(factsOf(scanPdf(3, 100))).toMatchObject({ hasText: false, scannedPages: [1, 2, 3], title: null });
  // 10 by 10 dots on A4
  expect(factsOf(scanPdf(1, 100)).scanResolution).toBe(1);
  expect(factsOf(scanPdf(1, 8_699_840)).scanResolution).toBeGreaterThan(299);
  expect(factsOf(makePdf({ pages: [{}] })).scanResolution).toBe(null);
  const form = `<</XObject<</Fm ${extraNumber(1, 0)} 0 R>>>>`;
  const nested = makePdf({
    pages: [{ resources: form, content: '/Fm Do' }],
    extras: [{ entries: '/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>', content: latin1('') }],
  });
  expect(factsOf(nested)).toMatchObject({ hasText: true, scannedPages: [] });
});

it('tells of tags and of a broken index', () => {
  const tagged = makePdf({
    pages: [{}],
    catalogue: `/StructTreeRoot ${extraNumber(1, 0)} 0 R`,
    extras: [`<</Type/StructTreeRoot/K ${extraNumber(1, 1)} 0 R>>`, '<</S/Document/P 6 0 R>>'],
  });
  expect(factsOf(tagged).tagged).toBe(true);
  const empty = makePdf({ pages: [{}], catalogue: '/StructTreeRoot<</Type/StructTreeRoot>>' });
  expect(factsOf(empty).tagged).toBe(false);
  const text = Buffer.from(tagged).toString('latin1');
  expect(factsOf(latin1(text.replace(/startxref\n\d+/, 'startxref\n1')))).toMatchObject({
    tagged: true,
    repaired: true,
  });
});

it('counts signatures that are signed, however deep', () => {
  const field = (extra: number): string => `${extraNumber(1, extra)} 0 R`;
  const bytes = makePdf({
    pages: [{}],
    catalogue: `/AcroForm<</Fields[${field(0)} ${field(2)}]>>`,
    extras: [`<</FT/Sig/Kids[${field(1)} ${field(0)}]>>`, '<</V<</Type/Sig>>>>', '<</FT/Sig/T(unsigned)>>'],
  });
  expect(factsOf(bytes).dropped).toEqual({ ...nothing, signatures: 1 });
});

it('refuses what a pack would refuse', () => {
  expect(inspectPdf(new Uint8Array(0), nodeCodec)).toEqual({ ok: false, refusal: { type: 'Empty' } });
});

it('tells the language where the file names one', () => {
  const languageOf = (entry: string): string | null => factsOf(makePdf({ pages: [{}], catalogue: entry })).language;
  expect(languageOf('/Lang(en-GB)')).toBe('en-GB');
  expect(languageOf('/Lang<FEFF00630079>')).toBe('cy');
  expect(languageOf('')).toBe(null);
  expect(languageOf('/Lang()')).toBe(null);
  expect(languageOf('/Lang(English <script>)')).toBe(null);
});

it('counts form fields once each, however many places they are shown in', () => {
  const extras = [
    `<</FT/Tx/T(name)/Kids[${extraNumber(1, 1)} 0 R ${extraNumber(1, 2)} 0 R]>>`,
    `<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent ${extraNumber(1, 0)} 0 R>>`,
    `<</Type/Annot/Subtype/Widget/Rect[9 9 18 18]/Parent ${extraNumber(1, 0)} 0 R>>`,
    '<</FT/Btn/T(agreed)/Subtype/Widget/Rect[9 9 18 18]>>',
  ];
  const catalogue = `/AcroForm<</Fields[${extraNumber(1, 0)} 0 R ${extraNumber(1, 3)} 0 R]>>`;
  expect(factsOf(makePdf({ pages: [{}], catalogue, extras })).fields).toBe(2);
});
