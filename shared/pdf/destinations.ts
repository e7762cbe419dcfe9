/** Destinations: the page, and the place on it, that a link or bookmark leads to (PDF 32000-1, 12.3.2). */
import type { CopyContext, EntryRule } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { isArray, isDict, Name, Ref, Verbatim, type PdfArray, type PdfValue, type Placed } from './objects.ts';
import { viewTimes } from './sheet.ts';
import { stringBytes } from './strings.ts';
import { nameTree } from './trees.ts';

const mostHops = 5;
const mostViewNumbers = 5;

export interface PagesInPack {
  place(page: PdfValue | undefined): Placed | null;
  /** As in sheet.ts. */
  factor(page: PdfValue | undefined): number;
}

export class Destinations {
  private readonly source: PdfDocument;
  private readonly pages: PagesInPack;
  private named: Map<string, PdfValue> | null = null;

  constructor(source: PdfDocument, pages: PagesInPack) {
    this.source = source;
    this.pages = pages;
  }

  /** As an array with the page's place in the pack; null where it leads to no page that is taken. */
  find(value: PdfValue | undefined): PdfArray | null {
    let found = this.source.resolve(value);
    for (let hop = 0; hop < mostHops; hop++) {
      if (isArray(found)) return this.inPack(found);
      if (isDict(found)) found = this.source.resolve(found.get('D'));
      else {
        const name = found instanceof Name ? found.text : stringBytes(found);
        if (name === null) return null;
        this.named ??= namesOf(this.source);
        found = this.source.resolve(this.named.get(name));
      }
    }
    return null;
  }

  private inPack(destination: PdfArray): PdfArray | null {
    const target = typeof destination[0] === 'number' ? pageRef(this.source, destination[0]) : destination[0];
    const page = this.pages.place(target);
    if (page === null) return null;
    const view = destination.slice(1, 1 + mostViewNumbers).map((item) => this.source.resolve(item));
    const sound = view[0] instanceof Name && view.slice(1).every((item) => isNumberOrNothing(item));
    if (!sound) return [page, new Name('Fit')];
    const factor = this.pages.factor(target);
    return [page, ...(factor === 1 ? view : viewTimes(view, factor))];
  }
}

function isNumberOrNothing(value: PdfValue): boolean {
  return value === null || typeof value === 'number' || (value instanceof Verbatim && stringBytes(value) === null);
}

function pageRef(source: PdfDocument, index: number): Ref | undefined {
  const number = source.pages[index]?.number;
  return number === null || number === undefined ? undefined : new Ref(number);
}

function namesOf(source: PdfDocument): Map<string, PdfValue> {
  const named = new Map<string, PdfValue>();
  for (const [name, value] of source.dict(source.catalogue.get('Dests')) ?? []) named.set(name, value);
  const names = source.dict(source.catalogue.get('Names'));
  for (const [name, value] of nameTree(source, names?.get('Dests'))) named.set(name, value);
  return named;
}

/** A link's /Dest: made explicit, or left out where its page is not in the pack. */
const destinationRule: EntryRule = (value, _dict, copy: CopyContext) => {
  const resolved = copy.source.resolve(value);
  if (isDict(resolved) && !resolved.has('D')) return value;
  const found = copy.destination(resolved);
  if (found !== null) return found;
  copy.tally.linksToNothing++;
  return undefined;
};

export const destinationRules: ReadonlyMap<string, EntryRule> = new Map([['Dest', destinationRule]]);
