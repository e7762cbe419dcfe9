/** What the first bytes of a file say it is, and what a picture's own header says about it. */
import { joined } from '#shared/kernel/joined.ts';

export type FileForm =
  'pdf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'heic' | 'tiff' | 'office' | 'oldOffice' | 'archive' | 'unknown';

/** How many bytes of a file are enough for `formOf`. */
export const bytesToTell = 1100;

/** What a file is by its first bytes, whatever its name says. A PDF may begin with up to 1,024 bytes of something else. */
export function formOf(bytes: Uint8Array): FileForm {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, ascii('GIF8'))) return 'gif';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) return 'webp';
  if (startsWith(bytes.subarray(4), ascii('ftyphei')) || startsWith(bytes.subarray(4), ascii('ftypmif'))) return 'heic';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'oldOffice';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const head = text(bytes.subarray(0, bytesToTell));
    return /\[Content_Types\]|word\/|xl\/|ppt\/|mimetypeapplication\/vnd\.oasis/.test(head) ? 'office' : 'archive';
  }
  return text(bytes.subarray(0, 1024 + 5)).includes('%PDF-') ? 'pdf' : 'unknown';
}

function ascii(word: string): ReadonlyArray<number> {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

function text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function startsWith(bytes: Uint8Array, beginning: ReadonlyArray<number>): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** How a photograph must be turned to stand upright, as cameras number it (EXIF): 1 as it is, 3 half a turn, 6 and 8 a quarter. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 printer's colours. */
  readonly components: 1 | 3 | 4;
  readonly orientation: Orientation;
  /** Adobe writes printer's colours upside down. */
  readonly isAdobe: boolean;
}

const frameMarkers = new Set([0xc0, 0xc1, 0xc2]);

/** A JPEG's own header, or `null` when it has none that can be read or is of a sort no PDF reader shows. */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation: Orientation = 1;
  let isAdobe = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || marker === 0xda || marker === 0xd9) return null;
    if (marker === 0xe1) orientation = orientationIn(body) ?? orientation;
    if (marker === 0xee && startsWith(body, ascii('Adobe'))) isAdobe = true;
    if (frameMarkers.has(marker)) {
      if (body.length < 6 || body[0] !== 8) return null;
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      const components = body[5];
      if (width === 0 || height === 0) return null;
      if (components !== 1 && components !== 3 && components !== 4) return null;
      return { width, height, components, orientation, isAdobe };
    }
    at += 2 + length;
  }
  return null;
}

const orientationTag = 0x0112;

function orientationIn(body: Uint8Array): Orientation | null {
  if (!startsWith(body, [...ascii('Exif'), 0, 0])) return null;
  const tiff = body.subarray(6);
  if (tiff.length < 8) return null;
  const isLittle = tiff[0] === 0x49;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return null;
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? (value as Orientation) : null;
  }
  return null;
}

export interface PngFacts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  /** A PDF can hold its compressed rows as they are: not interlaced, nothing see-through. */
  readonly isPlain: boolean;
  readonly palette: Uint8Array | null;
  /** The compressed rows. */
  readonly data: Uint8Array;
}

/** A PNG's header and compressed rows, or `null` when it is damaged. */
export function readPng(bytes: Uint8Array): PngFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  let isSeeThrough = false;
  let hasEnd = false;
  if (bytes.length < 33) return null;
  for (let at = 8; at + 12 <= bytes.length && !hasEnd;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return null;
    const name = text(bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'PLTE') palette = body;
    if (name === 'tRNS') isSeeThrough = true;
    if (name === 'IDAT') pieces.push(body);
    if (name === 'IEND') hasEnd = true;
    at += 12 + length;
  }
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const bits = bytes[24] ?? 0;
  const colourType = bytes[25];
  if (!hasEnd || pieces.length === 0 || width === 0 || height === 0 || width > 65_500 || height > 65_500) return null;
  if (colourType !== 0 && colourType !== 2 && colourType !== 3 && colourType !== 4 && colourType !== 6) return null;
  if (colourType === 3 && palette === null) return null;
  const isPlain = bytes[28] === 0 && !isSeeThrough && colourType < 4;
  return { width, height, bits, colourType, isPlain, palette, data: joined(pieces) };
}
