/**
 * The font that stamps are set in, as it goes into a pack: a TrueType font out of the file a web page would load (WOFF 1.0,
 * W3C 2012), with the widths its letters have (OpenType: head, hhea, hmtx, cmap format 4, OS/2).
 */
import type { Codec } from './codec.ts';
import { winAnsiLetters, type Widths } from './lettering.ts';

export interface StampFont {
  /** As a PDF names it, such as `SourceSans3-Regular`. */
  readonly name: string;
  /** The font's own file. */
  readonly program: Uint8Array;
  readonly widths: Widths;
  /** In thousandths of the letter size: lower left and upper right corner of the largest letter. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

/** Tables that draw and measure letters; what says how they are laid out is for programs that set text. */
const kept = new Set(['cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']);

/** Throws for what is no WOFF file of a TrueType font: it is one of our own. */
export function readStampFont(woff: Uint8Array, name: string, codec: Codec): StampFont {
  const tables = tablesOf(woff, codec);
  const table = (tag: string): DataView => {
    const found = tables.find((one) => one.tag === tag);
    if (found === undefined) throw new Error(`No ${tag} in the font`);
    return viewOf(found.bytes);
  };
  const head = table('head');
  const thousandths = (units: number): number => Math.round((units * 1000) / head.getUint16(18));
  const glyphOf = characterMap(table('cmap'));
  const metrics = table('hmtx');
  const lastMetric = table('hhea').getUint16(34) - 1;
  const widths = new Map<number, number>();
  for (const [code, letter] of winAnsiLetters()) {
    const glyph = glyphOf(letter.codePointAt(0) ?? 0);
    if (glyph > 0) widths.set(code, thousandths(metrics.getUint16(Math.min(glyph, lastMetric) * 4)));
  }
  const os2 = table('OS/2');
  const corner = (at: number): number => thousandths(head.getInt16(at));
  return {
    name,
    program: fontFile(tables.filter(({ tag }) => kept.has(tag))),
    widths,
    box: [corner(36), corner(38), corner(40), corner(42)],
    ascent: thousandths(os2.getInt16(68)),
    descent: thousandths(os2.getInt16(70)),
    capHeight: thousandths(os2.getInt16(88)),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tablesOf(woff: Uint8Array, codec: Codec): ReadonlyArray<Table> {
  const file = viewOf(woff);
  if (file.getUint32(0) !== 0x774f4646) throw new Error('Not a WOFF file');
  return Array.from({ length: file.getUint16(12) }, (_, at) => {
    const entry = 44 + at * 20;
    const start = file.getUint32(entry + 4);
    const packed = woff.subarray(start, start + file.getUint32(entry + 8));
    const length = file.getUint32(entry + 12);
    return {
      tag: String.fromCharCode(...woff.subarray(entry, entry + 4)),
      checksum: file.getUint32(entry + 16),
      bytes: packed.length < length ? codec.inflate(packed) : packed,
    };
  });
}

/** Which glyph shows a character; 0 for none. */
function characterMap(cmap: DataView): (point: number) => number {
  for (let at = 0; at < cmap.getUint16(2); at++) {
    const start = cmap.getUint32(4 + at * 8 + 4);
    if (cmap.getUint16(start) !== 4) continue;
    const segments = cmap.getUint16(start + 6) / 2;
    const field = (list: number, segment: number): number => start + 14 + list * segments * 2 + segment * 2;
    return (point) => {
      for (let segment = 0; segment < segments; segment++) {
        if (cmap.getUint16(field(0, segment)) < point) continue;
        const first = cmap.getUint16(field(1, segment) + 2);
        if (first > point) return 0;
        const shift = cmap.getUint16(field(2, segment) + 2);
        const rangeAt = field(3, segment) + 2;
        const range = cmap.getUint16(rangeAt);
        if (range === 0) return (point + shift) & 0xffff;
        const glyph = cmap.getUint16(rangeAt + range + (point - first) * 2);
        return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('No character map of format 4 in the font');
}

/** The tables put together as a TrueType file, each at a multiple of four bytes. */
function fontFile(tables: ReadonlyArray<Table>): Uint8Array {
  const padded = (length: number): number => (length + 3) & ~3;
  const start = 12 + tables.length * 16;
  const file = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), start));
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tables.length - power) * 16);
  let at = start;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    file.set(bytes, at);
    at += padded(bytes.length);
  });
  return file;
}
