/** Writes values in PDF's own words. */
import type { ByteBuilder } from './byte-builder.ts';
import { Name, PdfStream, Placed, Ref, Verbatim, type PdfDict, type PdfValue } from './objects.ts';

/** What is done to references and dictionaries on their way from a source into the pack. */
export interface Hand {
  readonly place: (ref: Ref) => Placed | null;
  readonly entry: (key: string, value: PdfValue, dict: PdfDict) => PdfValue | undefined;
  readonly reshape: (dict: PdfDict) => PdfDict;
}

/** For values of our own making, which refer to nothing outside the pack. */
export const ownHand: Hand = { place: () => null, entry: (_key, value) => value, reshape: (dict) => dict };

const space = 32;
const slash = 47;
const hexDigits = '0123456789ABCDEF';
const regular = new Uint8Array(256);
for (let code = 33; code < 127; code++) regular[code] = 1;
for (const sign of '()<>[]{}/%#') regular[sign.charCodeAt(0)] = 0;

export function writeValue(out: ByteBuilder, value: PdfValue, hand: Hand): void {
  if (typeof value === 'number') {
    if (Number.isInteger(value)) out.whole(value);
    else out.text(Number.isFinite(value) ? value.toFixed(4) : '0');
  } else if (value instanceof Name) writeName(out, value.text);
  else if (value instanceof Ref) writePlace(out, hand.place(value));
  else if (value instanceof Verbatim) out.part(value.bytes, value.start, value.end);
  else if (value instanceof Map) writeDict(out, value, hand);
  else if (value instanceof Placed) writePlace(out, value);
  else if (value === null || value instanceof PdfStream) out.text('null');
  else if (typeof value === 'boolean') out.text(value ? 'true' : 'false');
  else writeArray(out, value, hand);
}

function writeArray(out: ByteBuilder, items: ReadonlyArray<PdfValue>, hand: Hand): void {
  out.byte(91);
  for (let at = 0; at < items.length; at++) {
    if (at > 0) out.byte(space);
    writeValue(out, items[at] ?? null, hand);
  }
  out.byte(93);
}

export function writeDict(out: ByteBuilder, dict: PdfDict, hand: Hand): void {
  const shaped = hand.reshape(dict);
  out.text('<<');
  for (const [key, held] of shaped) {
    const value = hand.entry(key, held, shaped);
    if (value === undefined || value === null) continue;
    writeName(out, key);
    out.byte(space);
    writeValue(out, value, hand);
  }
  out.text('>>');
}

function writePlace(out: ByteBuilder, place: Placed | null): void {
  if (place === null) {
    out.text('null');
    return;
  }
  out.whole(place.number);
  out.text(' 0 R');
}

function writeName(out: ByteBuilder, text: string): void {
  out.byte(slash);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) & 255;
    if (regular[code] === 1) out.byte(code);
    else {
      out.byte(35);
      out.byte(hexDigits.charCodeAt(code >> 4));
      out.byte(hexDigits.charCodeAt(code & 15));
    }
  }
}
