/** What a bundle changes, record by record: told before it is taken in, and again when it has been. */
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import { timeOf } from '#shared/changes/clock.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { isGone, type Row } from '#shared/changes/record.ts';
import type { Dot, Save } from '#shared/changes/save.ts';
import { fieldOfEdit } from '#shared/changes/history.ts';
import { textKey } from '#shared/changes/text.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { readLogHeld, type Database } from '#renderer/data/database.ts';
import { readSavesAt, readWaiting } from '#renderer/data/log.ts';
import { readRows } from '#renderer/data/materialise.ts';
import type { Session } from '#renderer/data/session.ts';
import { decisionsIn, type Decision, type OpenRow } from './decisions.ts';
import { newlyDisputed } from './newly-disputed.ts';
import { readAlongside, type Alongside } from './written-alongside.ts';
import { fieldChanges, type FieldChange, type TextsOf } from './field-changes.ts';

export interface RecordChange {
  readonly kind: string;
  readonly id: string;
  /** What the record is called, as it would stand. */
  readonly title: string;
  readonly what: 'added' | 'changed' | 'removed' | 'broughtBack';
  /** Names of the people who changed it. */
  readonly by: ReadonlyArray<string>;
  /** When it was last changed, by the clock of whoever did. Milliseconds since 1970. */
  readonly at: number;
  /** Labels of what they changed in it. */
  readonly fields: ReadonlyArray<string>;
  /** What stood in its fields and what would. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** `changes` are told; they are of the first few hundred records, or of those that were asked for. */
  readonly isDetailed: boolean;
  /** Names of those here who wrote in one of its texts without sight of what came. */
  readonly alongside: ReadonlyArray<string>;
  /** People disagree about something in it about which they did not before. */
  readonly isNewlyOpen: boolean;
}

/** Saves of a device that something leans on and that are not here. */
export interface Gap {
  readonly device: string;
  readonly person: string;
  readonly from: number;
  readonly to: number;
  /** Its author's bundle that held them, by its author's own list; `null` where that is not known. */
  readonly bundle: { readonly no: number; readonly at: number } | null;
}

export interface BundleReport {
  readonly author: string;
  /** Its author's laptop. */
  readonly device: string;
  readonly no: number;
  /** Milliseconds since 1970, by its author's clock. */
  readonly madeAt: number;
  /** How far that clock is ahead of ours, in milliseconds; below 0 where it cannot be told from the time the bundle travelled. */
  readonly aheadBy: number;
  /** How far it is behind ours at least, by a save of ours that its author held when the bundle was made; 0 where it is not. */
  readonly behindBy: number;
  readonly saves: number;
  readonly known: number;
  readonly waiting: number;
  readonly gaps: ReadonlyArray<Gap>;
  /** Files, and pieces of files, that are new here. */
  readonly files: number;
  readonly records: ReadonlyArray<RecordChange>;
  /** What people would disagree about that they do not yet. */
  readonly decisions: ReadonlyArray<Decision>;
}

/** Rows and texts as they stand before anything is taken in. */
export interface Before {
  readonly rows: ReadonlyMap<string, Row>;
  readonly texts: TextsOf;
  readonly alongside: Alongside;
}

/** Records whose fields are told of, and texts: nobody reads more of them before *Apply changes*. */
const mostDetailed = 300;

function touched(session: Session, saves: ReadonlyArray<Save>): Parameters<typeof readRows>[1] {
  const found = new Map<string, Parameters<typeof readRows>[1][number]>();
  let [lastKind, lastId] = ['', ''];
  for (const { edits } of saves) {
    for (const { kind: name, record: id } of edits) {
      if (id === lastId && name === lastKind) continue;
      [lastKind, lastId] = [name, id];
      const kind = session.kinds.get(name);
      if (kind !== undefined) found.set(`${name} ${id}`, { kind, id });
    }
  }
  return [...found.values()];
}

/** Records as `kind id` whose fields are to be told of; `null` for the first few hundred. */
export type Detailed = ReadonlySet<string> | null;

export async function readBefore(
  session: Session,
  saves: ReadonlyArray<Save>,
  detailed: Detailed = null,
): Promise<Before> {
  const [rows, texts, alongside] = await Promise.all([
    readRows(session.database, touched(session, saves)),
    readTexts(session, saves, detailed),
    readAlongside(session, saves),
  ]);
  return { rows, texts, alongside };
}

/** The texts that these saves write in: the first few hundred, or those of the records that were asked for. */
async function readTexts(
  { database, kinds }: Session,
  saves: ReadonlyArray<Save>,
  detailed: Detailed,
): Promise<TextsOf> {
  const keys = new Set<string>();
  for (const { edits } of saves) {
    for (const { kind, record, path } of edits) {
      const isWanted = detailed === null ? keys.size < mostDetailed : detailed.has(`${kind} ${record}`);
      if (isWanted && kinds.get(kind)?.fields[path]?.merge === 'text') keys.add(textKey(record, path));
    }
  }
  const wanted = [...keys];
  const found = wanted.length === 0 ? [] : await database.texts.bulkGet(wanted);
  return new Map(wanted.map((key, at) => [key, found[at]?.state ?? null]));
}

interface DisputedRow extends OpenRow {
  /** The paths about which people disagree now and did not before. */
  readonly disputed: ReadonlySet<string>;
}

export interface ChangedRecords {
  readonly records: ReadonlyArray<RecordChange>;
  readonly open: ReadonlyArray<DisputedRow>;
}

/** What is told of one record while the saves are gone through. */
interface Told {
  readonly kind: Kind;
  readonly id: string;
  readonly by: Set<string>;
  readonly fields: Set<string>;
  at: number;
}

function toldOf(session: Session, saves: ReadonlyArray<Save>): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  let last: Told | undefined;
  for (const save of saves) {
    const at = timeOf(save.at);
    for (const edit of save.edits) {
      // A save writes the fields of a record one after the other.
      if (last?.id !== edit.record || last.kind.name !== edit.kind) {
        const kind = session.kinds.get(edit.kind);
        if (kind === undefined) continue;
        const key = `${edit.kind} ${edit.record}`;
        last = told.get(key) ?? { kind, id: edit.record, by: new Set(), fields: new Set(), at: 0 };
        told.set(key, last);
      }
      const field = fieldOfEdit(edit, session.kinds);
      if (field === null) continue;
      if (field !== '') last.fields.add(field);
      last.by.add(save.by);
      last.at = Math.max(last.at, at);
    }
  }
  return told;
}

/** Within the transaction that takes the saves in. Asks the database only where texts are concerned. */
export async function changedRecords(
  session: Session,
  { before, rows }: { readonly before: Before; readonly rows: ReadonlyMap<string, Row> },
  ready: ReadonlyArray<Save>,
  detailed: Detailed,
): Promise<ChangedRecords> {
  const texts = { before: before.texts, after: await readTexts(session, ready, detailed), alongside: before.alongside };
  const open: DisputedRow[] = [];
  const records: RecordChange[] = [];
  for (const [key, { kind, id, by, fields, at }] of toldOf(session, ready)) {
    const [was, is] = [before.rows.get(key), rows.get(key)];
    if (is === undefined) continue;
    const disputed = newlyDisputed(kind, was, is);
    if (disputed.size > 0) open.push({ kind, row: is, disputed });
    const alongside =
      before.alongside.size === 0
        ? []
        : Object.keys(kind.fields).flatMap((name) => before.alongside.get(textKey(id, name)) ?? []);
    const isDetailed = detailed === null ? records.length < mostDetailed : detailed.has(key);
    records.push({
      kind: kind.name,
      id,
      title: kind.titleOf(is) || `A ${kind.label}`,
      what: whatHappened(was, is),
      by: [...by],
      at,
      fields: [...fields],
      changes: isDetailed ? fieldChanges(kind, was, is, texts) : [],
      isDetailed,
      alongside: [...new Set(alongside)],
      isNewlyOpen: disputed.size > 0,
    });
  }
  return { records, open };
}

/** The whole report, within the same transaction. */
export async function reportOf(
  session: Session,
  { records, open }: ChangedRecords,
  { ready, waiting }: { readonly ready: number; readonly waiting: number },
  { manifest, author, newFiles }: OpenedBundle & { readonly newFiles: number },
): Promise<BundleReport> {
  const incoming = manifest.segments.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const disputedIn = new Map(open.map(({ kind, row, disputed }) => [`${kind.name} ${row.id}`, disputed]));
  const decisions = (await decisionsIn(session.database, open, session.device)).filter(
    ({ kind, record, path }) => disputedIn.get(`${kind} ${record}`)?.has(path) === true,
  );
  return {
    author: author.person,
    device: author.device,
    no: manifest.no,
    madeAt: manifest.at,
    aheadBy: manifest.at - session.now(),
    behindBy: await readBehindBy(session, manifest),
    saves: ready,
    known: Math.max(0, incoming - ready - waiting),
    waiting,
    gaps: await readGaps(session.database),
    files: newFiles,
    records,
    decisions,
  };
}

/** A bundle cannot have been made before what its author had read by then. */
async function readBehindBy({ database }: Session, { at, held }: OpenedBundle['manifest']): Promise<number> {
  const log = await readLogHeld(database);
  if (log === undefined) return 0;
  const last: Dot = [log.device, Math.min(heldOf(held, log.device), heldOf(log.held, log.device))];
  const save = (await readSavesAt(database, [last]))(last);
  return save === undefined ? 0 : Math.max(0, timeOf(save.at) - at);
}

function whatHappened(was: Row | undefined, is: Row): RecordChange['what'] {
  if (isGone(is)) return 'removed';
  if (was === undefined) return 'added';
  return isGone(was) ? 'broughtBack' : 'changed';
}

/** What the saves that wait are waiting for. */
export async function readGaps(database: Database): Promise<ReadonlyArray<Gap>> {
  const [log, parked, devices, peers] = await Promise.all([
    readLogHeld(database),
    readWaiting(database),
    database.devices.toArray(),
    database.peers.toArray(),
  ]);
  const held: VersionVector = log?.held ?? {};
  const needed = new Map<string, number>();
  const here = new Map<string, Set<number>>();
  for (const { device, seq, deps } of parked) {
    here.set(device, (here.get(device) ?? new Set()).add(seq));
    for (const [other, last] of [...Object.entries(deps), [device, seq - 1] as const]) {
      if (last > heldOf(held, other)) needed.set(other, Math.max(last, needed.get(other) ?? 0));
    }
  }
  return [...needed].flatMap(([device, last]): Gap[] => {
    const person = devices.find(({ id }) => id === device)?.person ?? '';
    const gaps: Gap[] = [];
    for (let seq = heldOf(held, device) + 1; seq <= last; seq++) {
      if (here.get(device)?.has(seq) === true) continue;
      const open = gaps.at(-1);
      if (open?.to === seq - 1) gaps[gaps.length - 1] = { ...open, to: seq };
      else gaps.push({ device, person, from: seq, to: seq, bundle: null });
    }
    const made = peers.find((peer) => peer.device === device)?.recent ?? [];
    return gaps.map((gap) => {
      const holding = made.find(({ from, to }) => heldOf(from, device) < gap.from && heldOf(to, device) >= gap.to);
      return holding === undefined ? gap : { ...gap, bundle: { no: holding.no, at: holding.at } };
    });
  });
}
