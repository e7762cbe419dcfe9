/** What the page about sharing shows: who is known, what each lacks, what came in and what waits. */
import { heldOf } from '#shared/changes/version-vector.ts';
import { readGaps, type Gap } from '#renderer/data/exchange/bundle-report.ts';
import { readLogHeld, type Database, type Device, type ExportRow, type ImportRow } from '#renderer/data/database.ts';

export interface KnownLaptop extends Device {
  /** When its last bundle was made, by its own clock; `null` where none has come. */
  readonly seenAt: number | null;
  /** Changes held here that it has not been seen to hold. */
  readonly lacks: number;
}

export interface Sharing {
  readonly laptops: ReadonlyArray<KnownLaptop>;
  readonly imports: ReadonlyArray<ImportRow>;
  readonly lastExport: ExportRow | null;
  readonly gaps: ReadonlyArray<Gap>;
}

const importsShown = 20;

export async function readSharing(database: Database): Promise<Sharing> {
  const [log, devices, peers, imports, lastExport, gaps] = await Promise.all([
    readLogHeld(database),
    database.devices.toArray(),
    database.peers.toArray(),
    database.imports.orderBy('at').reverse().limit(importsShown).toArray(),
    database.exports.orderBy('no').last(),
    readGaps(database),
  ]);
  const held = Object.entries(log?.held ?? {});
  const laptops = devices.map((device): KnownLaptop => {
    const peer = peers.find(({ device: id }) => id === device.id);
    const lacks = held.reduce((sum, [by, seq]) => sum + Math.max(0, seq - heldOf(peer?.held ?? {}, by)), 0);
    return { ...device, seenAt: peer?.at ?? null, lacks };
  });
  return { laptops, imports, lastExport: lastExport ?? null, gaps };
}
