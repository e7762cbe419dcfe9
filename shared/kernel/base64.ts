/** Bytes as text, for the log is JSON throughout. Standard alphabet with padding. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const places = new Map(Array.from(alphabet, (letter, place) => [letter, place] as const));

export function bytesToBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    parts.push(
      alphabet.charAt(three >> 18) +
        alphabet.charAt((three >> 12) & 63) +
        (left > 1 ? alphabet.charAt((three >> 6) & 63) : '=') +
        (left > 2 ? alphabet.charAt(three & 63) : '='),
    );
  }
  return parts.join('');
}

/** The bytes a text stands for, or `null` when it is not base64. */
export function base64ToBytes(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let to = 0;
  for (let at = 0; at < text.length; at += 4) {
    let four = 0;
    for (let index = at; index < at + 4; index++) {
      const isPadding = index >= text.length - padding;
      const place = isPadding ? 0 : places.get(text.charAt(index));
      if (place === undefined) return null;
      four = (four << 6) | place;
    }
    for (const shift of [16, 8, 0]) if (to < bytes.length) bytes[to++] = (four >> shift) & 255;
  }
  return bytes;
}
