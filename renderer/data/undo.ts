/** Undo and redo on this laptop: what is next, and doing it. */
import { isBirthOf, nextReverts, revert, type NextReverts } from '#shared/changes/revert.ts';
import type { Edit, Save } from '#shared/changes/save.ts';
import { updateWithout } from '#shared/changes/text.ts';
import { commitDraft } from './commit.ts';
import { readLogHeld, type SaveRow } from './database.ts';
import { readRows } from './materialise.ts';
import type { Session } from './session.ts';

const atATime = 64;

/** What *Undo* and *Redo* would do next. */
export async function readNextReverts(session: Session): Promise<NextReverts> {
  const { database } = session;
  const log = await readLogHeld(database);
  const device = log?.device ?? '';
  const seen: SaveRow[] = [];
  for (let from = log?.held[device] ?? 0; from > 0; from -= atATime) {
    const rows = await database.saves
      .where('[device+seq]')
      .between([device, Math.max(1, from - atATime + 1)], [device, from], true, true)
      .reverse()
      .toArray();
    seen.push(...rows);
    const found = nextReverts(seen);
    if (found.undo !== null) return found;
  }
  return nextReverts(seen);
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
  const save = await database.saves.get([session.device, next.seq]);
  if (save === undefined) return null;

  const touched = save.edits.flatMap((edit) => {
    const kind = kinds.get(edit.kind);
    return kind === undefined ? [] : [{ kind, id: edit.record }];
  });
  const rows = await readRows(database, touched);
  const earlier = await readEarlier(session, save);
  const texts = await readTextsWithout(session, save);
  const { draft, leftAlone } = revert(save, type, next.label, kinds, {
    row: (kind, id) => rows.get(`${kind} ${id}`),
    editAt: (device, seq, record, path) =>
      earlier.get(`${device} ${seq}`)?.edits.find((edit) => edit.record === record && edit.path === path),
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

async function readEarlier(session: Session, save: Save): Promise<ReadonlyMap<string, Save>> {
  const dots = new Map<string, [string, number]>();
  for (const edit of save.edits) for (const [device, seq] of edit.over) dots.set(`${device} ${seq}`, [device, seq]);
  const found = await session.database.saves.bulkGet([...dots.values()]);
  return new Map(found.flatMap((row) => (row === undefined ? [] : [[`${row.device} ${row.seq}`, row] as const])));
}

async function readTextsWithout(session: Session, save: Save): Promise<ReadonlyMap<Edit, string | null>> {
  const found = new Map<Edit, string | null>();
  for (const edit of save.edits) {
    if (session.kinds.get(edit.kind)?.fields[edit.path]?.merge !== 'text' || isBirthOf(save, edit.record)) continue;
    const rows = await session.database.saves.where('records').equals(edit.record).sortBy('stamp');
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
