/** Rebuilds a file's index by reading through the whole of it for `12 0 obj`. The last of several wins: it is the newest. */
import { findWord } from './bytes.ts';
import { Lexer } from './lexer.ts';
import { isDict, type PdfDict } from './objects.ts';
import { mostObjects, XrefIndex } from './xref-index.ts';
import type { Xref } from './xref.ts';

const zero = 48;
const nine = 57;
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= zero && code <= nine;
const isWhite = (code: number | undefined): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;

/** Objects found outside object streams, and the trailers' entries, later ones before earlier ones. */
export function scanObjects(bytes: Uint8Array): Xref {
  const index = new XrefIndex();
  for (let at = findWord(bytes, 'obj', 0); at >= 0; at = findWord(bytes, 'obj', at + 3)) {
    const found = headBefore(bytes, at);
    if (found !== null && index.size < mostObjects) index.setOffset(found.number, found.offset);
  }
  const trailer: PdfDict = new Map();
  for (let at = findWord(bytes, 'trailer', 0); at >= 0; at = findWord(bytes, 'trailer', at + 7)) {
    const dict = new Lexer(bytes, at + 7).value();
    if (isDict(dict)) for (const [key, value] of dict) trailer.set(key, value);
  }
  return { index, trailer };
}

/** The `12 0 ` before the word `obj`, read backwards; null where the word is only the end of another. */
function headBefore(bytes: Uint8Array, word: number): { readonly number: number; readonly offset: number } | null {
  let at = word - 1;
  while (isWhite(bytes[at])) at--;
  const generationEnd = at;
  while (isDigit(bytes[at]) && generationEnd - at < 6) at--;
  if (at === generationEnd || !isWhite(bytes[at])) return null;
  while (isWhite(bytes[at])) at--;
  const numberEnd = at;
  let number = 0;
  let scale = 1;
  for (; isDigit(bytes[at]) && numberEnd - at < 10; at--, scale *= 10) number += ((bytes[at] ?? zero) - zero) * scale;
  return at === numberEnd ? null : { number, offset: at + 1 };
}
