/** Undo and redo on this laptop: what is next, and doing it. */
import { earliestFirst } from '#shared/changes/causal-order.ts';
import type { Row } from '#shared/changes/record.ts';
import { isBirthOf, nextReverts, revert, revertedBy, type NextReverts } from '#shared/changes/revert.ts';
import type { Dot, Edit, Save } from '#shared/changes/save.ts';
import { updateWithout } from '#shared/changes/text.ts';
import { commitDraft } from './commit.ts';
import { readLogHeld, type Database } from './database.ts';
import { readSavesAt, readSavesBetween, readSavesOf } from './log.ts';
import { readRows } from './materialise.ts';
import type { Session } from './session.ts';

const atATime = 64;

/** What *Undo* and *Redo* would do next. */
export async function readNextReverts(session: Session): Promise<NextReverts> {
  const { database } = session;
  const log = await readLogHeld(database);
  const device = log?.device ?? '';
  const seen: Save[] = [];
  const isFinal = (kind: string): boolean => session.kinds.get(kind)?.isFinal === true;
  const floor = await readUndoFloor(session);
  for (let from = log?.held[device] ?? 0; from > floor; from -= atATime) {
    const saves = await readSavesBetween(database, device, Math.max(floor + 1, from - atATime + 1), from);
    seen.push(...saves.toReversed());
    const found = nextReverts(seen, isFinal);
    if (found.undo !== null || seen.some(({ edits }) => edits.some(({ kind }) => isFinal(kind)))) return found;
  }
  return nextReverts(seen, isFinal);
}

async function readUndoFloor({ database }: Session): Promise<number> {
  const entry = await database.meta.get('undoFloor');
  return entry?.key === 'undoFloor' ? entry.seq : 0;
}

/** What was saved until now is beyond *Undo*: a workspace just founded cannot be taken back from under itself. */
export async function closeUndo({ database }: Session): Promise<void> {
  const log = await readLogHeld(database);
  await database.meta.put({ key: 'undoFloor', seq: log?.held[log.device] ?? 0 });
}

export interface Reversal {
  /** What was taken back or brought back, in words. */
  readonly label: string;
  /** How many of its changes were left because somebody has changed the same since. */
  readonly leftAlone: number;
  readonly about: { readonly kind: string; readonly record: string } | null;
}

/** Takes back the last thing done here (or brings the last undone back); `null` when there is nothing. */
export async function reverse(session: Session, type: 'undo' | 'redo'): Promise<Reversal | null> {
  const { database, kinds } = session;
  const next = (await readNextReverts(session))[type];
  if (next === null) return null;
  const device = (await readLogHeld(database))?.device ?? session.device;
  const asked: Dot = [device, next.seq];
  const save = (await readSavesAt(database, [asked]))(asked);
  if (save === undefined) return null;

  const touched = save.edits.flatMap((edit) => {
    const kind = kinds.get(edit.kind);
    return kind === undefined ? [] : [{ kind, id: edit.record }];
  });
  const rows = await readRows(database, touched);
  const told = await readTold(database, save, rows);
  const texts = await readTextsWithout(session, save);
  const { draft, leftAlone } = revert(save, type, next.label, kinds, {
    row: (kind, id) => rows.get(`${kind} ${id}`),
    save: ([device, seq]) => told.get(`${device} ${seq}`),
    textWithout: (_save, edit) => texts.get(edit) ?? null,
  });
  await commitDraft(session, draft, session.me.name);
  const first = save.edits[0];
  return {
    label: next.label,
    leftAlone,
    about: first === undefined ? null : { kind: first.kind, record: first.record },
  };
}

/**
 * The saves that tell what stands in the fields of `save` and what it replaced: followed back through whatever was taken
 * back and brought back since.
 */
async function readTold(
  database: Database,
  save: Save,
  rows: ReadonlyMap<string, Row>,
): Promise<ReadonlyMap<string, Save>> {
  const { device } = save;
  const told = new Map<string, Save>([[`${device} ${save.seq}`, save]]);
  const find = ([by, seq]: Dot): Save | undefined => told.get(`${by} ${seq}`);
  const standing = save.edits.flatMap(({ kind, record, path }) =>
    (rows.get(`${kind} ${record}`)?._heads[path] ?? []).map(([by, seq]): Dot => [by, seq]),
  );
  let wanted: ReadonlyArray<Dot> = [...standing, ...save.edits.flatMap(({ over }) => over)];
  if (save.reverts !== null) wanted = [...wanted, [device, save.reverts.seq]];
  for (;;) {
    const lacking = wanted.filter((dot) => find(dot) === undefined);
    const saveAt = await readSavesAt(database, lacking);
    for (const found of lacking.map(saveAt)) if (found !== undefined) told.set(`${found.device} ${found.seq}`, found);
    const known = [...told.values()].filter((one) => one.device === device && one.reverts !== null);
    const next = known.flatMap((one) => [
      ...(one.reverts === null ? [] : [[device, one.reverts.seq] as const]),
      ...save.edits.flatMap((about) => revertedBy(one, about, find)?.over ?? []),
    ]);
    // What is not held will not be found a second time either.
    const tried = new Set(wanted.map(([by, seq]) => `${by} ${seq}`));
    if (next.every((dot) => find(dot) !== undefined || tried.has(`${dot[0]} ${dot[1]}`))) return told;
    wanted = next;
  }
}

async function readTextsWithout(session: Session, save: Save): Promise<ReadonlyMap<Edit, string | null>> {
  const found = new Map<Edit, string | null>();
  for (const edit of save.edits) {
    if (session.kinds.get(edit.kind)?.fields[edit.path]?.merge !== 'text' || isBirthOf(save, edit.record)) continue;
    const rows = earliestFirst(await readSavesOf(session.database, edit.record));
    const updates = rows.flatMap((row) =>
      row.edits
        .filter((other) => other.record === edit.record && other.path === edit.path)
        .map((other) => ({ row, update: typeof other.value === 'string' ? other.value : '' })),
    );
    const taken = updates.findIndex(({ row }) => row.device === save.device && row.seq === save.seq);
    found.set(
      edit,
      updateWithout(
        updates.map(({ update }) => update),
        taken,
      ),
    );
  }
  return found;
}
