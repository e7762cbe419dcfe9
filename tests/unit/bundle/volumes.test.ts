import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedSegment } from '#shared/bundle/segment.ts';
import { planVolumes } from '#shared/bundle/volumes.ts';

function segmentOf(from: number, size: number): SealedSegment {
  // Bytes that cannot be packed, so that sizes are what they seem.
  let state = from + 1;
  const bytes = Uint8Array.from({ length: size }, () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 24);
  return { device: 'd', from, to: from, hash: `${from}`, signature: new Uint8Array(64), bytes };
}

describe('what is spread over volumes', () => {
  const sizes = fc.array(fc.nat(30_000), { maxLength: 8 });
  const files = fc.array(fc.nat(400_000), { maxLength: 8 });

  it('is all there once, in order, and each volume has room for its share', () => {
    fc.assert(
      fc.property(sizes, files, fc.integer({ min: 60_000, max: 300_000 }), (segmentSizes, fileSizes, room) => {
        const segments = segmentSizes.map((size, at) => segmentOf(at, size));
        const kept = fileSizes.map((size, at) => ({ sha256: `f${at}`, size }));
        const { volumes, isOneTooLarge } = planVolumes(segments, kept, room);
        expect(isOneTooLarge).toBe(false);
        expect(volumes.flatMap((volume) => volume.segments)).toEqual(segments);
        for (const { sha256, size } of kept) {
          const stretches = volumes.flatMap((volume) => volume.files).filter((one) => one.sha256 === sha256);
          let reached = 0;
          for (const { from, to } of stretches) {
            expect(from).toBe(reached);
            reached = to;
          }
          expect(reached).toBe(size);
          expect(stretches.length).toBeGreaterThan(0);
        }
        for (const volume of volumes) {
          const bytes = volume.segments.reduce((sum, { bytes: all }) => sum + all.length, 0);
          const stretched = volume.files.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(bytes * 0.9 + stretched).toBeLessThanOrEqual(room);
          expect(volume.segments.length + volume.files.length > 0 || volumes.length === 1).toBe(true);
        }
      }),
    );
  });

  it('says so where one sealed part alone is larger than a volume', () => {
    const segments = [segmentOf(1, 1000), segmentOf(2, 90_000), segmentOf(3, 1000)];
    const { volumes, isOneTooLarge } = planVolumes(segments, [], 60_000);
    expect(isOneTooLarge).toBe(true);
    expect(volumes.map((volume) => volume.segments.map(({ from }) => from))).toEqual([[1], [2], [3]]);
  });
});
