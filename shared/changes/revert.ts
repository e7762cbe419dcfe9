/**
 * Undo and redo: new saves that write back what stood before. Nothing is ever taken out of the log, so they survive a
 * restart and travel safely. What somebody has changed since is left as it is, and said.
 */
import type { Json } from '#shared/kernel/json.ts';
import type { Change, Draft } from './draft.ts';
import { initialsOf, type Kind } from './kind.ts';
import type { Row } from './record.ts';
import { gonePath, touchPath, type Edit, type Save } from './save.ts';

/** What the way back must look up: rows as they stand, and the value an earlier write gave. */
export interface Before {
  row(kind: string, id: string): Row | undefined;
  /** The edit a dot stands for at a path of a record; `undefined` when it is not held. */
  editAt(device: string, seq: number, record: string, path: string): Edit | undefined;
  /** The update that takes this save's words out of a text; `null` when nothing of them is left. */
  textWithout(save: Save, edit: Edit): string | null;
}

export interface Reverted {
  readonly draft: Draft;
  /** How many edits were left alone because somebody has changed the same since. */
  readonly leftAlone: number;
}

function isStanding(save: Save, edit: Edit, row: Row | undefined): boolean {
  return (row?._heads[edit.path] ?? []).some(([device, seq]) => device === save.device && seq === save.seq);
}

function valueBefore(edit: Edit, kind: Kind | undefined, before: Before): Json {
  for (const [device, seq] of edit.over) {
    const earlier = before.editAt(device, seq, edit.record, edit.path);
    if (earlier !== undefined) return earlier.value;
  }
  const [name = '', element = null] = edit.path.split('/', 2);
  return element === null && kind !== undefined ? (initialsOf(kind)[name] ?? null) : false;
}

export function isBirthOf(save: Save, record: string): boolean {
  return save.edits.some((edit) => edit.record === record && edit.path === touchPath && edit.over.length === 0);
}

/** The draft that takes a save back (`undo`), or an undoing back (`redo`). */
export function revert(
  save: Save,
  type: 'undo' | 'redo',
  label: string,
  kinds: ReadonlyMap<string, Kind>,
  before: Before,
): Reverted {
  const changes: Change[] = [];
  let leftAlone = 0;
  for (const edit of save.edits) {
    const { kind, record, path } = edit;
    const row = before.row(kind, record);
    if (path === touchPath) {
      // Born in this save: taken back as a whole.
      if (isBirthOf(save, record)) changes.push({ kind, record, path: gonePath, value: true, seen: null });
      continue;
    }
    if (isBirthOf(save, record)) continue;
    const [name = ''] = path.split('/', 1);
    if (kinds.get(kind)?.fields[name]?.merge === 'text') {
      const update = before.textWithout(save, edit);
      if (update === null) leftAlone += 1;
      else changes.push({ kind, record, path, value: update, seen: null });
    } else if (!isStanding(save, edit, row)) {
      leftAlone += 1;
    } else {
      const value = path === gonePath ? edit.value !== true : valueBefore(edit, kinds.get(kind), before);
      changes.push({ kind, record, path, value, seen: null });
    }
  }
  const command = type === 'undo' ? `Undid: ${label}` : `Redid: ${label}`;
  return { draft: { command, note: '', changes, reverts: { type, seq: save.seq } }, leftAlone };
}

export interface Revertible {
  readonly seq: number;
  /** What would be taken back or brought back, in words. */
  readonly label: string;
}

export interface NextReverts {
  readonly undo: Revertible | null;
  readonly redo: Revertible | null;
}

/**
 * Which save *Undo* would take back and which undoing *Redo* would, among one device's saves, latest first.
 *
 * Whatever was undone can be redone until something new is done. Looks no further back than it must.
 */
export function nextReverts(latestFirst: Iterable<Pick<Save, 'seq' | 'command' | 'reverts'>>): NextReverts {
  const takenBack = new Set<number>();
  let undo: Revertible | null = null;
  let redo: Revertible | null = null;
  let isRedoClosed = false;
  for (const { seq, command, reverts } of latestFirst) {
    if (reverts !== null) takenBack.add(reverts.seq);
    const label = command.replace(/^(Undid|Redid): /, '');
    const isLive = !takenBack.has(seq);
    if (reverts?.type === 'undo') {
      if (isLive && !isRedoClosed) redo ??= { seq, label };
    } else {
      if (isLive) undo ??= { seq, label };
      if (reverts === null) isRedoClosed = true;
    }
    if (undo !== null && (redo !== null || isRedoClosed)) break;
  }
  return { undo, redo };
}
