/** PDF strings: out of their brackets, and into text and back (PDF 32000-1, 7.3.4 and 7.9.2). */
import { latin1Bytes, latin1Of, textOfUtf8 } from './bytes.ts';
import { Verbatim, type PdfValue } from './objects.ts';

/** The string's bytes, one character each; null for what is no string. */
export function stringBytes(value: PdfValue | undefined): string | null {
  if (!(value instanceof Verbatim)) return null;
  const written = latin1Of(value.bytes, value.start, value.end);
  if (written.startsWith('<')) return hexBytes(written);
  return written.startsWith('(') ? literalBytes(written) : null;
}

function hexBytes(written: string): string {
  const digits = written.replaceAll(/[^0-9a-fA-F]/g, '');
  let bytes = '';
  for (let at = 0; at < digits.length; at += 2) {
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
  }
  return bytes;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literalBytes(written: string): string {
  if (!written.includes('\\') && !written.includes('\r')) return written.slice(1, -1);
  const inside = written.slice(1, -1).replaceAll(/(?<!\\)\r\n?/g, '\n');
  return inside.replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
    if (escaped === '\r\n' || escaped === '\n' || escaped === '\r') return '';
    return escapes[escaped] ?? escaped;
  });
}

/** PDFDocEncoding where it is not Latin-1, from 0x18 and from 0x80. */
const lowSigns = '˘ˇˆ˙˝˛˚˜';
const highSigns = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž�€';

/** A text string as text, without control characters; null for what is no string. */
export function textOf(value: PdfValue | undefined): string | null {
  const bytes = stringBytes(value);
  if (bytes === null) return null;
  return withoutControls(decodeText(bytes).toWellFormed());
}

/** A text string line by line. */
export function linesOf(value: PdfValue | undefined): ReadonlyArray<string> {
  const bytes = stringBytes(value);
  if (bytes === null) return [];
  return decodeText(bytes)
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map(withoutControls);
}

function withoutControls(text: string): string {
  let clean = '';
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    clean += code < 32 || (code >= 127 && code < 160) ? ' ' : sign;
  }
  return clean.replaceAll(/ {2,}/g, ' ').trim();
}

function decodeText(bytes: string): string {
  if (bytes.startsWith('\u00FE\u00FF')) return utf16(bytes.slice(2), 0);
  if (bytes.startsWith('\u00FF\u00FE')) return utf16(bytes.slice(2), 1);
  if (bytes.startsWith('\u00EF\u00BB\u00BF')) return textOfUtf8(bytes.slice(3)) ?? bytes.slice(3);
  let text = '';
  for (const sign of bytes) {
    const code = sign.charCodeAt(0);
    if (code >= 0x18 && code < 0x20) text += lowSigns[code - 0x18] ?? sign;
    else text += code >= 0x80 && code <= 0xa0 ? (highSigns[code - 0x80] ?? sign) : sign;
  }
  return text;
}

function utf16(bytes: string, lowFirst: 0 | 1): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const high = bytes.charCodeAt(at + lowFirst);
    const low = bytes.charCodeAt(at + 1 - lowFirst);
    text += String.fromCharCode(high * 256 + low);
  }
  // a language mark stands between two escape characters and is no part of the words
  return text
    .split('\u001B')
    .filter((_, at) => at % 2 === 0)
    .join('');
}

/** Text as a PDF string that every reader takes, whatever its letters. */
export function textString(text: string): Verbatim {
  if (/^[\u0020-\u007E]*$/.test(text)) return latin1String(text);
  let hex = '<FEFF';
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return whole(hex + '>');
}

/** A string of bytes, one character each. */
export function latin1String(bytes: string): Verbatim {
  const escaped = bytes.replaceAll(/[\\()\r\n]/g, (sign) =>
    sign === '\r' ? '\\r' : sign === '\n' ? '\\n' : `\\${sign}`,
  );
  return whole(`(${escaped})`);
}

/** A real, for where whole numbers are not enough. */
export function real(value: number): Verbatim | number {
  const rounded = Math.round(value * 10_000) / 10_000;
  if (!Number.isFinite(rounded)) return 0;
  return Number.isInteger(rounded) ? rounded : whole(rounded.toFixed(4).replace(/0+$/, ''));
}

/** A whole number of the pack's own, which the rules for a source's numbers leave alone. */
export function settled(value: number): Verbatim {
  return whole(String(value));
}

function whole(written: string): Verbatim {
  const bytes = latin1Bytes(written);
  return new Verbatim(bytes, 0, bytes.length);
}
