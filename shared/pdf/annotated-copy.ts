/** A copy of a file with a reader’s notes in it, as the annotations every other reader knows (PDF 32000-1, 12.5). */
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Codec } from './codec.ts';
import { openDocument, type PdfDocument } from './document.ts';
import { isArray, nameOf, type PdfDict, type PdfValue } from './objects.ts';
import type { Sink } from './pack-plan.ts';
import { shownSize, type PdfPage } from './page-tree.ts';
import type { PdfRefusal } from './refusal.ts';
import { rewrite } from './rewrite.ts';
import { through, uprightMatrix } from './stamp.ts';
import { real, textString } from './strings.ts';

/** The corners of some words on one line, in the page’s own units: upper left, upper right, lower left, lower right. */
export type Quad = readonly [number, number, number, number, number, number, number, number];

export interface NoteOnPage {
  /** Counted from 1. */
  readonly page: number;
  /** Of the words it is on; none for a note on the page as a whole. */
  readonly quads: ReadonlyArray<Quad>;
  /** May be empty where words are only marked. */
  readonly words: string;
  readonly author: string;
}

export interface NotesWritten {
  /** Notes on pages that the file does not name, and which are therefore in no copy. */
  readonly leftOut: number;
}

/** Refuses what the engine cannot read. What the file held before, annotations too, is all in the copy. */
export async function annotatedCopy(
  bytes: Uint8Array,
  notes: ReadonlyArray<NoteOnPage>,
  tools: { readonly sink: Sink; readonly codec: Codec },
): Promise<Result<NotesWritten, PdfRefusal>> {
  const opened = openDocument(bytes, tools.codec);
  if (!opened.ok) return opened;
  const source = opened.value;
  const changed = new Map<number, PdfDict>();
  let leftOut = 0;
  source.pages.forEach((page, at) => {
    const own = notes.filter((note) => note.page === at + 1);
    if (own.length === 0) return;
    if (page.number === null) leftOut += own.length;
    else changed.set(page.number, withNotes(source, page, own));
  });
  await rewrite(source, new Map(), tools, changed);
  return ok({ leftOut });
}

function withNotes(source: PdfDocument, page: PdfPage, notes: ReadonlyArray<NoteOnPage>): PdfDict {
  const held = source.resolve(page.dict.get('Annots'));
  const before: ReadonlyArray<PdfValue> = isArray(held) ? held : [];
  let loose = 0;
  const added = notes.map((note) => (note.quads.length > 0 ? markOf(note) : noteAt(page, note, loose++)));
  return new Map<string, PdfValue>([...page.dict, ['Annots', [...before, ...added]]]);
}

function markOf({ quads, words, author }: NoteOnPage): PdfDict {
  const across = quads.flatMap((quad) => [quad[0], quad[2], quad[4], quad[6]]);
  const up = quads.flatMap((quad) => [quad[1], quad[3], quad[5], quad[7]]);
  return new Map<string, PdfValue>([
    ['Type', nameOf('Annot')],
    ['Subtype', nameOf('Highlight')],
    ['Rect', [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)].map(real)],
    ['QuadPoints', quads.flat().map(real)],
    ['C', [real(0.98), real(0.85), real(0.4)]],
    ['F', 4],
    ['T', textString(author)],
    ['Contents', textString(words)],
  ]);
}

const iconSize = 20;

/** A note on the page as a whole stands in its upper right corner as it is seen; several stand one below another. */
function noteAt(page: PdfPage, { words, author }: NoteOnPage, place: number): PdfDict {
  const { width, height } = shownSize(page);
  const matrix = uprightMatrix(page);
  const top = height - 12 - place * (iconSize + 6);
  const [x1, y1] = through(matrix, width - 12 - iconSize, top - iconSize);
  const [x2, y2] = through(matrix, width - 12, top);
  return new Map<string, PdfValue>([
    ['Type', nameOf('Annot')],
    ['Subtype', nameOf('Text')],
    ['Name', nameOf('Comment')],
    ['Rect', [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)].map(real)],
    ['F', 28],
    ['T', textString(author)],
    ['Contents', textString(words)],
  ]);
}
