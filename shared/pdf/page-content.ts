/** What a page is made of, as far as can be told from the names of its fonts and pictures. */
import type { PdfDocument } from './document.ts';
import { isName, PdfStream, type PdfDict, type PdfValue } from './objects.ts';
import type { PdfPage } from './page-tree.ts';

export interface PageContent {
  /** The page has fonts to set text with. */
  readonly text: boolean;
  readonly picture: boolean;
}

const deepestForm = 4;
const mostForms = 200;

export function pageContent(source: PdfDocument, page: PdfPage): PageContent {
  const found = { text: false, picture: false };
  look(source, source.dict(page.resources), found, 0, { forms: 0 });
  return found;
}

function look(
  source: PdfDocument,
  resources: PdfDict | null,
  found: { text: boolean; picture: boolean },
  depth: number,
  seen: { forms: number },
): void {
  if (resources === null || depth > deepestForm) return;
  if ((source.dict(resources.get('Font'))?.size ?? 0) > 0) found.text = true;
  const drawn: Iterable<PdfValue> = source.dict(resources.get('XObject'))?.values() ?? [];
  for (const value of drawn) {
    if (found.text && found.picture) return;
    if (seen.forms++ > mostForms) return;
    const stream = source.resolve(value);
    if (!(stream instanceof PdfStream)) continue;
    if (isName(source.resolve(stream.dict.get('Subtype')), 'Image')) found.picture = true;
    else look(source, source.dict(stream.dict.get('Resources')), found, depth + 1, seen);
  }
}
