import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { wordQuads } from '#renderer/ui/pdf/word-quads.ts';
import { annotatedCopy, type NoteOnPage, type Quad } from '#shared/pdf/annotated-copy.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { joined, makePdf, pageNumber } from '#tests/support/pdf-maker.ts';
import { packOf, pageTexts, partOf, read } from './packing.ts';

const quad: Quad = [60, 712, 120, 712, 60, 700, 120, 700];
const notes: ReadonlyArray<NoteOnPage> = [
  { page: 2, quads: [quad], words: 'Ask – why?', author: 'Ada Fell' },
  { page: 2, quads: [], words: 'On the page', author: 'Bo' },
];

async function copyOf(bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const made = await annotatedCopy(bytes, notes, {
    codec: nodeCodec,
    sink: { write: (piece) => void pieces.push(piece) },
  });
  expect(made).toEqual({ ok: true, value: { leftOut: 0 } });
  return joined(pieces);
}

const linked = makePdf({
  pages: [
    { text: 'One' },
    {
      text: 'Two',
      entries: `/Rotate 90/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 99 99]/Dest[${pageNumber(0)} 0 R/Fit]>>]`,
    },
  ],
});

describe('a copy with notes', () => {
  it('bears them as comments, beside what was there, and every page reads as before', async () => {
    const { bytes } = await packOf([partOf('a', linked), partOf('b', linked)]);
    for (const file of [linked, bytes]) {
      const copy = await copyOf(file);
      expect(await pageTexts(copy)).toEqual(await pageTexts(file));
      const found = await read(copy, async (pdf) => (await pdf.getPage(2)).getAnnotations());
      const told = found.map((one: { subtype: string; contentsObj?: { str: string }; titleObj?: { str: string } }) => [
        one.subtype,
        one.contentsObj?.str,
        one.titleObj?.str,
      ]);
      expect(told).toContainEqual(['Highlight', 'Ask – why?', 'Ada Fell']);
      expect(told).toContainEqual(['Text', 'On the page', 'Bo']);
      expect(told.filter(([subtype]) => subtype === 'Link').length).toBeGreaterThan(0);
    }
  });

  test.skipIf(outsideTool('qpdf') === null)('qpdf finds no fault in it (not run without qpdf)', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-notes-'));
    try {
      const { bytes } = await packOf([partOf('a', linked)]);
      const file = path.join(folder, 'copy.pdf');
      writeFileSync(file, await copyOf(bytes));
      expect(await runOutside('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses what cannot be read', async () => {
    const made = await annotatedCopy(new Uint8Array([1, 2, 3]), notes, {
      codec: nodeCodec,
      sink: { write: () => undefined },
    });
    expect(made.ok).toBe(false);
  });
});

describe('corners of words', () => {
  const piece = { str: 'Transport pilot', hasEOL: true, transform: [10, 0, 0, 10, 50, 700], width: 150 };

  it('cover part of a piece by its share, and go on into the next line', () => {
    const next = { ...piece, str: 'costs', width: 50, transform: [10, 0, 0, 10, 50, 686] };
    const [first, second, ...more] = wordQuads([piece, next], 10, 21);
    expect(more).toEqual([]);
    expect(first).toEqual([150, 708, 200, 708, 150, 697.8, 200, 697.8]);
    expect(second?.[1]).toBe(694);
  });

  it('turn with the words', () => {
    const up = { ...piece, transform: [0, 10, -10, 0, 50, 700] };
    expect(wordQuads([up], 0, 15)[0]).toEqual([42, 700, 42, 850, 52.2, 700, 52.2, 850]);
  });

  it('leave out spaces alone', () => {
    expect(wordQuads([piece], 9, 10)).toEqual([]);
  });
});
