/** Deflate and inflate for the pack engine in a worker, by fflate. */
import { Inflate, Unzlib, zlibSync } from 'fflate';
import type { Codec } from '#shared/pdf/codec.ts';

interface Stream {
  push(bytes: Uint8Array, final?: boolean): void;
}

type OnPiece = (piece: Uint8Array) => void;

/** What comes out before the stream ends or breaks off; a fault when it breaks off at once. */
function whatComesOut(open: (onPiece: OnPiece) => Stream, bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let failure: unknown = null;
  try {
    open((piece) => pieces.push(piece)).push(bytes, true);
  } catch (fault) {
    failure = fault;
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length === 0 && failure !== null) throw failure;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const flateCodec: Codec = {
  inflate: (bytes) => {
    try {
      return whatComesOut((onPiece) => new Unzlib(onPiece), bytes);
    } catch {
      // Some writers leave out or spoil the two bytes in front.
      return whatComesOut((onPiece) => new Inflate(onPiece), bytes.subarray(2));
    }
  },
  // Only the objects between the pages are packed, which are small: speed counts for more than the last byte.
  deflate: (bytes) => zlibSync(bytes, { level: 1 }),
};
