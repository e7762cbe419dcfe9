/** Reads `12 0 obj … endobj` where it stands in a file. */
import { startsWithAt } from './bytes.ts';
import { WordFinder } from './word-finder.ts';
import { Keyword, type Lexer } from './lexer.ts';
import { isDict, numberOf, PdfStream, Ref, type PdfDict, type PdfValue } from './objects.ts';

export interface Indirect {
  readonly number: number;
  readonly value: PdfValue;
}

/** What reading needs to know of the file around the object. */
export interface Surroundings {
  /** Looks up a /Length kept in an object of its own; NaN where it is not to be had. */
  readonly lengthOf: (ref: Ref) => number;
  readonly endstream: WordFinder;
  readonly endobj: WordFinder;
}

export function surroundingsOf(bytes: Uint8Array, lengthOf: (ref: Ref) => number): Surroundings {
  return { lengthOf, endstream: new WordFinder(bytes, 'endstream'), endobj: new WordFinder(bytes, 'endobj') };
}

/** The object at the lexer's place; null where none begins there. */
export function readIndirect(lexer: Lexer, around: Surroundings): Indirect | null {
  const number = lexer.next();
  const generation = lexer.next();
  if (typeof number !== 'number' || typeof generation !== 'number') return null;
  const word = lexer.next();
  if (!(word instanceof Keyword) || word.text !== 'obj') return null;
  const value = lexer.value();
  if (isDict(value) && lexer.takes('stream')) return { number, value: streamAt(lexer, value, around) };
  return { number, value };
}

function streamAt(lexer: Lexer, dict: PdfDict, around: Surroundings): PdfStream {
  const { bytes } = lexer;
  let start = lexer.position;
  if (bytes[start] === 13) start++;
  if (bytes[start] === 10) start++;
  const said = dict.get('Length');
  const length = said instanceof Ref ? around.lengthOf(said) : numberOf(said);
  const trusted = length >= 0 && Number.isInteger(length) && endsAt(bytes, start + length);
  return new PdfStream(dict, bytes, start, trusted ? length : lengthFound(bytes, start, around));
}

/** The /Length is right when `endstream` follows it, a line's end or so later. */
function endsAt(bytes: Uint8Array, end: number): boolean {
  if (end > bytes.length) return false;
  for (let at = end; at <= end + 4; at++) {
    if (startsWithAt(bytes, 'endstream', at)) return true;
    const code = bytes[at];
    if (code !== 10 && code !== 13 && code !== 32) return false;
  }
  return false;
}

function lengthFound(bytes: Uint8Array, start: number, around: Surroundings): number {
  let end = around.endstream.from(start);
  if (end < 0) end = around.endobj.from(start);
  if (end < 0) return Math.max(0, bytes.length - start);
  if (end > start && bytes[end - 1] === 10) end--;
  if (end > start && bytes[end - 1] === 13) end--;
  return end - start;
}
