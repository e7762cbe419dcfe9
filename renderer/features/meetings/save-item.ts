/** Keeping what is typed about an item, whether it is on the agenda yet or only being written. */
import {
  addItem,
  changeItem,
  type ItemValues,
  type ItemValuesRefusal,
  type PlaceRefusal,
} from '#shared/domain/meetings/agenda-item.commands.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run, type StorageFull } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';

/** An item that somebody has begun to write. It comes onto the agenda once it has a title. */
export interface NewItem {
  readonly id: string;
  readonly meetingId: string;
  /** The item it becomes a sub-item of; `null` at the top. */
  readonly under: string | null;
}

export interface ItemWriter {
  save(
    item: AgendaItem | undefined,
    items: ReadonlyArray<AgendaItem>,
    values: Partial<ItemValues>,
  ): Promise<Result<unknown, ItemValuesRefusal | PlaceRefusal | StorageFull>>;
}

/** Saves one after the other, so that what is typed while an item is being added becomes a change of it, not a second one. */
export function itemWriter(session: Session, fresh: NewItem): ItemWriter {
  let begun: Partial<ItemValues> = {};
  let before: Promise<unknown> = Promise.resolve();

  async function write(
    item: AgendaItem | undefined,
    items: ReadonlyArray<AgendaItem>,
    values: Partial<ItemValues>,
  ): ReturnType<ItemWriter['save']> {
    const kept = item ?? (await rowsOf(session.database, agendaItemKind).get(fresh.id));
    if (kept !== undefined) return run(session, changeItem, { item: kept, values });
    begun = { ...begun, ...values };
    const { title = '' } = begun;
    if (title.trim() === '') return ok(null);
    return run(session, addItem, { ...fresh, items, values: { ...begun, title }, after: null });
  }

  return {
    save: (item, items, values) => {
      const saved = before.then(async () => write(item, items, values));
      before = saved.catch(() => null);
      return saved;
    },
  };
}
