/** Which files saves speak of: whatever looks like the hash of one, so that no kind of record need be known here. */
import { base64ToBytes } from '#shared/kernel/base64.ts';

export interface FilesNamed {
  /** Every hash that could be meant. */
  readonly all: ReadonlySet<string>;
  /** Those of them that cannot be anything else: between bytes packed side by side a letter may seem to belong to a hash. */
  readonly sure: ReadonlySet<string>;
}

const hashLength = 64;
const letters = /[0-9a-f]{64,}/g;
/** Long texts travel as base64: what stands in them is looked for beneath it. */
const packed = /"([A-Za-z0-9+/]{64,}={0,2})"/g;

/** @param segments segments of saves, as they are sealed */
export function filesNamedIn(segments: ReadonlyArray<Uint8Array>): FilesNamed {
  const all = new Set<string>();
  const sure = new Set<string>();
  const look = (text: string): void => {
    for (const [run] of text.matchAll(letters)) {
      if (run.length === hashLength) sure.add(run);
      for (let at = 0; at + hashLength <= run.length; at++) all.add(run.slice(at, at + hashLength));
    }
  };
  const decoder = new TextDecoder();
  for (const bytes of segments) {
    const text = decoder.decode(bytes);
    look(text);
    for (const [, inside = ''] of text.matchAll(packed)) {
      const unpacked = base64ToBytes(inside);
      if (unpacked === null) continue;
      let plain = '';
      for (const byte of unpacked) plain += String.fromCharCode(byte);
      look(plain);
    }
  }
  return { all, sure };
}
