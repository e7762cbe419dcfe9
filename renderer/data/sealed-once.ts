/** For workspaces of versions that kept a sealed save twice: once in its part, once by itself. */
import type { Transaction } from 'dexie';
import type { SealedSegment } from '#shared/bundle/segment.ts';
import { entryOf, savesIn, type SegmentEntry } from './segment-entry.ts';

/** Lists what is in each sealed part, and takes away the saves that lie in one. Does nothing where that has been done. */
export async function sealedOnce(upgrade: Transaction): Promise<void> {
  const segments = upgrade.table<SealedSegment, [string, number]>('segments');
  const contents = upgrade.table<SegmentEntry, [string, number]>('contents');
  const listed = new Set((await contents.toCollection().primaryKeys()).map(([device, from]) => `${device} ${from}`));
  for (const key of await segments.toCollection().primaryKeys()) {
    if (listed.has(`${key[0]} ${key[1]}`)) continue;
    const sealed = await segments.get(key);
    if (sealed === undefined) continue;
    await contents.add(entryOf({ sealed, saves: savesIn(sealed) }));
    for (const table of ['saves', 'parked']) {
      const { device, from, to } = sealed;
      await upgrade.table(table).where(':id').between([device, from], [device, to], true, true).delete();
    }
  }
}
