/** A sealed part of the log, and what is in it. */
import type { SealedSegment } from '#shared/bundle/segment.ts';
import type { Stamp } from '#shared/changes/clock.ts';
import type { Save } from '#shared/changes/save.ts';

/** What is in a sealed part. */
export interface SegmentEntry {
  readonly device: string;
  /** Sequence numbers of its first and its last save. */
  readonly from: number;
  readonly to: number;
  readonly hash: string;
  /** Its device's; not there in entries made before it was kept here too. */
  readonly signature?: Uint8Array;
  /** The earliest and the latest time that its saves give. */
  readonly first: Stamp;
  readonly last: Stamp;
  /** A mark for each record that its saves touch. Two records may share one. */
  readonly records: Uint32Array;
}

/** A sealed part with the saves read from it. */
export interface SegmentWithSaves {
  readonly sealed: SealedSegment;
  readonly saves: ReadonlyArray<Save>;
}

/** A number for a record: small enough to look for among a hundred thousand at once (FNV-1a, 32 bits). */
export function markOf(record: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < record.length; at++) mark = Math.imul(mark ^ record.charCodeAt(at), 0x01000193);
  return mark >>> 0;
}

export function entryOf({ sealed, saves }: SegmentWithSaves): SegmentEntry {
  const { device, from, to, hash, signature } = sealed;
  const records = new Set<number>();
  let first = Infinity;
  let last = 0;
  for (const { at, edits } of saves) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    for (const { record } of edits) records.add(markOf(record));
  }
  return { device, from, to, hash, signature, first, last, records: Uint32Array.from(records) };
}

/** Parsing is what costs: what was read last is likely to be read again. */
const parsedKept = 12;
const parsed = new Map<string, ReadonlyArray<Save>>();

/** The saves of a sealed part. They were looked at in every part before they were kept. */
export function savesIn({ hash, bytes }: SealedSegment): ReadonlyArray<Save> {
  const known = parsed.get(hash);
  parsed.delete(hash);
  const saves = known ?? (JSON.parse(new TextDecoder().decode(bytes)) as { readonly saves: ReadonlyArray<Save> }).saves;
  parsed.set(hash, saves);
  for (const oldest of parsed.keys()) {
    if (parsed.size <= parsedKept) break;
    parsed.delete(oldest);
  }
  return saves;
}
