/**
 * Takes a bundle in: judges who made it, shows what would change, and then keeps all of it in one transaction or none. What would
 * change is found by doing it and letting the transaction go, so that the look and the deed cannot differ.
 */
import type { Table } from 'dexie';
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import type { Succession } from '#shared/bundle/succession.ts';
import type { Save } from '#shared/changes/save.ts';
import { heldOf } from '#shared/changes/version-vector.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { receiveWith } from '#renderer/data/commit.ts';
import { readLogHeld, type Database, type Device, type ImportRow } from '#renderer/data/database.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';
import type { Session } from '#renderer/data/session.ts';
import { isCopyTold } from './new-identity.ts';
import { countNewFiles, keepFiles } from './pieces.ts';
import { changedRecords, readBefore, reportOf, type BundleReport, type Detailed } from './bundle-report.ts';

/** Why a bundle that is sound in itself is not taken on this laptop. Nothing has been changed. */
export type TakeRefusal =
  /** Nobody here knows the laptop it comes from: its words are to be compared first. */
  | { readonly type: 'UnknownAuthor'; readonly author: BundleDevice }
  /** A laptop that is known came with another key. */
  | { readonly type: 'KeyChanged'; readonly person: string }
  | { readonly type: 'Revoked'; readonly person: string }
  /** Somebody else saves in this laptop's name: one of the two is a copy. It is to take a new identity first. */
  | { readonly type: 'CopiedLaptop' }
  /** The same change of one laptop in two ways: it was copied, or brought back from a backup. */
  | { readonly type: 'Forked'; readonly person: string; readonly seq: number };

export interface TakeOrder {
  readonly opened: OpenedBundle;
  readonly fileName: string;
  /** The officer has compared the author's words by another way. */
  readonly isAuthorChecked: boolean;
  /** Records whose fields the report is to tell of; the first few hundred unless told. */
  readonly detailed?: Detailed | undefined;
}

interface Judged {
  readonly devices: ReadonlyArray<Device>;
}

/** What taking the bundle in would change. */
export async function lookAtBundle(session: Session, order: TakeOrder): Promise<Result<BundleReport, TakeRefusal>> {
  const judged = await judge(session, order);
  if (!judged.ok) return judged;
  let report: BundleReport | null = null;
  const newFiles = await countNewFiles(session.database, order.opened.files);
  try {
    await take(session, order, { ...judged.value, newFiles }, (found) => {
      report = found;
      throw new OnlyLooking();
    });
  } catch (fault) {
    if (!isOnlyLooking(fault)) throw fault;
  }
  if (report === null) throw new Error('The bundle was taken in unasked');
  return ok(report);
}

/** Takes it in. Its files are kept before, by their hash: should the rest fail, they harm nobody. */
export async function takeBundle(session: Session, order: TakeOrder): Promise<Result<BundleReport, TakeRefusal>> {
  const judged = await judge(session, order);
  if (!judged.ok) return judged;
  const newFiles = await countNewFiles(session.database, order.opened.files);
  await keepFiles(session.database, order.opened.files);
  let report: BundleReport | null = null;
  await take(session, order, { ...judged.value, newFiles }, (found) => {
    report = found;
  });
  if (report === null) throw new Error('The bundle was not taken in');
  return ok(report);
}

/** Ends a transaction that was only a look. */
class OnlyLooking extends Error {
  override name = 'OnlyLooking';
}

function isOnlyLooking(fault: unknown): boolean {
  const inner: unknown = fault instanceof Error && 'inner' in fault ? fault.inner : null;
  return (
    (fault instanceof Error && fault.name === 'OnlyLooking') || (inner instanceof Error && inner.name === 'OnlyLooking')
  );
}

async function judge(session: Session, { opened, isAuthorChecked }: TakeOrder): Promise<Result<Judged, TakeRefusal>> {
  const { database, now } = session;
  const { manifest, author } = opened;
  const known = new Map((await database.devices.toArray()).map((device) => [device.id, device]));
  for (const told of manifest.devices) {
    const held = known.get(told.device);
    if (held !== undefined && !isSameKey(held.signKey, told.signKey)) {
      return refuse({ type: 'KeyChanged', person: held.person });
    }
  }
  if (await isCopyTold(database, opened)) return refuse({ type: 'CopiedLaptop' });
  const authorHere = known.get(author.device);
  const voucher = voucherFor(opened, known);
  if (authorHere === undefined && !isAuthorChecked && voucher === null) {
    return refuse({ type: 'UnknownAuthor', author });
  }
  if (authorHere !== undefined && authorHere.revokedAfter !== null) {
    return refuse({ type: 'Revoked', person: authorHere.person });
  }
  for (const { device, to } of manifest.segments) {
    const revokedAfter = known.get(device)?.revokedAfter ?? null;
    if (revokedAfter !== null && to > revokedAfter) {
      return refuse({ type: 'Revoked', person: known.get(device)?.person ?? '' });
    }
  }
  const fork = await forkIn(database, opened);
  if (fork !== null) return refuse({ type: 'Forked', person: personOf(manifest.devices, fork.device), seq: fork.seq });
  const devices = manifest.devices.flatMap((told): Device[] => {
    const held = known.get(told.device);
    const isAuthor = told.device === author.device;
    if (held !== undefined && (held.trust !== 'introduced' || !isAuthor || !isAuthorChecked)) {
      const successions = bothOf(held.successions ?? [], told.successions);
      return successions.length === (held.successions ?? []).length ? [] : [{ ...held, successions }];
    }
    const { device: id, ...facts } = told;
    return [
      {
        id,
        ...facts,
        trust: isAuthor && isAuthorChecked ? 'checked' : 'introduced',
        introducedBy: isAuthor ? (isAuthorChecked ? null : voucher) : author.device,
        since: now(),
        revokedAfter: null,
      },
    ];
  });
  return ok({ devices });
}

/** The laptop known here that says, with its own key, that the author is itself under a new name. */
function voucherFor({ manifest, author }: OpenedBundle, known: ReadonlyMap<string, Device>): string | null {
  const found = manifest.devices.find(({ device, successions }) => {
    const isTrusted = known.get(device)?.revokedAfter === null;
    return isTrusted && successions.some(({ as, asKey }) => as === author.device && isSameKey(asKey, author.signKey));
  });
  return found?.device ?? null;
}

function bothOf(held: ReadonlyArray<Succession>, told: ReadonlyArray<Succession>): ReadonlyArray<Succession> {
  return [...held, ...told.filter(({ as }) => held.every((one) => one.as !== as))];
}

function isSameKey(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function personOf(devices: ReadonlyArray<BundleDevice>, id: string): string {
  return devices.find(({ device }) => device === id)?.person ?? '';
}

/** Where a device's saves run two ways: other bytes for the same numbers, or a chain that does not hang together. */
async function forkIn(
  database: Database,
  { segments }: OpenedBundle,
): Promise<{ readonly device: string; readonly seq: number } | null> {
  const ends = new Map<string, string>();
  const starts = new Map<string, string>();
  for (const { device, from, to, hash } of await segmentsHeld(database)) {
    starts.set(`${device} ${from}`, hash);
    ends.set(`${device} ${to}`, hash);
  }
  const log = await readLogHeld(database);
  for (const { sealed, read } of segments) {
    const held = starts.get(`${read.device} ${read.from}`);
    if (held !== undefined && held !== sealed.hash) return { device: read.device, seq: read.from };
    const isOverlapping = held === undefined && read.from <= heldOf(log?.held ?? {}, read.device);
    if (isOverlapping) return { device: read.device, seq: read.from };
    const before = ends.get(`${read.device} ${read.from - 1}`);
    if (before !== undefined && before !== read.previous) return { device: read.device, seq: read.from };
    ends.set(`${read.device} ${read.to}`, sealed.hash);
  }
  return null;
}

async function take(
  session: Session,
  { opened, fileName, detailed = null }: TakeOrder,
  { devices, newFiles }: Judged & { readonly newFiles: number },
  told: (report: BundleReport) => void,
): Promise<void> {
  const { database } = session;
  const { manifest } = opened;
  const segments = opened.segments.map(({ sealed, read }) => ({ sealed, saves: read.saves }));
  const held = (await readLogHeld(database))?.held ?? {};
  const fresh = segments.flatMap(({ saves }) => saves).filter(({ device, seq }) => seq > heldOf(held, device));
  const before = await readBefore(session, fresh, detailed);
  const tables: ReadonlyArray<Table> = [database.devices, database.peers, database.imports];
  await receiveWith(
    session,
    { segments },
    {
      tables,
      keep: async (ready, waiting, rows) => {
        // Worked out while the disk is at work on the rows.
        const changed = await changedRecords(session, { before, rows }, ready, detailed);
        if (devices.length > 0) await database.devices.bulkPut([...devices]);
        const { author: device, held: theirs, missingFiles, at, recent } = manifest;
        const peer = await database.peers.get(device);
        // An older bundle must not make one forget what a newer one showed.
        if (peer === undefined || peer.at <= at)
          await database.peers.put({ device, held: theirs, missingFiles, at, recent });
        const report = await reportOf(session, changed, { ready: ready.length, waiting }, { ...opened, newFiles });
        const taken = await database.imports.get(manifest.bundle);
        if (taken === undefined || ready.length > 0)
          await database.imports.put(importRow(session, fileName, opened, ready, waiting));
        told(report);
      },
    },
  );
}

function importRow(
  { now }: Session,
  fileName: string,
  { manifest }: OpenedBundle,
  ready: ReadonlyArray<Save>,
  waiting: number,
): ImportRow {
  const { bundle, at: madeAt, author, no } = manifest;
  const applied = new Map<string, { from: number; to: number }>();
  for (const { device, seq } of ready) {
    const range = applied.get(device);
    if (range === undefined) applied.set(device, { from: seq, to: seq });
    else applied.set(device, { from: Math.min(range.from, seq), to: Math.max(range.to, seq) });
  }
  return {
    bundle,
    at: now(),
    madeAt,
    author,
    no,
    fileName,
    applied: [...applied].map(([device, range]) => ({ device, ...range })),
    waiting,
    isUndone: false,
  };
}
