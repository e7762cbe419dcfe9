import { constants, deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Codec } from '#shared/pdf/codec.ts';

const tolerant = { finishFlush: constants.Z_SYNC_FLUSH };

/** Node's own zlib, as the pack engine wants it. */
export const nodeCodec: Codec = {
  inflate(bytes) {
    try {
      return inflateSync(bytes, tolerant);
    } catch {
      return inflateRawSync(bytes.subarray(2), tolerant);
    }
  },
  deflate: (bytes) => deflateSync(bytes, { level: 1 }),
};
