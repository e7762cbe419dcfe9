/** Bytes of a known length, written as base64. */
import { base64ToBytes } from '#shared/kernel/base64.ts';
import type { Decode } from '#shared/kernel/decode.ts';
import { ok } from '#shared/kernel/result.ts';

export function someBase64(length: number): Decode<Uint8Array> {
  return (value) => {
    const bytes = typeof value === 'string' ? base64ToBytes(value) : null;
    return bytes?.length === length
      ? ok(bytes)
      : { ok: false, refusal: { type: 'NotAsExpected', at: '', expected: `${length} bytes in base64` } };
  };
}
