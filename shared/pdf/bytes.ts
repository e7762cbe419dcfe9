/** Bytes and text, without what only Node or a browser has. */

/** One character for each byte. */
export function latin1Of(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  // Most are names and numbers of a few letters, for which spreading costs more than it saves.
  if (end - start < 64) {
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
    return text;
  }
  for (let at = start; at < end; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192)));
  return text;
}

/** The reverse of `latin1Of`; characters above 255 lose their upper half, so keep them out. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

/** Text from UTF-8 given one character a byte; null where it is not UTF-8. */
export function textOfUtf8(latin1: string): string | null {
  const escaped = latin1.replaceAll(/[^A-Za-z0-9]/g, (byte) => '%' + byte.charCodeAt(0).toString(16).padStart(2, '0'));
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null; // the one way the language has of saying that it is not UTF-8
  }
}

export function startsWithAt(bytes: Uint8Array, word: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Where `word` first stands at or after `from`; -1 where it does not. */
export function findWord(bytes: Uint8Array, word: string, from: number, to = bytes.length): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at < to; at = bytes.indexOf(first, at + 1)) {
    if (startsWithAt(bytes, word, at)) return at;
  }
  return -1;
}

export function findLastWord(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0);
  let at = bytes.lastIndexOf(first);
  while (at >= 0) {
    if (startsWithAt(bytes, word, at)) return at;
    if (at === 0) return -1;
    at = bytes.lastIndexOf(first, at - 1);
  }
  return -1;
}
