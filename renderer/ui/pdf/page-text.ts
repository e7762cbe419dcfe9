/** The text of pages, as the search reads it and as it lies over their pictures: both must agree letter by letter. */
import type { OpenedPdf } from './open-pdf.ts';
import { findAll } from './find-text.ts';

export async function readPageText(pdf: OpenedPdf, page: number): Promise<string> {
  const proxy = await pdf.document.getPage(page);
  const { items } = await proxy.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

/** A range for each place where the words laid over a page hold the query, in the order of `findAll`. */
export function rangesIn(words: HTMLElement, query: string): ReadonlyArray<Range> {
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
  return findAll(text, query).flatMap(({ start, end }) => {
    const from = pieces.findLast((piece) => piece.start <= start);
    const to = pieces.findLast((piece) => piece.start < end);
    if (from === undefined || to === undefined) return [];
    const range = document.createRange();
    range.setStart(from.node, Math.min(start - from.start, from.node.length));
    range.setEnd(to.node, Math.min(end - to.start, to.node.length));
    return [range];
  });
}
