/** One workspace on this laptop: its log, and the tables worked out from it. */
import { Dexie, type Table } from 'dexie';
import type { SealedSegment } from '#shared/bundle/segment.ts';
import type { Succession } from '#shared/bundle/succession.ts';
import type { Stamp } from '#shared/changes/clock.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Kind, RecordOf } from '#shared/changes/kind.ts';
import type { Row } from '#shared/changes/record.ts';
import type { Save } from '#shared/changes/save.ts';
import type { VersionVector } from '#shared/changes/version-vector.ts';
import { oneWriterAtATime } from './one-writer.ts';
import { sealedOnce } from './sealed-once.ts';
import { tablesOf, versionOf } from './schema.ts';
import { tellInRanges } from './told-in-ranges.ts';
import { writeBehindNoTornLog } from './torn-log.ts';
import type { SegmentEntry } from './segment-entry.ts';
import type { Folder } from './folder.ts';

/** How far the log is held. Written in the same transaction as the saves it speaks of. */
export interface LogHeld {
  readonly key: 'log';
  readonly device: string;
  readonly held: VersionVector;
  readonly stamp: Stamp;
}

export interface Me {
  readonly key: 'me';
  readonly name: string;
  readonly role: string;
}

export interface Shapes {
  readonly key: 'shapes';
  readonly of: Readonly<Record<string, string>>;
}

/** Own saves up to this one are beyond *Undo*. */
interface UndoFloor {
  readonly key: 'undoFloor';
  readonly seq: number;
}

/** Which workspace this is, the same on every laptop: the device that founded it. */
interface WorkspaceEntry {
  readonly key: 'workspace';
  readonly id: string;
}

/** The laptop and place that this workspace was last opened in, as the host marks them. */
interface MachineEntry {
  readonly key: 'machine';
  readonly print: string;
}

/** There until a workspace that is being joined has all that the invitation holds: until then it is none. */
interface JoiningEntry {
  readonly key: 'joining';
}

/** The last backup that was put somewhere. */
export interface BackupEntry {
  readonly key: 'backup';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly fileName: string;
}

/** How backups are made without being asked for. */
export interface BackupPlan {
  readonly key: 'backupPlan';
  /** What they are locked with; kept here because nobody is there to type it. */
  readonly passphrase: string;
  /** Where each is put too, besides the shelf of this laptop. */
  readonly folder: Folder | null;
  /** Goes up whenever the officer has chosen something else. */
  readonly turn: number;
  /** The last one: when, and what was held then. */
  readonly last: { readonly at: number; readonly held: VersionVector } | null;
  /** What went wrong the last time. */
  readonly failure: 'room' | 'folder' | 'notReadable' | null;
}

/** The folder that another program carries between laptops. */
interface FolderEntry {
  readonly key: 'folder';
  readonly folder: Folder;
}

export type MetaEntry =
  | LogHeld
  | JoiningEntry
  | Me
  | Shapes
  | UndoFloor
  | WorkspaceEntry
  | BackupEntry
  | BackupPlan
  | MachineEntry
  | FolderEntry;

export interface SaveRow extends Save {
  readonly records: ReadonlyArray<string>;
  readonly stamp: Stamp;
}

export interface Binned {
  readonly kind: string;
  readonly id: string;
  readonly row: Row;
  readonly binnedAt: Stamp;
}

export interface KeptText {
  readonly key: string;
  readonly state: Uint8Array;
}

export interface KeptFile {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly blob: Blob;
}

/** A piece of a file that has not come whole yet. */
export interface Piece {
  /** Of the whole file. */
  readonly sha256: string;
  /** Where in it the piece begins, and how many bytes it has. */
  readonly from: number;
  readonly size: number;
  /** Bytes of the whole file. */
  readonly whole: number;
  readonly type: string;
  readonly blob: Blob;
}

/** A note that never leaves this laptop. Its fields are those of a shared one. */
export interface PrivateNote {
  readonly id: string;
  readonly subject: string;
  readonly says: string;
  readonly page: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly words: string;
  readonly by: string;
  readonly madeOn: CivilDate | null;
}

/** The page on which somebody left off reading a file. */
export interface ReadingPlace {
  readonly key: string;
  /** Counted from 1. */
  readonly page: number;
}

export interface OwnKeys {
  /** `own`; the device's id for one that this laptop was before. */
  readonly key: string;
  readonly signing: CryptoKeyPair;
  readonly age: CryptoKeyPair;
}

export interface Device {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly signKey: Uint8Array;
  readonly ageKey: string;
  /** New identities of copies of it; not there in rows of before there were any. */
  readonly successions?: ReadonlyArray<Succession>;
  /** How it is known: it is this one; its words were compared by an officer here; a laptop known already vouches for it. */
  readonly trust: 'self' | 'checked' | 'introduced';
  /** The device that vouches for it. */
  readonly introducedBy: string | null;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** The last of its saves that is taken; `null` while it is trusted. */
  readonly revokedAfter: number | null;
}

export interface ExportRow {
  /** This laptop's own counter of bundles. */
  readonly no: number;
  readonly bundle: string;
  readonly at: number;
  readonly from: VersionVector;
  readonly to: VersionVector;
  /** Whom it is for: device ids; none for a passphrase. */
  readonly recipients: ReadonlyArray<string>;
  readonly fileName: string;
  readonly size: number;
}

export interface ImportRow {
  readonly bundle: string;
  /** When it was taken in, by this laptop's clock. */
  readonly at: number;
  /** When it was made, by its author's. */
  readonly madeAt: number;
  readonly author: string;
  readonly no: number;
  readonly fileName: string;
  /** What came in with it: the saves of each device. */
  readonly applied: ReadonlyArray<{ readonly device: string; readonly from: number; readonly to: number }>;
  readonly waiting: number;
  readonly isUndone: boolean;
}

export interface Peer {
  readonly device: string;
  readonly held: VersionVector;
  readonly missingFiles: ReadonlyArray<string>;
  /** When its last bundle was made, by its own clock. */
  readonly at: number;
  readonly recent: ReadonlyArray<{
    readonly no: number;
    readonly at: number;
    readonly from: VersionVector;
    readonly to: VersionVector;
  }>;
}

export interface Unread {
  readonly no?: number;
  readonly kind: string;
  readonly device: string;
  readonly seq: number;
  readonly path: string;
}

export interface Database extends Dexie {
  readonly meta: Table<MetaEntry, string>;
  readonly saves: Table<SaveRow, [string, number]>;
  readonly parked: Table<Save, [string, number]>;
  readonly segments: Table<SealedSegment, [string, number]>;
  readonly contents: Table<SegmentEntry, [string, number]>;
  readonly keys: Table<OwnKeys, string>;
  readonly devices: Table<Device, string>;
  readonly peers: Table<Peer, string>;
  readonly exports: Table<ExportRow, number>;
  readonly imports: Table<ImportRow, string>;
  readonly unread: Table<Unread, number>;
  readonly bin: Table<Binned, [string, string]>;
  readonly texts: Table<KeptText, string>;
  readonly files: Table<KeptFile, string>;
  readonly pieces: Table<Piece, [string, number]>;
  readonly privateNotes: Table<PrivateNote, string>;
  readonly readingPlaces: Table<ReadingPlace, string>;
}

/** Declares a workspace's database; nothing is opened until it is first used. */
export function declareDatabase(name: string, kinds: ReadonlyArray<Kind>): Database {
  // Strict: a save counts as kept only once the disk has it, so that not even a power cut takes it back.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database
    .version(versionOf(kinds))
    .stores({ ...tablesOf(kinds) })
    .upgrade(sealedOnce);
  oneWriterAtATime(database);
  writeBehindNoTornLog(database);
  tellInRanges(database);
  return database as Database;
}

/** The rows of a kind, deleted records left out. */
export function rowsOf<SomeKind extends { readonly table: string }>(
  database: Database,
  kind: SomeKind,
): Table<RecordOf<SomeKind>, string> {
  return database.table(kind.table);
}

export async function readLogHeld(database: Database): Promise<LogHeld | undefined> {
  const entry = await database.meta.get('log');
  return entry?.key === 'log' ? entry : undefined;
}

/** A workspace founded before it could be shared is that of its one laptop. */
export async function readWorkspaceId(database: Database): Promise<string> {
  const entry = await database.meta.get('workspace');
  return entry?.key === 'workspace' ? entry.id : ((await readLogHeld(database))?.device ?? '');
}

export async function readMe(database: Database): Promise<Me | null> {
  const entry = await database.meta.get('me');
  return entry?.key === 'me' ? entry : null;
}
