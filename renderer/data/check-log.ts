/** Looks through the whole log again: is every sealed part as its laptop signed it, and none missing between? */
import { readSegment, segmentMessage } from '#shared/bundle/segment.ts';
import { sha256, verifierOf, type Verify } from '#shared/bundle/web-crypto.ts';
import { heldOf } from '#shared/changes/version-vector.ts';
import { readLogHeld, readWorkspaceId, type Database } from './database.ts';
import { segmentsHeld } from './segments.ts';

/** What is wrong with a part. */
export type LogFault =
  /** Its bytes are not those that were kept. */
  | 'changed'
  /** Its signature is not by the laptop it names. */
  | 'notSigned'
  /** It does not follow on what came before it. */
  | 'outOfLine'
  /** Saves that are held according to the log are not there. */
  | 'missing';

export interface CheckedLog {
  /** Saves in sealed parts, and parts. */
  readonly saves: number;
  readonly parts: number;
  /** Laptops whose parts were looked at. */
  readonly laptops: number;
  /** Saves that have not been sealed yet. */
  readonly loose: number;
  readonly faults: ReadonlyArray<{
    readonly person: string;
    readonly from: number;
    readonly to: number;
    readonly fault: LogFault;
  }>;
}

/** @param tell how many parts of how many have been looked at; asked between one and the next, so that the window never waits */
export async function checkLog(
  database: Database,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<CheckedLog> {
  const [log, workspace, devices, entries, loose] = await Promise.all([
    readLogHeld(database),
    readWorkspaceId(database),
    database.devices.toArray(),
    segmentsHeld(database),
    database.saves.toCollection().primaryKeys(),
  ]);
  const personOf = (id: string): string => devices.find((device) => device.id === id)?.person ?? '';
  const verifiers = new Map<string, Verify | null>();
  for (const { id, signKey } of devices) verifiers.set(id, await verifierOf(signKey));
  const faults: CheckedLog['faults'][number][] = [];
  const reached = new Map<string, { readonly to: number; readonly hash: string }>();
  let [saves, done] = [0, 0];
  for (const { device, from, to, hash } of entries) {
    const found = (fault: LogFault): void => void faults.push({ person: personOf(device), from, to, fault });
    const sealed = await database.segments.get([device, from]);
    const read = sealed === undefined ? null : readSegment(sealed.bytes, workspace);
    const before = reached.get(device);
    reached.set(device, { to, hash });
    tell((done += 1), entries.length);
    if (sealed === undefined || read === null) {
      found('missing');
      continue;
    }
    saves += to - from + 1;
    if (!read.ok || sealed.hash !== hash || (await sha256(sealed.bytes)) !== hash || read.value.to !== to) {
      found('changed');
      continue;
    }
    const isSigned = await verifiers.get(device)?.(sealed.signature, segmentMessage(workspace, hash));
    if (isSigned !== true) found('notSigned');
    // A part beyond what is held waits for those before it.
    const isWaiting = from > heldOf(log?.held ?? {}, device);
    if (!isWaiting && (from !== (before?.to ?? 0) + 1 || read.value.previous !== (before?.hash ?? null)))
      found('outOfLine');
  }
  for (const [device, held] of Object.entries(log?.held ?? {})) {
    const sealed = reached.get(device)?.to ?? 0;
    const own = loose.filter(([by]) => by === device).length;
    if (sealed + own < held)
      faults.push({ person: personOf(device), from: sealed + own + 1, to: held, fault: 'missing' });
  }
  return { saves, parts: entries.length, laptops: reached.size, loose: loose.length, faults };
}
