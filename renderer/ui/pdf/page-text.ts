/** The text of pages, as the search reads it and as it lies over their pictures: both must agree letter by letter. */
import type { OpenedPdf } from './open-pdf.ts';
import { findAll } from './find-text.ts';
import { wordQuads, type TextPiece, type WordQuad } from './word-quads.ts';

export async function readPageText(pdf: OpenedPdf, page: number): Promise<string> {
  const proxy = await pdf.document.getPage(page);
  const { items } = await proxy.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

/** The corners of some of a page's text, in the page's own units. */
export async function readWordQuads(
  pdf: OpenedPdf,
  page: number,
  start: number,
  end: number,
): Promise<ReadonlyArray<WordQuad>> {
  const proxy = await pdf.document.getPage(page);
  const { items } = await proxy.getTextContent();
  const pieces = items.flatMap((item): TextPiece[] => {
    if (!('str' in item)) return [];
    const { str, hasEOL, width } = item;
    return [{ str, hasEOL, width, transform: item.transform as ReadonlyArray<number> }];
  });
  return wordQuads(pieces, start, end);
}

interface LaidText {
  readonly text: string;
  readonly pieces: ReadonlyArray<{ readonly node: Text; readonly start: number }>;
}

/** The words laid over a page as one text, with where each piece of it stands. */
function laidText(words: HTMLElement): LaidText {
  const pieces: { readonly node: Text; readonly start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLBRElement) {
      text += '\n';
    }
  }
  return { text, pieces };
}

function rangeOver({ pieces }: LaidText, start: number, end: number): Range | null {
  const from = pieces.findLast((piece) => piece.start <= start);
  const to = pieces.findLast((piece) => piece.start < end);
  if (from === undefined || to === undefined) return null;
  const range = document.createRange();
  range.setStart(from.node, Math.min(start - from.start, from.node.length));
  range.setEnd(to.node, Math.min(end - to.start, to.node.length));
  return range;
}

/** A range for each place where the words laid over a page hold the query, in the order of `findAll`. */
export function rangesIn(words: HTMLElement, query: string): ReadonlyArray<Range> {
  const laid = laidText(words);
  return findAll(laid.text, query).flatMap(({ start, end }) => rangeOver(laid, start, end) ?? []);
}

/** The range of some of a page's text; `null` where the words are not laid that far. */
export function rangeAt(words: HTMLElement, start: number, end: number): Range | null {
  return rangeOver(laidText(words), start, end);
}

/** Where a range begins and ends in the page's text; `null` where it marks none of it. */
export function placesOf(words: HTMLElement, range: Range): { readonly start: number; readonly end: number } | null {
  let start: number | null = null;
  let end = 0;
  for (const { node, start: at } of laidText(words).pieces) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    start ??= at + from;
    end = at + to;
  }
  return start === null ? null : { start, end };
}
