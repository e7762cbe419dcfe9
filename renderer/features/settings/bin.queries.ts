/** What was deleted in the last 30 days, latest first. Read by the moment of deletion, so that a full bin changes nothing. */
import type { Kind } from '#shared/changes/kind.ts';
import { timeOf } from '#shared/changes/clock.ts';
import type { Binned, Database } from '#renderer/data/database.ts';

/** Records deleted together, which come back together. */
export interface BinEntry {
  readonly key: string;
  /** `Partnership Board and 12 more` */
  readonly title: string;
  /** `body` */
  readonly label: string;
  /** In milliseconds since 1970. */
  readonly deletedAt: number;
  readonly records: ReadonlyArray<{ readonly kind: string; readonly id: string }>;
}

const days = 30;
const most = 500;
const stampsADay = 24 * 60 * 60 * 1000 * 1024;

export async function readBin(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  now: number,
): Promise<ReadonlyArray<BinEntry>> {
  const rows = await database.bin
    .where('binnedAt')
    .above(now * 1024 - days * stampsADay)
    .reverse()
    .limit(most)
    .toArray();
  const groups = new Map<number, Binned[]>();
  for (const row of rows) {
    const group = groups.get(row.binnedAt);
    if (group === undefined) groups.set(row.binnedAt, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => entryOf(group, kinds));
}

function entryOf(group: ReadonlyArray<Binned>, kinds: ReadonlyMap<string, Kind>): ReadonlyArray<BinEntry> {
  const known = group.filter(({ kind }) => kinds.has(kind));
  const ids = new Set(known.map(({ id }) => id));
  // What the others lay in gives the name: a body rather than one of its seats.
  const first =
    known.find(({ kind, row }) => !ids.has(String(valueOf(row, kinds.get(kind)?.parent?.field)))) ?? known[0];
  const kind = kinds.get(first?.kind ?? '');
  if (first === undefined || kind === undefined) return [];
  const named = kind.titleOf(first.row);
  const title = named === '' ? `An unnamed ${kind.label}` : named;
  return [
    {
      key: `${first.kind} ${first.id}`,
      title: known.length === 1 ? title : `${title} and ${known.length - 1} more`,
      label: kind.label,
      deletedAt: timeOf(first.binnedAt),
      records: known.map(({ kind: name, id }) => ({ kind: name, id })),
    },
  ];
}

function valueOf(row: object, field: string | undefined): unknown {
  return field === undefined ? null : (row as Readonly<Record<string, unknown>>)[field];
}
