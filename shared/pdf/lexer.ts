/**
 * Reads values out of bytes. Never throws: what cannot be read becomes null, and nesting deeper than any honest file
 * ends the reading.
 */
import { latin1Bytes } from './bytes.ts';
import { Name, nameOf, Ref, Verbatim, type PdfDict, type PdfValue } from './objects.ts';

/** A bare word such as `obj` or `endstream`. */
export class Keyword {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const deepest = 100;
const white = 1;
const delimiter = 2;
const kindOf = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kindOf[code] = white;
for (const sign of '()<>[]{}/%') kindOf[sign.charCodeAt(0)] = delimiter;

const zero = 48;
const nine = 57;
const emptyString = latin1Bytes('()');

export class Lexer {
  position: number;
  readonly bytes: Uint8Array;
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = Math.max(0, position);
    this.end = Math.min(end, bytes.length);
  }

  skipWhite(): void {
    const { bytes, end } = this;
    let at = this.position;
    while (at < end) {
      const code = bytes[at] ?? 0;
      if (kindOf[code] === white) at++;
      else if (code === 37) while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
      else break;
    }
    this.position = at;
  }

  /** The next value; a Keyword where a bare word stands; undefined at the end. */
  next(depth = 0): PdfValue | Keyword | undefined {
    this.skipWhite();
    const { bytes, position: start } = this;
    if (start >= this.end) return undefined;
    const code = bytes[start] ?? 0;
    if (code === 47) return this.name(start);
    if ((code >= zero && code <= nine) || code === 43 || code === 45 || code === 46) return this.number(start, code);
    if (code === 60) return bytes[start + 1] === 60 ? this.dictionary(start + 2, depth) : this.hexString(start);
    if (code === 91) return this.array(start + 1, depth);
    if (code === 40) return this.literalString(start);
    return this.word(start);
  }

  /** The next value; null where there is none or a bare word stands there. */
  value(): PdfValue {
    const value = this.next();
    return value === undefined || value instanceof Keyword ? null : value;
  }

  /** Steps over the given word; false, without moving, where another stands. */
  takes(word: string): boolean {
    this.skipWhite();
    for (let at = 0; at < word.length; at++) if (this.bytes[this.position + at] !== word.charCodeAt(at)) return false;
    this.position += word.length;
    return true;
  }

  private endOfToken(from: number): number {
    let at = from;
    while (at < this.end && kindOf[this.bytes[at] ?? 0] === 0) at++;
    return at;
  }

  private textBetween(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(this.bytes[at] ?? 0);
    return text;
  }

  private name(start: number): Name {
    const end = this.endOfToken(start + 1);
    this.position = end;
    const known = rememberedName(this.bytes, start + 1, end);
    if (known !== null) return known;
    const raw = this.textBetween(start + 1, end);
    const text = raw.includes('#')
      ? raw.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : raw;
    return rememberName(this.bytes, start + 1, end, nameOf(text));
  }

  private word(start: number): PdfValue | Keyword {
    const end = Math.max(this.endOfToken(start), start + 1);
    this.position = end;
    const text = this.textBetween(start, Math.min(end, start + 32));
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null') return null;
    return new Keyword(text);
  }

  private number(start: number, first: number): PdfValue {
    const { bytes } = this;
    let whole = first !== 46 && first !== 43;
    let value = 0;
    let at = start + (first === 45 ? 1 : 0);
    for (; at < this.end; at++) {
      const code = bytes[at] ?? 0;
      if (code >= zero && code <= nine) value = value * 10 + code - zero;
      else if (kindOf[code] === 0) whole = false;
      else break;
    }
    this.position = at;
    if (!whole || value > Number.MAX_SAFE_INTEGER) return this.real(start, at);
    if (first === 45) return value === 0 ? 0 : -value;
    return this.reference(value, at) ?? value;
  }

  private reference(value: number, from: number): Ref | null {
    const { bytes, end } = this;
    let at = from;
    while (at < end && kindOf[bytes[at] ?? 0] === white) at++;
    const generation = at;
    while (at < end && (bytes[at] ?? 0) >= zero && (bytes[at] ?? 0) <= nine) at++;
    if (at === generation || generation === from) return null;
    const afterGeneration = at;
    while (at < end && kindOf[bytes[at] ?? 0] === white) at++;
    if (at === afterGeneration || bytes[at] !== 82) return null;
    if (at + 1 < end && kindOf[bytes[at + 1] ?? 0] === 0) return null;
    this.position = at + 1;
    return new Ref(value);
  }

  /** A real as it stands if it is one; else the number other readers make of the muddle. */
  private real(start: number, end: number): PdfValue {
    const text = this.textBetween(start, Math.min(end, start + 64));
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text) && end - start <= 64) return new Verbatim(this.bytes, start, end);
    const mended = Number.parseFloat(text.replace(/^[-+]*(?=[-+])/, '').replaceAll(/(?<=.)[-+].*$/g, ''));
    if (!Number.isFinite(mended)) return 0;
    const written = latin1Bytes(mended.toFixed(6));
    return new Verbatim(written, 0, written.length);
  }

  private literalString(start: number): Verbatim {
    const { bytes, end } = this;
    let open = 1;
    let at = start + 1;
    for (; at < end && open > 0; at++) {
      const code = bytes[at];
      if (code === 92) at++;
      else if (code === 40) open++;
      else if (code === 41) open--;
    }
    this.position = Math.min(at, end);
    return open > 0 || at > end ? new Verbatim(emptyString, 0, 2) : new Verbatim(bytes, start, at);
  }

  private hexString(start: number): Verbatim {
    const { bytes, end } = this;
    let clean = true;
    let at = start + 1;
    for (; at < end && bytes[at] !== 62; at++) {
      const code = bytes[at] ?? 0;
      const isHex = (code >= zero && code <= nine) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
      if (!isHex && kindOf[code] !== white) clean = false;
    }
    this.position = Math.min(at + 1, end);
    if (at >= end) return new Verbatim(emptyString, 0, 2);
    if (clean) return new Verbatim(bytes, start, at + 1);
    const mended = latin1Bytes(`<${this.textBetween(start, at).replaceAll(/[^0-9A-Fa-f]/g, '')}>`);
    return new Verbatim(mended, 0, mended.length);
  }

  private array(from: number, depth: number): PdfValue {
    this.position = depth > deepest ? this.end : from;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.position >= this.end) return items;
      if (this.bytes[this.position] === 93) {
        this.position++;
        return items;
      }
      const item = this.next(depth + 1);
      if (item instanceof Keyword) {
        if (item.text === 'endobj' || item.text === 'obj' || item.text === '>') return items;
      } else if (item !== undefined) items.push(item);
    }
  }

  private dictionary(from: number, depth: number): PdfDict {
    this.position = depth > deepest ? this.end : from;
    const dict: PdfDict = new Map();
    for (;;) {
      this.skipWhite();
      if (this.position >= this.end) return dict;
      if (this.bytes[this.position] === 62) {
        this.position += this.bytes[this.position + 1] === 62 ? 2 : 1;
        return dict;
      }
      const before = this.position;
      const key = this.next(depth + 1);
      if (key instanceof Keyword && (key.text === 'endobj' || key.text === 'stream')) {
        this.position = before;
        return dict;
      }
      if (!(key instanceof Name)) continue;
      const beforeValue = this.position;
      const value = this.next(depth + 1);
      if (value instanceof Keyword) {
        // `/Key >>` leaves the key without a value; the bracket still closes the dictionary
        if (value.text === '>' || value.text === 'endobj') this.position = beforeValue;
        continue;
      }
      if (value !== undefined && value !== null) dict.set(key.text, value);
    }
  }
}

/** Names already met, found by their bytes so that no text need be made of them again. */
const slots = 8192;
const remembered: Array<{ readonly written: Uint8Array; readonly name: Name } | undefined> = Array.from({
  length: slots,
});

function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash & (slots - 1);
}

function rememberedName(bytes: Uint8Array, start: number, end: number): Name | null {
  const entry = remembered[slotOf(bytes, start, end)];
  if (entry === undefined || entry.written.length !== end - start) return null;
  for (let at = start; at < end; at++) if (entry.written[at - start] !== bytes[at]) return null;
  return entry.name;
}

function rememberName(bytes: Uint8Array, start: number, end: number, name: Name): Name {
  if (end - start <= 64) remembered[slotOf(bytes, start, end)] = { written: bytes.slice(start, end), name };
  return name;
}
