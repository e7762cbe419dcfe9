/** Draws what a PDF cannot hold as it is (interlaced, see-through) on white; a browser does this in the app. */
import { pictureFromRows, type PdfPicture } from '#shared/domain/papers/picture-page.ts';
import { readPng, type PngFacts } from '#shared/domain/papers/picture-facts.ts';
import type { Codec } from '#shared/pdf/codec.ts';

/** The most dots drawn: A3 at more than 600 to the inch. */
const mostDots = 80_000_000;

/** Adam7: first column and row of each pass, and its steps (PNG, section 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** `null` where it is damaged or too large to be drawn. */
export function drawPng(bytes: Uint8Array, codec: Codec): PdfPicture | null {
  const png = readPng(bytes);
  if (png === null || png.width * png.height > mostDots || ![1, 2, 4, 8, 16].includes(png.bits)) return null;
  let rows: Uint8Array;
  try {
    rows = codec.inflate(png.data);
  } catch {
    return null; // hopeless bytes
  }
  const interlaced = bytes[28] === 1;
  const clear = transparencyOf(bytes);
  const drawn = new Uint8Array(png.width * png.height * 3).fill(255);
  let at = 0;
  for (const [left, top, across, down] of interlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const width = Math.ceil((png.width - left) / across);
    const height = Math.ceil((png.height - top) / down);
    if (width <= 0 || height <= 0) continue;
    const line = lineLength(png, width);
    const plain = unfiltered(rows.subarray(at, at + (line + 1) * height), line, height, png);
    at += (line + 1) * height;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        paint(png, clear, plain, y * line, x, drawn, ((top + y * down) * png.width + left + x * across) * 3);
      }
    }
  }
  return pictureFromRows(png.width, png.height, codec.deflate(drawn));
}

const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

function lineLength({ bits, colourType }: PngFacts, width: number): number {
  return Math.ceil((width * bits * channelsOf[colourType]) / 8);
}

/** The body of the tRNS chunk. */
function transparencyOf(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x74524e53) return bytes.subarray(at + 8, at + 8 + view.getUint32(at));
  }
  return null;
}

/** Undoes the five row filters (PNG, section 9); what is missing at the end is black. */
function unfiltered(rows: Uint8Array, line: number, height: number, png: PngFacts): Uint8Array {
  const step = Math.max(1, (png.bits * channelsOf[png.colourType]) >> 3);
  const plain = new Uint8Array(line * height);
  for (let row = 0; row < height; row++) {
    const from = row * (line + 1) + 1;
    const to = row * line;
    const filter = rows[from - 1];
    for (let i = 0; i < line; i++) {
      const left = i >= step ? (plain[to + i - step] ?? 0) : 0;
      const above = row > 0 ? (plain[to + i - line] ?? 0) : 0;
      const corner = row > 0 && i >= step ? (plain[to + i - line - step] ?? 0) : 0;
      let add = 0;
      if (filter === 1) add = left;
      else if (filter === 2) add = above;
      else if (filter === 3) add = (left + above) >> 1;
      else if (filter === 4) add = paeth(left, above, corner);
      plain[to + i] = (rows[from + i] ?? 0) + add;
    }
  }
  return plain;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Puts one dot on the white paper. */
function paint(
  { bits, colourType, palette }: PngFacts,
  clear: Uint8Array | null,
  plain: Uint8Array,
  line: number,
  x: number,
  drawn: Uint8Array,
  to: number,
): void {
  const channels = channelsOf[colourType];
  const most = (1 << bits) - 1;
  const sample = (channel: number): number => {
    const at = x * channels + channel;
    if (bits === 16) return ((plain[line + at * 2] ?? 0) << 8) | (plain[line + at * 2 + 1] ?? 0);
    if (bits === 8) return plain[line + at] ?? 0;
    const bit = at * bits;
    return ((plain[line + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & most;
  };
  const keyed = (channel: number): number => ((clear?.[channel * 2] ?? 0) << 8) | (clear?.[channel * 2 + 1] ?? 0);
  const whole = (value: number): number => (value * 255) / most;
  let colours: readonly [number, number, number];
  let opacity = 1;
  if (colourType === 3) {
    const entry = sample(0);
    colours = [palette?.[entry * 3] ?? 0, palette?.[entry * 3 + 1] ?? 0, palette?.[entry * 3 + 2] ?? 0];
    opacity = (clear?.[entry] ?? 255) / 255;
  } else if (channels >= 3) {
    const [red, green, blue] = [sample(0), sample(1), sample(2)];
    colours = [whole(red), whole(green), whole(blue)];
    if (channels === 4) opacity = sample(3) / most;
    else if (clear !== null && red === keyed(0) && green === keyed(1) && blue === keyed(2)) opacity = 0;
  } else {
    const grey = sample(0);
    colours = [whole(grey), whole(grey), whole(grey)];
    if (channels === 2) opacity = sample(1) / most;
    else if (clear !== null && grey === keyed(0)) opacity = 0;
  }
  for (let channel = 0; channel < 3; channel++) {
    drawn[to + channel] = Math.round(255 + ((colours[channel] ?? 0) - 255) * opacity);
  }
}
