/** Undoes the filters of the few streams that must be read: the index and the object streams. */
import type { Codec } from './codec.ts';
import { isArray, isDict, Name, numberOf, type PdfDict, type PdfStream, type PdfValue } from './objects.ts';

/** The stream's content; null where it is damaged or packed in a way no index is. */
export function decodeStream(
  stream: PdfStream,
  codec: Codec,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array | null {
  const packed = stream.bytes.subarray(stream.start, stream.start + stream.length);
  let filter = resolve(stream.dict.get('Filter'));
  let parameters = resolve(stream.dict.get('DecodeParms'));
  if (isArray(filter)) {
    if (filter.length > 1) return null;
    filter = resolve(filter[0]);
    if (isArray(parameters)) parameters = resolve(parameters[0]);
  }
  if (filter === null) return packed;
  if (!(filter instanceof Name) || (filter.text !== 'FlateDecode' && filter.text !== 'Fl')) return null;
  let plain: Uint8Array;
  try {
    plain = codec.inflate(packed);
  } catch {
    return null; // hopeless bytes are what this answer is for
  }
  return isDict(parameters) ? unpredict(plain, parameters, resolve) : plain;
}

function unpredict(
  bytes: Uint8Array,
  parameters: PdfDict,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array | null {
  const setting = (key: string, otherwise: number): number => {
    const value = numberOf(resolve(parameters.get(key)));
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  if (setting('Predictor', 1) < 10) return bytes;
  const bits = setting('Colors', 1) * setting('BitsPerComponent', 8);
  const step = Math.max(1, bits >> 3);
  const width = Math.ceil((setting('Columns', 1) * bits) / 8);
  if (width > bytes.length) return null;
  const rows = Math.floor(bytes.length / (width + 1));
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) unpredictRow(bytes, plain, row, width, step);
  return plain;
}

/** PNG's five row filters (RFC 2083, section 6). */
function unpredictRow(bytes: Uint8Array, plain: Uint8Array, row: number, width: number, step: number): void {
  const from = row * (width + 1) + 1;
  const to = row * width;
  const filter = bytes[from - 1];
  for (let i = 0; i < width; i++) {
    const left = i >= step ? (plain[to + i - step] ?? 0) : 0;
    const above = row > 0 ? (plain[to + i - width] ?? 0) : 0;
    const corner = row > 0 && i >= step ? (plain[to + i - width - step] ?? 0) : 0;
    let add = 0;
    if (filter === 1) add = left;
    else if (filter === 2) add = above;
    else if (filter === 3) add = (left + above) >> 1;
    else if (filter === 4) add = paeth(left, above, corner);
    plain[to + i] = (bytes[from + i] ?? 0) + add;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
