/** The log in words, with every record named as it is called now. */
import type { Kind } from '#shared/changes/kind.ts';
import { saveInWords, type SaveInWords } from '#shared/changes/history.ts';
import type { Row } from '#shared/changes/record.ts';
import type { Save } from '#shared/changes/save.ts';
import type { Database } from '#renderer/data/database.ts';
import { readLatestSaves, readSavesOf } from '#renderer/data/log.ts';
import { readRows } from '#renderer/data/materialise.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';

export interface NamedSave extends SaveInWords {
  /** Records by id, as they are called now. */
  readonly titles: ReadonlyMap<string, string>;
  /** By which laptop it is signed; `null` where nobody else has a part of the workspace. */
  readonly proof: Proof | null;
}

export interface Proof {
  /** Whose laptop it was made on. */
  readonly person: string;
  /** Signed by a laptop whose words were compared (or this one); by one that another vouches for; or not sealed yet. */
  readonly type: 'signed' | 'introduced' | 'loose';
}

/** Signatures are checked as saves come in; *Check the whole history* checks them again. */
async function readProofs(database: Database): Promise<(save: Save) => Proof | null> {
  const [devices, parts] = await Promise.all([database.devices.toArray(), segmentsHeld(database)]);
  if (devices.every(({ trust }) => trust === 'self')) return () => null;
  const known = new Map(devices.map((device) => [device.id, device]));
  const reached = new Map<string, number>();
  for (const { device, to } of parts) reached.set(device, Math.max(to, reached.get(device) ?? 0));
  return ({ device, seq }) => {
    const maker = known.get(device);
    const isSealed = seq <= (reached.get(device) ?? 0);
    const type = isSealed ? (maker?.trust === 'introduced' ? 'introduced' : 'signed') : 'loose';
    return { person: maker?.person ?? '', type };
  };
}

async function named(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  saves: ReadonlyArray<Save>,
): Promise<ReadonlyArray<NamedSave>> {
  const touched = saves.flatMap((save) =>
    save.edits.flatMap((edit) => {
      const kind = kinds.get(edit.kind);
      return kind === undefined ? [] : [{ kind, id: edit.record }];
    }),
  );
  const distinct = new Map(touched.map((entry) => [`${entry.kind.name} ${entry.id}`, entry]));
  const rows = await readRows(database, [...distinct.values()]);
  const titles = new Map<string, string>();
  for (const { kind, id } of distinct.values()) {
    titles.set(id, titleIn(kind, rows.get(`${kind.name} ${id}`)));
  }
  const proofOf = await readProofs(database);
  return saves.map((save) => ({ ...saveInWords(save, kinds), titles, proof: proofOf(save) }));
}

function titleIn(kind: Kind, row: Row | undefined): string {
  const title = row === undefined ? '' : kind.titleOf(row);
  return title === '' ? `a ${kind.label}` : title;
}

/** The latest saves of the workspace, at most `most`. */
export async function readHistory(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  most: number,
): Promise<ReadonlyArray<NamedSave>> {
  return named(database, kinds, await readLatestSaves(database, most));
}

/** How a record is called now, deleted or not; `null` where there is none. */
export async function readTitle(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  kindName: string,
  id: string,
): Promise<string | null> {
  const kind = kinds.get(kindName);
  if (kind === undefined) return null;
  const row = (await readRows(database, [{ kind, id }])).get(`${kindName} ${id}`);
  return row === undefined ? null : titleIn(kind, row);
}

export interface RecordHistory {
  readonly saves: ReadonlyArray<NamedSave>;
}

/** Everything that happened to one record, latest first; `null` where there is no such record. */
export async function readHistoryOf(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  kindName: string,
  id: string,
): Promise<RecordHistory | null> {
  if (!kinds.has(kindName)) return null;
  const saves = await readSavesOf(database, id);
  if (saves.length === 0) return null;
  const own = saves.map((save) => ({ ...save, edits: save.edits.filter((edit) => edit.record === id) }));
  return { saves: await named(database, kinds, own) };
}
