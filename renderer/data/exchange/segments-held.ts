/** Which segments are held, told by an index alone: their bytes stay where they are. */
import type { Database } from '#renderer/data/database.ts';

export interface SegmentHeld {
  readonly device: string;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
}

/** In the order of devices, and of each device's saves. */
export async function segmentsHeld(database: Database): Promise<ReadonlyArray<SegmentHeld>> {
  const keys = await database.segments.orderBy('[device+from+to+hash]').keys();
  return (keys as unknown as ReadonlyArray<readonly [string, number, number, string]>).map(
    ([device, from, to, hash]) => ({
      device,
      from,
      to,
      hash,
    }),
  );
}
