/** What people disagree about: every record with values that nobody has chosen between, and every deletion that was disputed. */
import type { Change, Draft } from '#shared/changes/draft.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { decisionsOf, type Row } from '#shared/changes/record.ts';
import { gonePath } from '#shared/changes/save.ts';
import type { Json } from '#shared/kernel/json.ts';
import type { Database } from '#renderer/data/database.ts';
import { readSavesAt } from '#renderer/data/log.ts';
import type { Session } from '#renderer/data/session.ts';

export interface Choice {
  readonly value: Json;
  /** As History tells it. */
  readonly words: string;
  readonly by: string;
  /** Of the save, as the log counts time. */
  readonly stamp: number;
  /** It was written on this laptop. */
  readonly isOwn: boolean;
}

export interface Decision {
  readonly kind: string;
  readonly record: string;
  readonly path: string;
  /** What the record is called, and what kind of thing it is. */
  readonly title: string;
  readonly label: string;
  /** What is to be decided: a field by its label, or whether the record stays. */
  readonly about: string;
  /** A disputed deletion: its choices are to keep (`false`) and to delete (`true`). */
  readonly isDeletion: boolean;
  /** Its values are plain words, which can be combined and written anew. */
  readonly isWords: boolean;
  readonly choices: ReadonlyArray<Choice>;
}

export async function readDecisions({ kinds, device }: Session, database: Database): Promise<ReadonlyArray<Decision>> {
  const found: OpenRow[] = [];
  for (const kind of kinds.values()) {
    const rows = await database.table<Row, string>(kind.table).where('_open').equals(1).toArray();
    for (const row of rows) found.push({ kind, row });
  }
  return decisionsIn(database, found, device);
}

export interface OpenRow {
  readonly kind: Kind;
  readonly row: Row;
}

/** What people disagree about in these records, in their order. The log is read once for all: its parts are opened to be read. */
export async function decisionsIn(
  database: Database,
  records: ReadonlyArray<OpenRow>,
  device: string,
): Promise<ReadonlyArray<Decision>> {
  const heads = records.flatMap(({ kind, row }) => [
    ...decisionsOf(kind, row).flatMap(({ values }) => values.map(({ head }) => head)),
    ...row._deletions.slice(0, 1).map(({ head }) => head),
  ]);
  if (heads.length === 0) return [];
  const saveAt = await readSavesAt(
    database,
    heads.map(([by, seq]) => [by, seq]),
  );
  return records.flatMap((record) => decisionsOfOne(record, saveAt, device));
}

function decisionsOfOne(
  { kind, row }: OpenRow,
  saveAt: Awaited<ReturnType<typeof readSavesAt>>,
  device: string,
): ReadonlyArray<Decision> {
  const common = { kind: kind.name, record: row.id, title: kind.titleOf(row) || `A ${kind.label}`, label: kind.label };
  const decisions: Decision[] = [];
  const disputed = decisionsOf(kind, row);
  const [deletion] = row._deletions;
  const byOf = (head: readonly [string, number, ...unknown[]]): string => saveAt(head)?.by ?? '';
  for (const { path, values } of disputed) {
    const [name = '', element = null] = path.split('/', 2);
    const field = kind.fields[name];
    const choices = values.map(({ value, head }): Choice => {
      const decoded = field?.decode(value);
      const told = decoded?.ok === true ? field?.words?.(decoded.value) : undefined;
      const words = told ?? (element === null ? inWords(value) : value === true ? `${element}: in` : `${element}: out`);
      return { value, words, by: byOf(head), stamp: head[2], isOwn: head[0] === device };
    });
    decisions.push({
      ...common,
      path,
      about: field?.label ?? name,
      isDeletion: false,
      isWords: element === null && values.every(({ value }) => typeof value === 'string') && field?.words === undefined,
      choices,
    });
  }
  if (deletion !== undefined) {
    const { head } = deletion;
    const own = head[0] === device;
    decisions.push({
      ...common,
      path: gonePath,
      about: `Whether the ${kind.label} stays`,
      isDeletion: true,
      isWords: false,
      choices: [
        { value: true, words: 'Delete it', by: byOf(head), stamp: head[2], isOwn: own },
        { value: false, words: 'Keep it, with what was changed in it meanwhile', by: '', stamp: head[2], isOwn: !own },
      ],
    });
  }
  return decisions;
}

/** A value as the officer reads it, where its field has no words of its own. */
export function inWords(value: Json): string {
  if (value === null || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Both texts, the own first, unless one holds the other. */
export function combined([first, second]: ReadonlyArray<Choice>): string {
  const [one, other] = [first, second].map((choice) => (typeof choice?.value === 'string' ? choice.value : ''));
  if (one === undefined || other === undefined) return one ?? '';
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one} / ${other}`;
}

export interface Decided {
  readonly decision: Decision;
  readonly value: Json;
}

/** Those of them that stand as they were shown: where something was changed meanwhile, people must look again. */
export async function stillAsShown(session: Session, made: ReadonlyArray<Decided>): Promise<ReadonlyArray<Decided>> {
  const keyOf = ({ kind, record, path, choices }: Decision): string =>
    JSON.stringify([
      kind,
      record,
      path,
      choices.map(({ value, by, stamp }) => JSON.stringify([value, by, stamp])).toSorted(),
    ]);
  const now = new Set((await readDecisions(session, session.database)).map(keyOf));
  return made.filter(({ decision }) => now.has(keyOf(decision)));
}

/** What was decided, all in one save. */
export function decidedAll(made: ReadonlyArray<Decided>): Draft {
  const drafts = made.map(({ decision, value }) => decided(decision, value));
  const [first] = drafts;
  const command = drafts.length === 1 ? (first?.command ?? '') : `Decided on ${drafts.length} differences`;
  return { command, note: '', changes: drafts.flatMap(({ changes }) => changes), reverts: null };
}

/** The decision, ready to be saved: it replaces every value that stands. */
export function decided({ kind, record, path, title, about }: Decision, value: Json): Draft {
  const change: Change = { kind, record, path, value, seen: null };
  return { command: `Decided on “${title}”: ${about}`, note: '', changes: [change], reverts: null };
}
