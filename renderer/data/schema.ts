/**
 * Keys and indexes of every table. Tables of records are derived from their kinds; the log's own tables stand here.
 *
 * The database's version is the newest `since` among them, so a new kind needs no line here. Tables of records are never
 * migrated row by row: when a kind's shape has changed they are worked out anew from the log (rebuild.ts).
 */
import type { Kind } from '#shared/changes/kind.ts';

/** Raise when one of the log's own tables changes. */
const logSince = 4;

const logTables: Readonly<Record<string, string>> = {
  // What belongs to this laptop: how far the log is held, who sits here, what shape the tables have.
  meta: 'key',
  // The log: saves not sealed yet. `records` names every record a save touches, for its history.
  saves: '[device+seq], *records, stamp',
  // Saves that lean on others not yet here.
  parked: '[device+seq]',
  // All others, sealed and signed by the device that made them, byte for byte as they travel; and what is in each such part.
  segments: '[device+from]',
  contents: '[device+from]',
  // Edits this version of the app cannot read, kept for a newer one.
  unread: '++no, kind',
  // Deleted records, as they were.
  bin: '[kind+id], binnedAt',
  // Long texts, by record and field.
  texts: 'key',
  // Attached files, by the SHA-256 of their bytes.
  files: 'sha256',
  // Pieces of files that have not come whole yet.
  pieces: '[sha256+from]',
  // This laptop's own keys: they cannot be read out.
  keys: 'key',
  // Laptops that may hand something in, and whether their safety words were compared.
  devices: 'id',
  // What each of them was last seen to hold, by its own bundles.
  peers: 'device',
  // Bundles made here, and bundles taken in.
  exports: 'no',
  imports: 'bundle, at',
  // Notes of this reader alone: no saves, so that they go into no bundle.
  privateNotes: 'id, subject',
  // Where this reader left off in what was read.
  readingPlaces: 'key',
};

export function tablesOf(kinds: ReadonlyArray<Kind>): Readonly<Record<string, string>> {
  const ofKinds = kinds.map((kind) => [kind.table, ['id', ...kind.indexes, '_open'].join(', ')]);
  return { ...logTables, ...Object.fromEntries(ofKinds) };
}

export function versionOf(kinds: ReadonlyArray<Kind>): number {
  return Math.max(logSince, ...kinds.map((kind) => kind.since));
}

/**
 * What decides how a kind's rows look: when it changes, they are worked out anew. A field that merely accepts more than it
 * did does not show here, so its kind's `since` is to be raised.
 */
export function shapeOf(kind: Kind): string {
  const fields = Object.entries(kind.fields).map(([name, field]) => `${name}:${field.merge}`);
  return [kind.table, String(kind.since), ...fields.sort(), ...kind.indexes].join(' ');
}
