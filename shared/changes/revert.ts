/**
 * Undo and redo: new saves that write back what stood before. Nothing is ever taken out of the log, so they survive a
 * restart and travel safely. What somebody has changed since is left as it is, and said.
 */
import type { Json } from '#shared/kernel/json.ts';
import type { Change, Draft } from './draft.ts';
import { initialsOf, type Kind } from './kind.ts';
import type { Row } from './record.ts';
import { gonePath, touchPath, type Dot, type Edit, type Save } from './save.ts';

/** What the way back must look up: rows as they stand, and the value an earlier write gave. */
export interface Before {
  row(kind: string, id: string): Row | undefined;
  /** The save a dot stands for; `undefined` when it is not held. */
  save(dot: Dot): Save | undefined;
  /** The update that takes this save's words out of a text; `null` when nothing of them is left. */
  textWithout(save: Save, edit: Edit): string | null;
}

export interface Reverted {
  readonly draft: Draft;
  /** How many edits were left alone because somebody has changed the same since. */
  readonly leftAlone: number;
}

function editIn(save: Save | undefined, about: Edit): Edit | undefined {
  return save?.edits.find(({ kind, record, path }) => {
    return kind === about.kind && record === about.record && path === about.path;
  });
}

/** The edit that this write of the same field takes back or brings back; `null` where it does neither. */
export function revertedBy(save: Save, about: Edit, find: Before['save']): Edit | null {
  if (save.reverts === null || save.reverts.seq >= save.seq) return null;
  return editIn(find([save.device, save.reverts.seq]), about) ?? null;
}

/**
 * The write whose value a dot shows: past what was taken back, for that left no trace. `'none'` where it comes out before
 * the first write, `null` where it comes out at several.
 */
function shownBy(dot: Dot, about: Edit, before: Before): Dot | 'none' | null {
  const save = before.save(dot);
  const reverted = save === undefined ? null : revertedBy(save, about, before.save);
  if (reverted === null) return dot;
  const [replaced, ...more] = reverted.over;
  if (replaced === undefined) return 'none';
  return more.length > 0 ? null : shownBy(replaced, about, before);
}

function isSame(a: Dot | 'none' | null, b: Dot | 'none' | null): boolean {
  if (a === null || b === null) return false;
  return a === 'none' || b === 'none' ? a === b : a[0] === b[0] && a[1] === b[1];
}

/** Whether the field still is as this save left it, by what was taken back since too, and nobody else's write stands beside. */
function standsAlone(save: Save, edit: Edit, before: Before): boolean {
  const [head, ...others] = before.row(edit.kind, edit.record)?._heads[edit.path] ?? [];
  if (head === undefined || others.length > 0) return false;
  const standing: Dot = [head[0], head[1]];
  const own: Dot = [save.device, save.seq];
  return isSame(standing, own) || isSame(shownBy(standing, edit, before), shownBy(own, edit, before));
}

/** Whether somebody on another laptop has a hand in the record. */
function isShared(save: Save, row: Row | undefined): boolean {
  return Object.values(row?._heads ?? {}).some((heads) => heads.some(([device]) => device !== save.device));
}

/**
 * Whether a record was gone before this write of its deletion. One that is deleted was in sight, or nobody would have deleted
 * it; one that is brought back was gone, unless what was replaced had brought it back already: to do again an undoing that
 * changed nothing must not delete.
 */
function wasGoneBefore(edit: Edit, before: Before): boolean {
  if (edit.value === true) return false;
  const replaced = edit.over.flatMap((dot) => editIn(before.save(dot), edit) ?? []);
  return replaced.length === 0 || replaced.some(({ value }) => value === true);
}

function valueBefore(edit: Edit, kind: Kind | undefined, before: Before): Json {
  if (edit.path === gonePath) return wasGoneBefore(edit, before);
  for (const dot of edit.over) {
    const earlier = editIn(before.save(dot), edit);
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
    if (path === touchPath) {
      // Born in this save: taken back as a whole, unless a colleague's work would go with it.
      if (!isBirthOf(save, record)) continue;
      if (isShared(save, before.row(kind, record))) leftAlone += 1;
      else changes.push({ kind, record, path: gonePath, value: true, seen: null });
      continue;
    }
    if (isBirthOf(save, record)) continue;
    const [name = ''] = path.split('/', 1);
    if (kinds.get(kind)?.fields[name]?.merge === 'text') {
      const update = before.textWithout(save, edit);
      if (update === null) leftAlone += 1;
      else changes.push({ kind, record, path, value: update, seen: null });
    } else if (standsAlone(save, edit, before)) {
      // Only this laptop's own write is replaced, not what arrives between looking and saving.
      changes.push({ kind, record, path, value: valueBefore(edit, kinds.get(kind), before), seen: [] });
    } else {
      leftAlone += 1;
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
export function nextReverts(
  latestFirst: Iterable<Pick<Save, 'seq' | 'command' | 'reverts' | 'edits'>>,
  isFinal: (kind: string) => boolean = () => false,
): NextReverts {
  const takenBack = new Set<number>();
  let undo: Revertible | null = null;
  let redo: Revertible | null = null;
  let isRedoClosed = false;
  for (const { seq, command, reverts, edits } of latestFirst) {
    // What has been given to people is not taken back, nor what went before it.
    if (edits.some(({ kind }) => isFinal(kind))) break;
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
