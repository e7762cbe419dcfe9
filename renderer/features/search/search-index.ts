/**
 * The search index: every record by its title and its short texts. Made the first time somebody searches, and from then on
 * brought up to date from the saves made since, so that neither starting nor saving pays for it.
 */
import { Dexie } from 'dexie';
import MiniSearch from 'minisearch';
import type { Kind } from '#shared/changes/kind.ts';
import type { Row } from '#shared/changes/record.ts';
import type { Database } from '#renderer/data/database.ts';
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
  let reached = await latestStamp(database);
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
      const saves = await database.saves.where('stamp').above(reached).toArray();
      reached = Math.max(reached, ...saves.map((save) => save.stamp));
      const touched = saves.flatMap((save) =>
        save.edits.flatMap((edit) => {
          const kind = kinds.get(edit.kind);
          return kind === undefined ? [] : [{ kind, id: edit.record }];
        }),
      );
      for (const { kind, id } of touched) {
        const row = (await readRows(database, [{ kind, id }])).get(`${kind.name} ${id}`);
        const isLive = (await database.bin.where('[kind+id]').equals([kind.name, id]).count()) === 0;
        const entry = row === undefined || !isLive ? null : entryOf(kind, row);
        if (index.has(`${kind.name} ${id}`)) index.discard(`${kind.name} ${id}`);
        if (entry !== null) index.add(entry);
      }
    },
  };
}

async function latestStamp(database: Database): Promise<number> {
  const last = await database.saves.where('stamp').between(Dexie.minKey, Dexie.maxKey).last();
  return last?.stamp ?? 0;
}
