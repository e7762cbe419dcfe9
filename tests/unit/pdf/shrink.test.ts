/** Scans made smaller, judged by qpdf and mutool; the drawing itself is the browser's and is tested there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDocument } from '#shared/pdf/document.ts';
import { picturesDrawn } from '#shared/pdf/picture-places.ts';
import { shrinkScans, type PictureAsked } from '#shared/pdf/shrink.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { extraNumber, joined, latin1, makePdf } from '#tests/support/pdf-maker.ts';

const image = (width: number, height: number, more = ''): string =>
  `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8${more}`;

/** Pages of pictures, each drawn over the whole of its A4 page. */
function scans(...pictures: ReadonlyArray<{ entries: string; content: Uint8Array }>): Uint8Array {
  const count = pictures.length;
  return makePdf({
    pages: pictures.map((_, at) => ({
      content: 'q 1 0 0 1 0 0 cm 595.2 0 0 841.8 0 0 cm /Im0 Do Q',
      resources: `<</XObject<</Im0 ${extraNumber(count, at)} 0 R>>>>`,
    })),
    catalogue: '/Lang(en-GB)',
    extras: pictures,
  });
}

const tiny = latin1('\u00FF\u00D8 smaller \u00FF\u00D9');

async function shrink(bytes: Uint8Array, drawn: Uint8Array | null = tiny) {
  const pieces: Uint8Array[] = [];
  const asked: Array<{ picture: PictureAsked; width: number; height: number }> = [];
  const result = await shrinkScans(bytes, {
    codec: nodeCodec,
    sink: { write: (piece) => void pieces.push(piece) },
    resample: (picture, width, height) => {
      asked.push({ picture, width, height });
      return Promise.resolve(drawn);
    },
  });
  return { result, asked, bytes: joined(pieces) };
}

const fine = { entries: image(4960, 7015, '/Filter/DCTDecode'), content: new Uint8Array(50_000).fill(7) };
const usual = { entries: image(2480, 3508, '/Filter/DCTDecode'), content: new Uint8Array(20_000).fill(8) };

it('asks for 300 dots to the inch of what is finer, and leaves the rest byte for byte', async () => {
  const { result, asked, bytes } = await shrink(scans(fine, usual));
  expect(result).toEqual({ ok: true, value: 1 });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ picture: { type: 'jpeg', width: 4960 }, width: 2480, height: 3508 });
  expect(bytes.length).toBeLessThan(25_000);
  expect(Buffer.from(bytes).includes(Buffer.from(usual.content))).toBe(true);
  expect(Buffer.from(bytes).includes(Buffer.from(fine.content))).toBe(false);
  const opened = openDocument(bytes, nodeCodec);
  expect(opened.ok && [opened.value.repaired, opened.value.pages.length]).toEqual([false, 2]);
});

it('changes nothing where there is nothing to gain', async () => {
  const nothing = { ok: false, refusal: { type: 'NothingToGain' } };
  expect(await shrink(scans(usual))).toEqual({ result: nothing, asked: [], bytes: new Uint8Array(0) });
  expect((await shrink(scans(fine), fine.content)).result).toEqual(nothing);
  expect((await shrink(scans(fine), null)).result).toEqual(nothing);
  for (const entry of ['/SMask 3 0 R', '/Decode[1 0]', '/ImageMask true']) {
    expect((await shrink(scans({ ...fine, entries: fine.entries + entry }))).result).toEqual(nothing);
  }
  expect((await shrink(scans({ entries: image(4960, 7015, '/Filter/JPXDecode'), content: tiny }))).asked).toEqual([]);
});

it('unpacks plain dots; takes scans with words laid over them, and leaves pictures among words alone', async () => {
  const dots = {
    entries: image(6000, 8000, '/Filter/FlateDecode'),
    content: nodeCodec.deflate(new Uint8Array(48_000_000)),
  };
  const { asked } = await shrink(scans(dots));
  expect(asked[0]?.picture).toMatchObject({ type: 'dots', channels: 1, width: 6000, height: 8000 });
  const worded = Buffer.from(scans(fine)).toString('latin1').replace('/XObject<<', '/Font<</F1 3 0 R>>/XObject<<');
  expect((await shrink(latin1(worded))).asked).toHaveLength(1);
  const small = worded.replace('595.2 0 0 841.8 0 0 cm', '95.25 0 0 41.85 0 0 cm');
  expect(small).toHaveLength(worded.length);
  expect((await shrink(latin1(small))).asked).toEqual([]);
});

it('reckons by the largest place a picture is drawn at, turned and within forms', () => {
  const file = makePdf({
    pages: [
      {
        content:
          'q 0 72 -72 0 0 0 cm /Im Do Q BI /W 1 /H 1 ID q Q cm Do EI q 2 0 0 2 0 0 cm /Fm Do Q q 3 0 0 1 0 0 cm 0 72 -72 0 0 0 cm /Wide Do Q',
        resources: `<</XObject<</Im ${extraNumber(1, 0)} 0 R/Fm ${extraNumber(1, 1)} 0 R/Wide ${extraNumber(1, 2)} 0 R>>>>`,
      },
    ],
    extras: [
      { entries: image(600, 600), content: new Uint8Array(4) },
      {
        entries: `/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[72 0 0 72 0 0]/Resources<</XObject<</Im ${extraNumber(1, 0)} 0 R>>>>`,
        content: latin1('/Im Do'),
      },
      { entries: image(600, 300), content: new Uint8Array(4) },
    ],
  });
  const opened = openDocument(file, nodeCodec);
  if (!opened.ok) throw new Error('not opened');
  const found = picturesDrawn(opened.value, opened.value.pages, nodeCodec);
  expect(
    [...found].map(([number, { resolution, share }]) => [number, resolution, Math.round(share * 595 * 842)]),
  ).toEqual([
    [extraNumber(1, 0), 300, 144 * 144],
    [extraNumber(1, 2), 100, 72 * 216],
  ]);
});

it.skipIf(outsideTool('qpdf') === null)('writes an index and a page tree that qpdf can follow', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-smaller-'));
  try {
    const plain = {
      entries: image(4960, 7015, '/Filter/FlateDecode'),
      content: nodeCodec.deflate(new Uint8Array(4960 * 7015)),
    };
    const { bytes } = await shrink(scans(plain, { entries: image(3, 3), content: new Uint8Array(9) }));
    const file = path.join(folder, 'smaller.pdf');
    writeFileSync(file, bytes);
    // the picture itself is none here, so only what stands around it is judged
    expect(await runOutside('qpdf', ['--show-xref', file])).toContain('1/0: ');
    expect((await runOutside('qpdf', ['--show-npages', file])).trim()).toBe('2');
    expect(await runOutside('qpdf', ['--show-object=trailer', file])).toContain('/Root');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
