/** Reads the index of a file: tables, streams, both at once, and chains of them from one update to the last. */
import { findLastWord } from './bytes.ts';
import type { Codec } from './codec.ts';
import { decodeStream } from './filters.ts';
import { readIndirect, surroundingsOf } from './indirect.ts';
import { Keyword, Lexer } from './lexer.ts';
import { isArray, isDict, numberOf, PdfStream, type PdfDict, type PdfValue } from './objects.ts';
import { mostObjects, XrefIndex } from './xref-index.ts';

export interface Xref {
  readonly index: XrefIndex;
  readonly trailer: PdfDict;
}

const mostUpdates = 2000;
const plain = (value: PdfValue | undefined): PdfValue => value ?? null;

/**
 * The file's own index; null where it is missing or broken, so that it must be rebuilt.
 * `header` is where `%PDF-` stands, from which offsets are counted.
 */
export function readXref(bytes: Uint8Array, header: number, codec: Codec): Xref | null {
  const word = findLastWord(bytes, 'startxref');
  if (word < 0) return null;
  const index = new XrefIndex();
  let trailer: PdfDict | null = null;
  const todo: PdfValue[] = [new Lexer(bytes, word + 9).value()];
  const seen = new Set<number>();
  for (let offset = todo.shift(); offset !== undefined; offset = todo.shift()) {
    if (typeof offset !== 'number' || seen.has(offset)) continue;
    if (seen.size > mostUpdates) return null;
    seen.add(offset);
    const lexer = new Lexer(bytes, offset + header);
    const section = lexer.takes('xref') ? readTable(lexer, index, header) : readStream(lexer, index, header, codec);
    if (section === null || index.size > mostObjects) return null;
    trailer ??= section;
    // a hybrid file's stream comes before the table's predecessor
    if (section.has('XRefStm')) todo.unshift(plain(section.get('XRefStm')));
    const previous = numberOf(section.get('Prev'));
    if (previous > 0) todo.push(previous);
  }
  return trailer === null ? null : { index, trailer };
}

/** One section of table, up to and with its trailer; what a later update said stands. */
function readTable(lexer: Lexer, index: XrefIndex, header: number): PdfDict | null {
  for (;;) {
    let start = lexer.next();
    if (start instanceof Keyword && start.text === 'trailer') {
      const trailer = lexer.value();
      return isDict(trailer) ? trailer : null;
    }
    const count = lexer.next();
    if (typeof start !== 'number' || typeof count !== 'number' || start < 0 || count < 0) return null;
    for (let i = 0; i < count; i++) {
      const offset = lexer.next();
      const generation = lexer.next();
      const kind = lexer.next();
      if (typeof offset !== 'number' || typeof generation !== 'number' || !(kind instanceof Keyword)) return null;
      // the head of the free list is object 0; some writers count it as 1 and with it all that follow
      if (i === 0 && start === 1 && offset === 0 && generation === 65535 && kind.text === 'f') start = 0;
      if (index.has(start + i)) continue;
      if (kind.text === 'n' && offset > 0) index.setOffset(start + i, offset + header);
      else if (kind.text === 'f') index.setFree(start + i);
      if (index.size > mostObjects) return null;
    }
  }
}

function readStream(lexer: Lexer, index: XrefIndex, header: number, codec: Codec): PdfDict | null {
  const stream = readIndirect(
    lexer,
    surroundingsOf(lexer.bytes, () => Number.NaN),
  )?.value;
  if (!(stream instanceof PdfStream)) return null;
  const content = decodeStream(stream, codec, plain);
  const widths = stream.dict.get('W');
  if (content === null || !isArray(widths) || widths.length < 3) return null;
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths.map((width) => numberOf(width));
  const width = kindWidth + secondWidth + thirdWidth;
  if (!(width > 0 && width <= 24) || Math.min(kindWidth, secondWidth, thirdWidth) < 0) return null;
  const said = stream.dict.get('Index');
  const ranges = isArray(said) ? said : [0, stream.dict.get('Size') ?? 0];
  let at = 0;
  const field = (size: number): number => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + (content[at++] ?? 0);
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const start = numberOf(ranges[range]);
    const count = numberOf(ranges[range + 1]);
    if (!(start >= 0 && count >= 0)) return null;
    for (let number = start; number < start + count && at + width <= content.length; number++) {
      const kind = kindWidth > 0 ? field(kindWidth) : 1;
      const second = field(secondWidth);
      const third = field(thirdWidth);
      if (index.has(number)) continue;
      if (kind === 1) index.setOffset(number, second + header);
      else if (kind === 2) index.setInStream(number, second, third);
      else index.setFree(number);
      if (index.size > mostObjects) return null;
    }
  }
  return stream.dict;
}
