/** Deflate and inflate for the pack engine by Node's own zlib. */
import { constants, deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Codec } from '#shared/pdf/codec.ts';

/** Gives what there is of a stream that is cut off. */
const tolerant = { finishFlush: constants.Z_SYNC_FLUSH };

export const zlibCodec: Codec = {
  inflate(bytes) {
    try {
      return inflateSync(bytes, tolerant);
    } catch {
      // some writers leave out or spoil the two bytes in front
      return inflateRawSync(bytes.subarray(2), tolerant);
    }
  },
  deflate: (bytes) => deflateSync(bytes, { level: 1 }),
};
