/** Finds the words a note quotes, in the version it was made on and in later ones. */
import { contextLength, longestQuote } from './note.ts';

export interface Anchor {
  /** Where it stood, counted from 1 within the paper. */
  readonly page: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

export interface Placed {
  readonly page: number;
  /** Places in the page's text, from and to. */
  readonly start: number;
  readonly end: number;
}

/** An anchor for words of a page's text. */
export function anchorAt(text: string, page: number, start: number, end: number): Anchor {
  return {
    page,
    quote: text.slice(start, Math.min(end, start + longestQuote)),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  };
}

/** Letters and figures alone, with where each stood: line ends, hyphens at them and spaces differ from one making to the next. */
function bare(text: string): { readonly letters: string; readonly places: ReadonlyArray<number> } {
  let letters = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    if (/[\p{L}\p{N}]/u.test(sign)) {
      const small = sign.toLowerCase();
      letters += small;
      for (let unit = 0; unit < small.length; unit++) places.push(at);
    }
    at += sign.length;
  }
  return { letters, places };
}

/** How many letters agree, outwards from the quoted words. */
function agreeing(a: string, b: string, fromEnd: boolean): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most) {
    const one = fromEnd ? a[a.length - 1 - count] : a[count];
    const other = fromEnd ? b[b.length - 1 - count] : b[count];
    if (one !== other) break;
    count++;
  }
  return count;
}

interface Candidate extends Placed {
  readonly context: number;
}

/**
 * Where the quoted words stand now; `null` where they are gone, or where they stand several times and nothing tells which.
 *
 * @param texts the text of each page of the paper, in order
 */
export function placeQuote(anchor: Anchor, texts: ReadonlyArray<string>): Placed | null {
  const quote = bare(anchor.quote).letters;
  if (quote === '') return null;
  const before = bare(anchor.before).letters;
  const after = bare(anchor.after).letters;
  const found: Candidate[] = [];
  for (const [index, text] of texts.entries()) {
    const { letters, places } = bare(text);
    for (let at = letters.indexOf(quote); at >= 0; at = letters.indexOf(quote, at + 1)) {
      const start = places[at] ?? 0;
      const end = (places[at + quote.length - 1] ?? 0) + 1;
      const context =
        agreeing(letters.slice(0, at), before, true) + agreeing(letters.slice(at + quote.length), after, false);
      found.push({ page: index + 1, start, end, context });
    }
  }
  const [best, next] = found.sort(
    (a, b) => b.context - a.context || Math.abs(a.page - anchor.page) - Math.abs(b.page - anchor.page),
  );
  if (best === undefined) return null;
  if (next !== undefined && next.context === best.context) {
    // Alike in their surroundings: only one that stands where it stood is certain.
    const here = found.filter(({ page, context }) => page === anchor.page && context === best.context);
    const [only, other] = here;
    return only !== undefined && other === undefined ? placedOf(only) : null;
  }
  // A word or two that stand amid wholly other words are not the words that were marked.
  const isTelling = quote.length >= 12 || best.context >= 6;
  return isTelling ? placedOf(best) : null;
}

function placedOf({ page, start, end }: Candidate): Placed {
  return { page, start, end };
}
