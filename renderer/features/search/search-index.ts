/**
 * The search index: every record by its title and its short texts. Made the first time somebody searches, and from then on
 * brought up to date from the saves made since, so that neither starting nor saving pays for it.
 */
import MiniSearch from 'minisearch';
import type { Kind } from '#shared/changes/kind.ts';
import { isGone, type Row } from '#shared/changes/record.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { readLogHeld, type Database } from '#renderer/data/database.ts';
import { readSavesBetween } from '#renderer/data/log.ts';
import { readRows } from '#renderer/data/materialise.ts';
import { placeOfRecord } from '#renderer/navigation/record-places.ts';

export interface Found {
  /** `kind id`. */
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly title: string;
  readonly path: string;
}

interface Entry extends Found {
  readonly words: string;
}

export interface SearchIndex {
  /** The best matches, at most `most`. Words may be unfinished or slightly misspelt. */
  find(query: string, most: number): ReadonlyArray<Found>;
  /** Takes in what was saved since it was last looked at. */
  catchUp(): Promise<void>;
}

const longestText = 200;

function entryOf(kind: Kind, row: Row): Entry | null {
  const path = placeOfRecord(kind.name, row.id, row);
  const title = kind.titleOf(row);
  if (path === null || title === '') return null;
  const words = Object.keys(kind.fields).flatMap((name) => {
    const value = row[name];
    return typeof value === 'string' && value.length <= longestText && !name.endsWith('Id') ? [value] : [];
  });
  return { key: `${kind.name} ${row.id}`, kind: kind.name, label: kind.label, title, path, words: words.join(' ') };
}

export async function openSearchIndex(database: Database, kinds: ReadonlyMap<string, Kind>): Promise<SearchIndex> {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'words'],
    storeFields: ['key', 'kind', 'label', 'title', 'path'],
    searchOptions: {
      boost: { title: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  let reached = await heldNow(database);
  for (const kind of kinds.values()) {
    const rows = await database.table<Row, string>(kind.table).toArray();
    await index.addAllAsync(
      rows.flatMap((row) => entryOf(kind, row) ?? []),
      { chunkSize: 200 },
    );
  }

  return {
    find: (query, most) =>
      index
        .search(query)
        .slice(0, most)
        .map(({ key, kind, label, title, path }): Found => ({
          key: String(key),
          kind: String(kind),
          label: String(label),
          title: String(title),
          path: String(path),
        })),
    catchUp: async () => {
      const held = await heldNow(database);
      const news = Object.entries(held).map(([device, to]) =>
        readSavesBetween(database, device, heldOf(reached, device) + 1, to),
      );
      const saves = (await Promise.all(news)).flat();
      reached = held;
      const touched = new Map<string, { readonly kind: Kind; readonly id: string }>();
      for (const { edits } of saves) {
        for (const edit of edits) {
          const kind = kinds.get(edit.kind);
          if (kind !== undefined) touched.set(`${kind.name} ${edit.record}`, { kind, id: edit.record });
        }
      }
      const now = await readRows(database, [...touched.values()]);
      for (const [key, { kind }] of touched) {
        const row = now.get(key);
        const entry = row === undefined || isGone(row) ? null : entryOf(kind, row);
        if (index.has(key)) index.discard(key);
        if (entry !== null) index.add(entry);
      }
    },
  };
}

async function heldNow(database: Database): Promise<VersionVector> {
  return (await readLogHeld(database))?.held ?? {};
}
