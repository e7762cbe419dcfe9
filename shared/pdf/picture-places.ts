/** How fine the pictures on a page are drawn: follows `q`, `Q`, `cm` and `Do` through the page's content and its forms. */
import type { Codec } from './codec.ts';
import type { PdfDocument } from './document.ts';
import { decodeStream } from './filters.ts';
import { Keyword, Lexer } from './lexer.ts';
import { isArray, isName, Name, numberOf, PdfStream, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { shownSize, type PdfPage } from './page-tree.ts';

type Matrix = readonly [number, number, number, number, number, number];

const deepestForm = 4;
const mostOperators = 200_000;
const still: Matrix = [1, 0, 0, 1, 0, 0];

/** How a picture is drawn, at the largest of its places. */
export interface PictureDrawn {
  /** In dots to the inch. */
  readonly resolution: number;
  /** Of its page's area, from 0 to 1. */
  readonly share: number;
}

/** The pictures on these pages by object number; those written into the content itself are left out. */
export function picturesDrawn(
  source: PdfDocument,
  pages: ReadonlyArray<PdfPage>,
  codec: Codec,
): ReadonlyMap<number, PictureDrawn> {
  const found = new Map<number, PictureDrawn>();
  for (const page of pages) {
    const { width, height } = shownSize(page);
    const look: Look = { source, codec, unit: page.userUnit, area: width * height, found, left: mostOperators };
    const content = contentOf(source, page, codec);
    if (content !== null) follow(content, source.dict(page.resources), still, look, 0);
  }
  return found;
}

interface Look {
  readonly source: PdfDocument;
  readonly codec: Codec;
  readonly unit: number;
  /** Of the page, in square points. */
  readonly area: number;
  readonly found: Map<number, PictureDrawn>;
  left: number;
}

/** The page's streams as one; null where one of them is packed in a way that is not undone here. */
function contentOf(source: PdfDocument, page: PdfPage, codec: Codec): Uint8Array | null {
  const held = page.dict.get('Contents') ?? null;
  const resolved = source.resolve(held);
  const pieces: Uint8Array[] = [];
  for (const item of isArray(resolved) ? resolved : [held]) {
    const stream = source.resolve(item);
    if (!(stream instanceof PdfStream)) continue;
    const piece = decodeStream(stream, codec, (value) => source.resolve(value));
    if (piece === null) return null;
    pieces.push(piece);
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, 0)).fill(32);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length + 1;
  }
  return whole;
}

function follow(content: Uint8Array, resources: PdfDict | null, outer: Matrix, look: Look, depth: number): void {
  const lexer = new Lexer(content);
  const kept: Matrix[] = [];
  let matrix = outer;
  let operands: PdfValue[] = [];
  for (let next = lexer.next(); next !== undefined && look.left > 0; next = lexer.next()) {
    if (!(next instanceof Keyword)) {
      if (operands.length < 64) operands.push(next);
      continue;
    }
    look.left--;
    if (next.text === 'q') kept.push(matrix);
    else if (next.text === 'Q') matrix = kept.pop() ?? outer;
    else if (next.text === 'cm') matrix = times(matrixOf(operands), matrix);
    else if (next.text === 'Do') draw(operands.at(-1), resources, matrix, look, depth);
    // a picture written into the content: its bytes are no operators
    else if (next.text === 'ID') lexer.position = endOfInline(content, lexer.position);
    operands = [];
  }
}

function draw(name: PdfValue | undefined, resources: PdfDict | null, matrix: Matrix, look: Look, depth: number): void {
  const { source } = look;
  if (!(name instanceof Name)) return;
  const held = source.dict(resources?.get('XObject'))?.get(name.text);
  const stream = source.resolve(held);
  if (!(stream instanceof PdfStream)) return;
  const { dict } = stream;
  if (isName(source.resolve(dict.get('Subtype')), 'Form')) {
    if (depth >= deepestForm) return;
    const content = decodeStream(stream, look.codec, (value) => source.resolve(value));
    const own = source.resolve(dict.get('Matrix'));
    const inner = times(matrixOf(isArray(own) ? own.map((part) => source.resolve(part)) : []), matrix);
    if (content !== null) follow(content, source.dict(dict.get('Resources')) ?? resources, inner, look, depth + 1);
    return;
  }
  if (!(held instanceof Ref)) return;
  const across = (Math.hypot(matrix[0], matrix[1]) * look.unit) / 72;
  const up = (Math.hypot(matrix[2], matrix[3]) * look.unit) / 72;
  const width = numberOf(source.resolve(dict.get('Width')));
  const height = numberOf(source.resolve(dict.get('Height')));
  const resolution = Math.min(width / across, height / up);
  if (!(resolution > 0 && Number.isFinite(resolution))) return;
  const known = look.found.get(held.number);
  if (known !== undefined && known.resolution <= resolution) return;
  look.found.set(held.number, { resolution, share: (across * up * 72 * 72) / look.area });
}

function endOfInline(content: Uint8Array, from: number): number {
  const isWhite = (code: number | undefined): boolean => code === undefined || code === 32 || (code >= 9 && code <= 13);
  for (let at = from; at + 1 < content.length; at++) {
    const ends = content[at] === 69 && content[at + 1] === 73;
    if (ends && isWhite(content[at - 1]) && isWhite(content[at + 2])) return at + 2;
  }
  return content.length;
}

function matrixOf(operands: ReadonlyArray<PdfValue>): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.slice(-6).map((operand) => numberOf(operand));
  const matrix: Matrix = [a, b, c, d, e, f];
  return operands.length >= 6 && matrix.every((part) => Number.isFinite(part)) ? matrix : still;
}

/** First the one, then the other. */
function times(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = then;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
