/**
 * Takes a whole import back: a new save that writes what stood before each of its changes. What somebody has changed since is left as it
 * is and counted; nothing goes out of the log, so that it can be undone in its turn.
 */
import { earliestFirst } from '#shared/changes/causal-order.ts';
import type { Change } from '#shared/changes/draft.ts';
import { initialsOf } from '#shared/changes/kind.ts';
import type { Row } from '#shared/changes/record.ts';
import { gonePath, touchPath, type Edit, type Save } from '#shared/changes/save.ts';
import { updateWithout } from '#shared/changes/text.ts';
import type { Json } from '#shared/kernel/json.ts';
import { commitDraft } from '#renderer/data/commit.ts';
import type { ImportRow } from '#renderer/data/database.ts';
import { readSavesAt, readSavesBetween, readSavesOf } from '#renderer/data/log.ts';
import { readRows } from '#renderer/data/materialise.ts';
import type { Session } from '#renderer/data/session.ts';

export interface ImportUndone {
  /** Changes that were left, because somebody has changed the same since or because it has been given out. */
  readonly leftAlone: number;
}

interface Written {
  readonly save: Save;
  readonly edit: Edit;
}

/** @param label what the import is called, for History */
export async function undoImport(session: Session, taken: ImportRow, label: string): Promise<ImportUndone> {
  const { database, kinds, me } = session;
  const saves = earliestFirst(await savesOf(session, taken));
  const isIn = (device: string, seq: number): boolean =>
    taken.applied.some((range) => range.device === device && seq >= range.from && seq <= range.to);
  const fields = new Map<string, Written[]>();
  for (const save of saves) {
    for (const edit of save.edits) {
      const key = `${edit.kind} ${edit.record} ${edit.path}`;
      fields.set(key, [...(fields.get(key) ?? []), { save, edit }]);
    }
  }
  const touched = [...fields.values()].flatMap(([first]) => {
    const kind = first === undefined ? undefined : kinds.get(first.edit.kind);
    return first === undefined || kind === undefined ? [] : [{ kind, id: first.edit.record }];
  });
  const rows = await readRows(database, touched);
  const changes: Change[] = [];
  let leftAlone = 0;
  const born = new Set<string>();
  for (const [first] of fields.values()) {
    if (first?.edit.path !== touchPath || first.edit.over.length > 0) continue;
    const { kind, record } = first.edit;
    born.add(`${kind} ${record}`);
    const row = rows.get(`${kind} ${record}`);
    const isTheirs = Object.values(row?._heads ?? {}).every((heads) =>
      heads.every(([device, seq]) => isIn(device, seq)),
    );
    if (isTheirs && kinds.get(kind)?.isFinal !== true)
      changes.push({ kind, record, path: gonePath, value: true, seen: null });
    else leftAlone += 1;
  }
  for (const written of fields.values()) {
    const [first] = written;
    if (first === undefined || first.edit.path === touchPath) continue;
    const { kind, record, path } = first.edit;
    if (born.has(`${kind} ${record}`)) continue;
    const row = rows.get(`${kind} ${record}`);
    const value = await valueWithout(session, written, row, isIn);
    if (value === undefined) leftAlone += 1;
    else changes.push({ kind, record, path, value, seen: null });
  }
  await commitDraft(session, { command: `Undid: ${label}`, note: '', changes, reverts: null }, me.name, {
    tables: [database.imports],
    // An import must never stand as undone that is not, nor be undone and offered once more.
    keep: () => database.imports.update(taken.bundle, { isUndone: true }),
  });
  return { leftAlone };
}

async function savesOf({ database }: Session, { applied }: ImportRow): Promise<ReadonlyArray<Save>> {
  const found = await Promise.all(applied.map(({ device, from, to }) => readSavesBetween(database, device, from, to)));
  return found.flat();
}

/** What the field would hold without these writes; `undefined` where it is to be left alone. */
async function valueWithout(
  session: Session,
  written: ReadonlyArray<Written>,
  row: Row | undefined,
  isIn: (device: string, seq: number) => boolean,
): Promise<Json | undefined> {
  const about = written[0]?.edit;
  const kind = about === undefined ? undefined : session.kinds.get(about.kind);
  if (about === undefined || kind === undefined || row === undefined || kind.isFinal === true) return undefined;
  const [name = '', element = null] = about.path.split('/', 2);
  if (kind.fields[name]?.merge === 'text') return (await textWithout(session, about, isIn)) ?? undefined;
  const heads = row._heads[about.path] ?? [];
  const others = heads.filter(([device, seq]) => !isIn(device, seq));
  if (others.length === heads.length) return undefined;
  // Beside theirs stands what was written here at the same time: that is what is left.
  const before = others.length > 0 ? others : about.over;
  const saveAt = await readSavesAt(
    session.database,
    before.map(([device, seq]) => [device, seq]),
  );
  for (const dot of before) {
    const edit = saveAt(dot)?.edits.find(({ record, path }) => record === about.record && path === about.path);
    if (edit !== undefined) return edit.value;
  }
  if (about.path === gonePath) return about.value !== true;
  return element === null ? (initialsOf(kind)[name] ?? null) : false;
}

async function textWithout(
  { database }: Session,
  { record, path }: Edit,
  isIn: (device: string, seq: number) => boolean,
): Promise<string | null> {
  const rows = earliestFirst(await readSavesOf(database, record));
  const updates = rows.flatMap((row) =>
    row.edits
      .filter((edit) => edit.record === record && edit.path === path)
      .map(({ value }) => ({ update: typeof value === 'string' ? value : '', isTaken: isIn(row.device, row.seq) })),
  );
  const taken = updates.flatMap(({ isTaken }, at) => (isTaken ? [at] : []));
  return updateWithout(
    updates.map(({ update }) => update),
    ...taken,
  );
}
