/** Spreads what is to be sent over several bundles, none above a size. Each is whole by itself, and they can be opened in any order. */
import { deflateSync } from 'fflate';
import type { SealedSegment } from './segment.ts';

/** A stretch of a file's bytes. */
export interface Stretch {
  readonly sha256: string;
  readonly from: number;
  readonly to: number;
}

export interface Volume {
  readonly segments: ReadonlyArray<SealedSegment>;
  readonly files: ReadonlyArray<Stretch>;
}

export interface VolumePlan {
  readonly volumes: ReadonlyArray<Volume>;
  /** A single sealed part is larger than a volume may be; it travels alone. */
  readonly isOneTooLarge: boolean;
}

/** What the list of contents says of a segment or a file, before it is packed; it only gets smaller. */
const segmentEntry = 260;
const fileEntry = 360;
/** Less than this of a file is not worth a piece. */
const leastPiece = 16 * 1024;

/**
 * @param segments in the order in which they are to come in
 * @param files with their sizes in bytes
 * @param room bytes for segments and files in each volume
 */
export function planVolumes(
  segments: ReadonlyArray<SealedSegment>,
  files: ReadonlyArray<{ readonly sha256: string; readonly size: number }>,
  room: number,
): VolumePlan {
  const volumes: { readonly segments: SealedSegment[]; readonly files: Stretch[]; left: number }[] = [];
  const fresh = (): (typeof volumes)[number] => {
    const volume = { segments: [], files: [], left: room };
    volumes.push(volume);
    return volume;
  };
  let volume = fresh();
  let isOneTooLarge = false;
  for (const segment of segments) {
    // Packed one by one they take more than packed together.
    const size = deflateSync(segment.bytes, { level: 6 }).length + segmentEntry;
    if (size > volume.left && volume.segments.length > 0) volume = fresh();
    if (size > room) isOneTooLarge = true;
    volume.segments.push(segment);
    volume.left -= size;
  }
  for (const { sha256, size } of files) {
    for (let from = 0; ;) {
      const isWhole = size - from + fileEntry <= volume.left;
      const to = isWhole ? size : from + Math.max(0, volume.left - fileEntry);
      const isWorthwhile = isWhole || to - from >= leastPiece || volume.left === room;
      if (isWorthwhile) {
        volume.files.push({ sha256, from, to });
        volume.left -= to - from + fileEntry;
        from = to;
      }
      if (isWorthwhile && from >= size) break;
      volume = fresh();
    }
  }
  return { volumes, isOneTooLarge };
}
