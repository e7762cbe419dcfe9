/** What goes into a bundle: for people whose laptops are known, exactly what they have not been seen to hold; for a passphrase, everything. */
import type { LockedFor } from '#shared/bundle/lock.ts';
import type { Manifest } from '#shared/bundle/manifest.ts';
import type { SealedSegment } from '#shared/bundle/segment.ts';
import type { Sign } from '#shared/bundle/web-crypto.ts';
import type { BundleFacts } from '#shared/bundle/write-bundle.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import {
  readLogHeld,
  readWorkspaceId,
  rowsOf,
  type Database,
  type Device,
  type ExportRow,
  type KeptFile,
} from '#renderer/data/database.ts';
import type { SegmentEntry } from '#renderer/data/segment-entry.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';
import type { Session } from '#renderer/data/session.ts';
import { filesNamedIn } from './files-named.ts';
import { ownIdentity } from './identity.ts';
import { sealOwn } from './sealing.ts';

export interface BundleOrder {
  /** Whom it is for: ids of devices known here. None where there is a passphrase. */
  readonly recipients: ReadonlyArray<string>;
  readonly passphrase: string | null;
  /** What trying one passphrase costs, as a power of two; the usual unless told. */
  readonly cost?: number;
  /** Holds nothing, and tells what this laptop holds: whoever opens it sees what it lacks. */
  readonly isRequest?: boolean;
  readonly app: string;
  readonly note: string | null;
}

export interface Gathered {
  readonly facts: BundleFacts;
  /** The earliest first, as far as clocks tell. */
  readonly segments: ReadonlyArray<SealedSegment>;
  readonly files: ReadonlyArray<KeptFile>;
  readonly lockedFor: LockedFor;
  readonly sign: Sign;
  /** What is to be remembered of it, once it is where the officer wants it; its file's size and name aside. */
  readonly row: Omit<ExportRow, 'fileName' | 'size'>;
  /** What its file is to be called, the ending aside. */
  readonly title: string;
  readonly saves: number;
}

export async function gather(session: Session, order: BundleOrder): Promise<Gathered> {
  const { database, now, newId } = session;
  const identity = await ownIdentity(session);
  await sealOwn(session, identity);
  const [log, devices, last, recent] = await Promise.all([
    readLogHeld(database),
    database.devices.toArray(),
    database.exports.orderBy('no').last(),
    database.exports.orderBy('no').reverse().limit(recentKept).toArray(),
  ]);
  const held = { ...log?.held };
  const recipients = devices.filter(({ id }) => order.recipients.includes(id));
  const isRequest = order.isRequest === true;
  const basis = isRequest ? held : order.passphrase === null ? await basisOf(database, recipients) : {};
  const wantedSegments = earliestFirst(
    (await segmentsHeld(database)).filter(({ device, to }) => to > heldOf(basis, device)),
  );
  const found = await database.segments.bulkGet(wantedSegments.map(({ device: by, from }) => [by, from]));
  const segments = found.filter((segment) => segment !== undefined);
  const named = filesNamedIn(segments.map(({ bytes }) => bytes));
  const wanted = isRequest ? [] : await wantedBy(database, recipients);
  const files = await keptFiles(database, new Set([...named.all, ...wanted]));
  const known = new Set(files.map(({ sha256 }) => sha256));
  const missing = isRequest ? await missingHere(database) : [...named.sure].filter((hash) => !known.has(hash));
  const workspace = await rowsOf(database, workspaceKind).get(workspaceId);
  const [no, at, bundle] = [(last?.no ?? 0) + 1, now(), newId()];
  const facts: BundleFacts = {
    format: 1,
    minReader: 1,
    app: order.app,
    bundle,
    no,
    part: null,
    at,
    workspace: { id: await readWorkspaceId(database), name: workspace?.name ?? '' },
    author: identity.facts.device,
    basis,
    held,
    devices: devicesTold(devices, segments, identity.facts.device),
    recent: recent.map(({ no: number, at: made, from, to }) => ({ no: number, at: made, from, to })),
    missingFiles: missing,
    note: order.note,
  };
  return {
    facts,
    segments,
    files,
    sign: identity.sign,
    lockedFor:
      order.passphrase === null
        ? { keys: [...recipients.map(({ ageKey }) => ageKey), identity.facts.ageKey] }
        : { passphrase: order.passphrase },
    row: { no, bundle, at, from: basis, to: held, recipients: order.recipients },
    title: `${facts.workspace.name || 'Packhorse'} ${isRequest ? 'request' : no} from ${session.me.name}`,
    saves: segments.reduce((sum, { from, to }) => sum + to - from + 1, 0),
  };
}

/** By their times, and each after those that its own laptop sealed before, whatever its clock said. */
function earliestFirst(parts: ReadonlyArray<SegmentEntry>): ReadonlyArray<SegmentEntry> {
  const reached = new Map<string, number>();
  const timed = parts.map((part) => {
    const time = Math.max(part.first, reached.get(part.device) ?? 0);
    reached.set(part.device, time);
    return { part, time };
  });
  return timed.sort((one, other) => one.time - other.time || one.part.from - other.part.from).map(({ part }) => part);
}

const recentKept = 50;

/** What all of them have been seen to hold, in their own bundles: what was sent counts for nothing, for it may never have arrived. */
async function basisOf(database: Database, recipients: ReadonlyArray<Device>): Promise<VersionVector> {
  const peers = await database.peers.bulkGet(recipients.map(({ id }) => id));
  const [first, ...others] = peers.map((peer) => peer?.held ?? {});
  const basis: Record<string, number> = {};
  for (const [device, seq] of Object.entries(first ?? {})) {
    const least = Math.min(seq, ...others.map((held) => heldOf(held, device)));
    if (least > 0) basis[device] = least;
  }
  return basis;
}

async function wantedBy(database: Database, recipients: ReadonlyArray<Device>): Promise<ReadonlyArray<string>> {
  const peers = await database.peers.bulkGet(recipients.map(({ id }) => id));
  return peers.flatMap((peer) => peer?.missingFiles ?? []);
}

/** Files that anything saved so far speaks of and that are not on this laptop. */
async function missingHere(database: Database): Promise<ReadonlyArray<string>> {
  const { sure } = filesNamedIn((await database.segments.toArray()).map(({ bytes }) => bytes));
  const held = new Set(await database.files.toCollection().primaryKeys());
  return [...sure].filter((hash) => !held.has(hash));
}

async function keptFiles(database: Database, hashes: ReadonlySet<string>): Promise<ReadonlyArray<KeptFile>> {
  const rows = await database.files.bulkGet([...hashes].sort());
  return rows.filter((row) => row !== undefined);
}

/** Every laptop that this one trusts, and whoever else sealed what is in the bundle. */
function devicesTold(
  devices: ReadonlyArray<Device>,
  segments: ReadonlyArray<SealedSegment>,
  own: string,
): Manifest['devices'] {
  return devices
    .filter(
      ({ id, revokedAfter }) => id === own || revokedAfter === null || segments.some(({ device }) => device === id),
    )
    .map(({ id, person, role, signKey, ageKey, successions = [] }) => {
      return { device: id, person, role, signKey, ageKey, successions };
    });
}
