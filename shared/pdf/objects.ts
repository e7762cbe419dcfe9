/** The kinds of value a PDF is made of. Whole numbers are numbers; strings and reals are kept byte for byte. */

export type PdfValue = null | boolean | number | Name | Ref | Placed | Verbatim | PdfDict | PdfArray | PdfStream;
export type PdfDict = Map<string, PdfValue>;
export type PdfArray = ReadonlyArray<PdfValue>;

/** A name such as /Type. `text` has its #xx escapes undone, so that /J#61vaScript is seen for what it is. */
export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A reference to an object of the file it was read from. */
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A reference to an object of the pack being made. Never comes out of a file. */
export class Placed {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A string (with its brackets) or a real, as it stood in the file. */
export class Verbatim {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }
}

/** A stream, its content neither decoded nor copied: `length` bytes of `bytes` from `start`. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly length: number;
  constructor(dict: PdfDict, bytes: Uint8Array, start: number, length: number) {
    this.dict = dict;
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }
}

const commonNames = new Map<string, Name>();
const mostCommonNames = 4096;

/** One Name for each text, as long as there are not absurdly many of them. */
export function nameOf(text: string): Name {
  const known = commonNames.get(text);
  if (known !== undefined) return known;
  const name = new Name(text);
  if (commonNames.size < mostCommonNames) commonNames.set(text, name);
  return name;
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return Array.isArray(value);
}

export function isName(value: PdfValue | undefined, text: string): boolean {
  return value instanceof Name && value.text === text;
}

/** A whole number or a real; NaN for anything else. */
export function numberOf(value: PdfValue | undefined): number {
  if (typeof value === 'number') return value;
  if (!(value instanceof Verbatim)) return Number.NaN;
  let text = '';
  for (let at = value.start; at < value.end && at < value.start + 40; at++) {
    text += String.fromCharCode(value.bytes[at] ?? 0);
  }
  return Number.parseFloat(text);
}
