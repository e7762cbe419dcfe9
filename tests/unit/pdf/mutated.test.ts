/** Whatever is done to the bytes of real PDFs, the engine ends, and ends with an answer. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { openDocument } from '#shared/pdf/document.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { extraNumber, joined, latin1, makePdf, pageNumber } from '#tests/support/pdf-maker.ts';
import { packOf, partOf, tryPack } from './packing.ts';

const sources: Uint8Array[] = [];

beforeAll(async () => {
  const rich = makePdf({
    pages: [
      {
        entries: `/Rotate 90/CropBox[0 0 300 300]/Annots[${extraNumber(2, 0)} 0 R ${extraNumber(2, 1)} 0 R]/StructParents 0`,
      },
      {},
    ],
    catalogue: `/Outlines ${extraNumber(2, 2)} 0 R/StructTreeRoot ${extraNumber(2, 4)} 0 R/AcroForm<</Fields[${extraNumber(2, 1)} 0 R]>>/OCProperties<</OCGs[]/D<<>>>>`,
    extras: [
      `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[${pageNumber(1)} 0 R/Fit]/StructParent 1>>`,
      '<</Type/Annot/Subtype/Widget/FT/Tx/V(x)/T(y)/DA(/F 9 Tf)/Rect[9 9 99 99]>>',
      `<</First ${extraNumber(2, 3)} 0 R/Last ${extraNumber(2, 3)} 0 R>>`,
      `<</Title(t)/Parent ${extraNumber(2, 2)} 0 R/Dest[${pageNumber(0)} 0 R/Fit]>>`,
      `<</Type/StructTreeRoot/K ${extraNumber(2, 5)} 0 R/RoleMap<</A/P>>/ParentTree<</Nums[0[${extraNumber(2, 5)} 0 R]]>>/IDTree<</Names[(i)${extraNumber(2, 5)} 0 R]>>>>`,
      `<</S/LI/P ${extraNumber(2, 4)} 0 R/Pg ${pageNumber(0)} 0 R/ID(i)/K[0 <</Type/OBJR/Obj ${extraNumber(2, 0)} 0 R>>]/A<</O/Table/Headers[(i)]>>>>`,
    ],
  });
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < 3; page++) made.addPage().drawText('Text', { font });
  made.getForm().createTextField('name').addToPage(made.getPage(0));
  const compact = await made.save({ useObjectStreams: true });
  const ours = await packOf([partOf('a', rich, { ownPages: true }), partOf('b', compact)], { watermark: 'DRAFT' });
  sources.push(rich, compact, ours.bytes);
});

type Harm = (bytes: Uint8Array) => Uint8Array;

const words = [
  'obj',
  'endobj',
  'stream',
  '<<',
  '>>',
  '[',
  '(',
  '/Kids',
  '/Prev 0',
  '0 R',
  '4294967296',
  '-1',
  '\0',
  '%',
  '/Length 9 0 R',
];
const place = fc.double({ min: 0, max: 1, noNaN: true });

const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([where, value]): Harm => (bytes) => {
    const harmed = bytes.slice();
    harmed[Math.floor(where * (bytes.length - 1))] = value;
    return harmed;
  }),
  place.map(
    (where): Harm =>
      (bytes) =>
        bytes.slice(0, Math.floor(where * bytes.length)),
  ),
  fc.tuple(place, place, place).map(([from, size, to]): Harm => (bytes) => {
    const start = Math.floor(from * bytes.length);
    const piece = bytes.slice(start, start + Math.floor(size * 400));
    const at = Math.floor(to * bytes.length);
    return joined([bytes.slice(0, at), piece, bytes.slice(at)]);
  }),
  fc.tuple(place, fc.constantFrom(...words)).map(([where, word]): Harm => (bytes) => {
    const at = Math.floor(where * bytes.length);
    return joined([bytes.slice(0, at), latin1(word), bytes.slice(at + word.length)]);
  }),
  // one number for another: references go astray, counts and offsets lie
  fc.tuple(place, fc.nat(30)).map(([where, value]): Harm => (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    const at = text.slice(Math.floor(where * text.length)).search(/\d+/);
    if (at < 0) return bytes;
    const start = Math.floor(where * text.length) + at;
    return latin1(text.slice(0, start) + text.slice(start).replace(/^\d+/, String(value)));
  }),
);

it('always answers, with a pack that can be opened or with a refusal', { timeout: 120_000 }, async () => {
  const good = partOf('good', makePdf({ pages: [{}] }));
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.array(harm, { minLength: 1, maxLength: 6 }), async (which, harms) => {
      const harmed = harms.reduce((bytes, change) => change(bytes), sources[which]!);
      const facts = inspectPdf(harmed, nodeCodec);
      const { result, pieces } = await tryPack([good, partOf('harmed', harmed), good], { leaveOutRefused: true });
      if (!result.ok) throw new Error('the rest of the pack was not made');
      expect(result.value.leftOut.length > 0).toBe(!facts.ok);
      const reopened = openDocument(joined(pieces), nodeCodec);
      if (!reopened.ok) throw new Error('the pack cannot be opened');
      expect(reopened.value.repaired).toBe(false);
      expect(reopened.value.pages).toHaveLength(2 + (facts.ok ? facts.value.pages : 0));
    }),
    { numRuns: Number(process.env.PACKHORSE_FUZZ_RUNS ?? 250) },
  );
});

it('does not read a hostile file for ever', () => {
  const hostile = [
    '%PDF-1.7\n' + '1 0 obj<</Length 2 0 R>>stream\n'.repeat(60_000),
    '%PDF-1.7\n' + '1 0 obj ('.repeat(60_000),
    '%PDF-1.7\n' + Array.from({ length: 30_000 }, (_, at) => `${at} 0 obj (`).join(''),
    '%PDF-1.7\n' +
      Array.from({ length: 30_000 }, (_, at) => `${at} 0 obj<</A ${at + 1} 0 R/Length ${at + 1} 0 R>>stream\n`).join(
        '',
      ),
    '%PDF-1.7\nxref\n0 9999999999\n' + '0000000000 00000 n \n'.repeat(1000) + 'startxref\n9',
  ];
  const began = performance.now();
  for (const text of hostile) expect(openDocument(latin1(text), nodeCodec).ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(30_000);
});

it('does not lose its way in chains without end', async () => {
  const chain = Array.from({ length: 5000 }, (_, at) => `${extraNumber(1, at + 1)} 0 R`);
  const bytes = makePdf({ pages: [{ entries: `/Group ${extraNumber(1, 0)} 0 R` }], extras: chain });
  expect((await packOf([partOf('a', bytes)])).made.pages).toBe(1);
});
