/**
 * Pages that save their drawing state and never restore it, or restore what was never saved (PDF 32000-1, 8.4.2). Readers let it
 * pass at the end of a page, but in a pack our stamps come after: such a page's content is evened out.
 */
import type { PdfDocument } from './document.ts';
import { decodeStream } from './filters.ts';
import { PdfStream, type PdfValue } from './objects.ts';
import { textOf } from './strings.ts';

/** Programs whose pages are even by construction: theirs need not be unpacked and read. */
const even =
  /Skia\/PDF|Microsoft|Acrobat|Adobe PDF Library|LibreOffice|Quartz|Ghostscript|pdfTeX|cairo|Prince|PDFium|Packhorse/;
/** Beyond so many packed bytes on one page it is taken as it is. */
const mostPacked = 8_000_000;

export function isEvenByMaker(source: PdfDocument): boolean {
  const maker = textOf(source.resolve(source.dict(source.trailer.get('Info'))?.get('Producer')));
  return maker !== null && even.test(maker);
}

/** The page's content with every save restored and no other restores; null for one that is even, or cannot be read. */
export function evenedOut(source: PdfDocument, contents: ReadonlyArray<PdfValue>): Uint8Array | null {
  const streams: PdfStream[] = [];
  let packed = 0;
  for (const item of contents) {
    const stream = source.resolve(item);
    if (!(stream instanceof PdfStream)) continue;
    streams.push(stream);
    packed += stream.length;
  }
  if (packed > mostPacked) return null;
  const pieces: Uint8Array[] = [];
  for (const stream of streams) {
    const plain = decodeStream(stream, source.codec, (value) => source.resolve(value));
    if (plain === null) return null;
    pieces.push(plain);
  }
  const whole = joinedByLines(pieces);
  const { open, unmatched } = readStates(whole);
  if (open === 0 && unmatched.length === 0) return null;
  const evened = new Uint8Array(whole.length + open * 2);
  evened.set(whole);
  for (const at of unmatched) evened[at] = blank;
  for (let count = 0; count < open; count++) evened.set([letterQ, blank], whole.length + count * 2);
  return evened;
}

const blank = 32;
const lineEnd = 10;
const letterQ = 81;

function joinedByLines(pieces: ReadonlyArray<Uint8Array>): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
    whole[at++] = lineEnd;
  }
  return whole;
}

interface States {
  /** Saves that are never restored. */
  readonly open: number;
  /** Where there is a restore without a save. */
  readonly unmatched: ReadonlyArray<number>;
}

/** 1 for what ends a word: white space and the brackets of PDF (7.2.2). */
const ends = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32, 37, 40, 41, 47, 60, 62, 91, 93, 123, 125]) ends[code] = 1;

const [percent, opening, closing, backslash, less, more, smallQ] = [37, 40, 41, 92, 60, 62, 113] as const;

function readStates(content: Uint8Array): States {
  const unmatched: number[] = [];
  let open = 0;
  let at = 0;
  while (at < content.length) {
    const code = content[at] ?? blank;
    if (code === percent) at = lineAfter(content, at);
    else if (code === opening) at = stringAfter(content, at);
    else if (code === less && content[at + 1] !== less) {
      const end = content.indexOf(more, at);
      at = end < 0 ? content.length : end + 1;
    } else if (ends[code] === 1) {
      at++;
      // A name is no operator.
      if (code === 47) while (at < content.length && ends[content[at] ?? blank] === 0) at++;
    } else {
      const start = at;
      while (at < content.length && ends[content[at] ?? blank] === 0) at++;
      if (at - start === 1 && code === smallQ) open++;
      else if (at - start === 1 && code === letterQ) {
        if (open > 0) open--;
        else unmatched.push(start);
      } else if (at - start === 2 && code === 73 && content[start + 1] === 68) at = pictureAfter(content, at);
    }
  }
  return { open, unmatched };
}

function lineAfter(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== lineEnd && content[at] !== 13) at++;
  return at;
}

function stringAfter(content: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const code = content[at];
    if (code === backslash) at++;
    else if (code === opening) depth++;
    else if (code === closing && --depth === 0) return at + 1;
  }
  return content.length;
}

/** Behind the EI of a picture within the content, whose ID ends at `from` (8.9.7). */
function pictureAfter(content: Uint8Array, from: number): number {
  for (let at = from + 1; at < content.length; at++) {
    if (content[at] !== 69 || content[at + 1] !== 73) continue;
    if (ends[content[at - 1] ?? blank] === 1 && ends[content[at + 2] ?? blank] === 1 && isWords(content, at + 2))
      return at + 2;
  }
  return content.length;
}

/** Whether what follows is the content again, and not the picture's own bytes that happen to look like its end. */
function isWords(content: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, content.length); at++) {
    const code = content[at] ?? blank;
    if (code > 126 || (code < 32 && ends[code] === 0)) return false;
  }
  return true;
}
