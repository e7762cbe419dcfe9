/** Harms PDFs by chance: the same chance gives the same harm. */
import { joined, latin1 } from './pdf-maker.ts';

/** Numbers from 0 up to, without, 1. */
export type Chance = () => number;

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (
  'obj endobj stream endstream << >> [ ] ( ) < > /Kids /Count /Parent /Length /Filter/FlateDecode /Type/Page /Type/Pages ' +
  '/Type/ObjStm /Type/XRef /First /N /W[1,2,1] /Index /Prev /XRefStm /Root /Encrypt /Annots /AP /N /AS /MK /BC[0] /V /FT/Tx ' +
  '/FT/Btn /FT/Ch /Opt /K /P /S /Pg /StructParents /ParentTree /Nums /Names /Dests /Outlines /Next /Prev /Dest /A /URI ' +
  '/MediaBox /CropBox /Rotate /UserUnit /Contents /Resources /XObject /Font /OCProperties xref trailer startxref %%EOF null true ' +
  '0 R 1 0 R 2 0 R 4 0 R 9 0 R 4294967296 -1 1e99 2147483648 0.0000001 65535 f n BT ET q Q cm Do BI ID EI'
).split(' ');

/** Between one and eight harms, one upon another; `others` are files pieces may come from. */
export function harmed(bytes: Uint8Array, others: ReadonlyArray<Uint8Array>, chance: Chance): Uint8Array {
  let result = bytes;
  const times = 1 + Math.floor(chance() ** 2 * 8);
  for (let time = 0; time < times; time++) result = harmOnce(result, others, chance);
  return result.length > 400_000 ? result.subarray(0, 400_000) : result;
}

function harmOnce(bytes: Uint8Array, others: ReadonlyArray<Uint8Array>, chance: Chance): Uint8Array {
  const upTo = (most: number): number => Math.floor(chance() * most);
  const at = upTo(bytes.length + 1);
  const replaced = (from: number, to: number, piece: Uint8Array): Uint8Array =>
    joined([bytes.subarray(0, from), piece, bytes.subarray(Math.min(to, bytes.length))]);
  switch (upTo(9)) {
    case 0: {
      const copy = bytes.slice();
      for (let flip = 0; flip <= upTo(4) && copy.length > 0; flip++) copy[upTo(copy.length)] = upTo(256);
      return copy;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return replaced(at, at + upTo(200), new Uint8Array(0));
    case 3: {
      const from = upTo(bytes.length);
      return replaced(at, at, bytes.subarray(from, from + upTo(600)));
    }
    case 4:
    case 5: {
      const word = latin1(` ${words[upTo(words.length)] ?? ''} `);
      return replaced(at, chance() < 0.5 ? at : at + word.length, word);
    }
    case 6: {
      const other = others[upTo(others.length)] ?? bytes;
      const from = upTo(other.length);
      return replaced(at, at + upTo(300), other.subarray(from, from + upTo(2000)));
    }
    default: {
      // one number for another: references go astray, counts and offsets lie
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const found = /\d+/g;
      found.lastIndex = at;
      const match = found.exec(text);
      if (match === null) return bytes;
      const number = chance() < 0.8 ? upTo(40) : upTo(2 ** 31);
      return replaced(match.index, match.index + match[0].length, latin1(String(number)));
    }
  }
}
