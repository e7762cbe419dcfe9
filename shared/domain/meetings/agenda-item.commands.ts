/** What an officer does to an agenda: items added, changed, moved, restricted, removed. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set, type Change } from '#shared/changes/draft.ts';
import { keysToPlace } from '#shared/changes/position.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { agendaOf, branchOf, linesUnder, type Agenda, type AgendaLine } from './agenda.ts';
import { agendaItemKind, type AgendaItem, type AgendaPlace, type Purpose } from './agenda-item.ts';
import { quoted } from './quoted.ts';
import type { RestrictionGround } from './restriction.ts';

/** What the officer types about an item. */
export interface ItemValues {
  readonly title: string;
  readonly purpose: Purpose;
  readonly lead: string;
  /** Minutes allowed, 0 to 600. */
  readonly minutes: number | null;
  readonly note: string;
}

/** The most characters each may have, and the most minutes. */
export const itemLimits = { title: 500, lead: 200, note: 4000, groundReason: 4000, minutes: 600 } as const;

/** Items stand at most this many levels deep: `2.1.3`. */
export const mostLevels = 3;

export type ItemValuesRefusal =
  | { readonly type: 'NoTitle' }
  | {
      readonly type: 'TooLong';
      readonly field: 'title' | 'lead' | 'note' | 'groundReason';
      readonly most: number;
    }
  | { readonly type: 'MinutesOutOfRange'; readonly most: number };

export type PlaceRefusal =
  | { readonly type: 'NotOnAgenda' }
  | { readonly type: 'UnderItself' }
  | { readonly type: 'TooDeep'; readonly most: number };

export type MoveRefusal =
  | PlaceRefusal
  | { readonly type: 'AlreadyFirst' }
  | { readonly type: 'AlreadyLast' }
  | { readonly type: 'NothingAbove' }
  | { readonly type: 'AlreadyAtTop' };

function tidied(values: Partial<ItemValues>): Partial<ItemValues> {
  return {
    ...values,
    ...(values.title === undefined ? {} : { title: values.title.trim() }),
    ...(values.lead === undefined ? {} : { lead: values.lead.trim() }),
  };
}

function refusalOf(values: Partial<ItemValues>): ItemValuesRefusal | null {
  if (values.title === '') return { type: 'NoTitle' };
  for (const field of ['title', 'lead', 'note'] as const) {
    if ((values[field] ?? '').length > itemLimits[field]) return { type: 'TooLong', field, most: itemLimits[field] };
  }
  const minutes = values.minutes ?? 0;
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > itemLimits.minutes) {
    return { type: 'MinutesOutOfRange', most: itemLimits.minutes };
  }
  return null;
}

interface Placing {
  readonly id: string;
  readonly place: AgendaPlace;
}

/** The places to write so that `id` stands at `index` among the items shown under `under`. */
function placings(agenda: Agenda, id: string, under: string | null, index: number): ReadonlyArray<Placing> {
  const others = linesUnder(agenda, under)
    .filter((line) => line.item.id !== id)
    .map(({ item }) => ({ id: item.id, key: item.place.key }));
  const at = Math.max(0, Math.min(index, others.length));
  return keysToPlace(others, id, at).map((placed) => ({ id: placed.id, place: { under, key: placed.key } }));
}

function changesFor(
  items: ReadonlyArray<AgendaItem>,
  placed: ReadonlyArray<Placing>,
): ReadonlyArray<ReadonlyArray<Change>> {
  return placed.flatMap(({ id, place }) => {
    const item = items.find((each) => each.id === id);
    return item === undefined ? [] : [set(agendaItemKind, item, { place })];
  });
}

export interface AddItem {
  readonly id: string;
  readonly meetingId: string;
  /** The meeting's items as the screen shows them. */
  readonly items: ReadonlyArray<AgendaItem>;
  readonly values: Partial<ItemValues> & { readonly title: string };
  /** The item it becomes a sub-item of; `null` at the top. */
  readonly under: string | null;
  /** The item it follows; `null` at the end. */
  readonly after: string | null;
}

export const addItem: Command<AddItem, ItemValuesRefusal | PlaceRefusal> = ({ items, under, after, ...input }) => {
  const values = tidied(input.values);
  const refusal = refusalOf(values);
  if (refusal !== null) return { ok: false, refusal };
  const agenda = agendaOf(items);
  if (under !== null) {
    const parent = agenda.lines.find((line) => line.item.id === under);
    if (parent === undefined) return refuse({ type: 'NotOnAgenda' });
    if (parent.depth + 1 >= mostLevels) return refuse({ type: 'TooDeep', most: mostLevels });
  }
  const group = linesUnder(agenda, under);
  const followed = group.findIndex((line) => line.item.id === after);
  const placed = placings(agenda, input.id, under, followed < 0 ? group.length : followed + 1);
  const place = placed.find((each) => each.id === input.id)?.place ?? { under, key: '' };
  return ok(
    draft(`Added ${quoted(values.title ?? '')} to the agenda`, '', [
      create(agendaItemKind, input.id, { ...values, meetingId: input.meetingId, place }),
      ...changesFor(items, placed),
    ]),
  );
};

export interface ChangeItem {
  readonly item: AgendaItem;
  readonly values: Partial<ItemValues>;
}

const valueNames: Readonly<Record<keyof ItemValues, string>> = {
  title: 'title',
  purpose: 'purpose',
  lead: 'lead',
  minutes: 'minutes allowed',
  note: 'note',
};

export const changeItem: Command<ChangeItem, ItemValuesRefusal> = ({ item, values }) => {
  const wanted = tidied(values);
  const refusal = refusalOf(wanted);
  if (refusal !== null) return { ok: false, refusal };
  const [only, ...others] = Object.keys(wanted) as (keyof ItemValues)[];
  const what = only === undefined || others.length > 0 ? 'item' : `${valueNames[only]} of`;
  return ok(draft(`Changed the ${what} ${quoted(item.title)}`, '', [set(agendaItemKind, item, wanted)]));
};

export interface PlaceItem {
  readonly items: ReadonlyArray<AgendaItem>;
  readonly id: string;
  /** The item it is to stand under; `null` at the top. */
  readonly under: string | null;
  /** Where among the others there, 0 being first. */
  readonly index: number;
}

/** Moves an item, and with it whatever stands under it, to a place. */
export const placeItem: Command<PlaceItem, PlaceRefusal> = ({ items, id, under, index }) => {
  const agenda = agendaOf(items);
  const branch = branchOf(agenda, id);
  const [line] = branch;
  if (line === undefined) return refuse({ type: 'NotOnAgenda' });
  if (branch.some((each) => each.item.id === under)) return refuse({ type: 'UnderItself' });
  const parent = under === null ? null : agenda.lines.find((each) => each.item.id === under);
  if (parent === undefined) return refuse({ type: 'NotOnAgenda' });
  const depth = parent === null ? 0 : parent.depth + 1;
  const height = Math.max(...branch.map((each) => each.depth)) - line.depth;
  // What merging has nested too deeply may still be moved, only not deeper.
  if (depth + height >= mostLevels && depth > line.depth) return refuse({ type: 'TooDeep', most: mostLevels });
  if (line.stray === null && line.under === under && line.index === index) return ok(draft('', '', []));
  const placed = placings(agenda, id, under, index);
  const places = new Map(placed.map((each) => [each.id, each.place]));
  const after = agendaOf(items.map((item) => ({ ...item, place: places.get(item.id) ?? item.place })));
  const number = after.lines.find((each) => each.item.id === id)?.number ?? '';
  return ok(draft(`Moved ${quoted(line.item.title)} to item ${number}`, '', changesFor(items, placed)));
};

export interface MoveItem {
  readonly items: ReadonlyArray<AgendaItem>;
  readonly id: string;
}

type Target = Pick<PlaceItem, 'under' | 'index'>;

function moveTo(
  target: (line: AgendaLine, agenda: Agenda) => Result<Target, MoveRefusal>,
): Command<MoveItem, MoveRefusal> {
  return ({ items, id }, context) => {
    const agenda = agendaOf(items);
    const line = agenda.lines.find((each) => each.item.id === id);
    if (line === undefined) return refuse({ type: 'NotOnAgenda' });
    const found = target(line, agenda);
    return found.ok ? placeItem({ items, id, ...found.value }, context) : found;
  };
}

export const moveItemUp = moveTo(({ under, index }) =>
  index === 0 ? refuse({ type: 'AlreadyFirst' }) : ok({ under, index: index - 1 }),
);

export const moveItemDown = moveTo(({ under, index, siblings }) =>
  index === siblings - 1 ? refuse({ type: 'AlreadyLast' }) : ok({ under, index: index + 1 }),
);

/** Makes it the last sub-item of the one above it on its level. */
export const makeSubItem = moveTo(({ under, index }, agenda) => {
  const above = linesUnder(agenda, under)[index - 1];
  if (above === undefined) return refuse({ type: 'NothingAbove' });
  return ok({ under: above.item.id, index: linesUnder(agenda, above.item.id).length });
});

/** Takes it out of the item it stands under, to follow that one. */
export const takeOutOfItem = moveTo(({ under }, agenda) => {
  const parent = agenda.lines.find((line) => line.item.id === under);
  if (parent === undefined) return refuse({ type: 'AlreadyAtTop' });
  return ok({ under: parent.under, index: parent.index + 1 });
});

export interface RestrictItem {
  readonly item: AgendaItem;
  /** May be settled later: while drafting neither ground nor reason is asked for. */
  readonly ground: RestrictionGround | null;
  readonly reason: string;
}

export const restrictItem: Command<RestrictItem, ItemValuesRefusal> = ({ item, ground, reason }) => {
  if (reason.length > itemLimits.groundReason) {
    return refuse({ type: 'TooLong', field: 'groundReason', most: itemLimits.groundReason });
  }
  const what = item.isRestricted ? 'Changed the restriction of' : 'Restricted';
  return ok(
    draft(`${what} ${quoted(item.title)}`, '', [
      set(agendaItemKind, item, { isRestricted: true, ground, groundReason: reason }),
    ]),
  );
};

/** Opens an item to the public again. Ground and reason go with the restriction; Undo brings them back. */
export const unrestrictItem: Command<AgendaItem> = (item) =>
  ok(
    draft(`Lifted the restriction of ${quoted(item.title)}`, '', [
      set(agendaItemKind, item, { isRestricted: false, ground: null, groundReason: '' }),
    ]),
  );

export interface RemoveItem {
  readonly items: ReadonlyArray<AgendaItem>;
  readonly id: string;
  /** The papers of the item and of its sub-items: they are kept with the meeting, taken off the item. */
  readonly papers: ReadonlyArray<Paper>;
}

/** Removes an item with the sub-items shown under it. */
export const removeItem: Command<RemoveItem, PlaceRefusal> = ({ items, id, papers }) => {
  const branch = branchOf(agendaOf(items), id);
  const [line] = branch;
  if (line === undefined) return refuse({ type: 'NotOnAgenda' });
  const gone = new Set(branch.map((each) => each.item.id));
  const with_ = branch.length === 1 ? '' : ` and ${branch.length - 1} sub-item${branch.length === 2 ? '' : 's'}`;
  return ok(
    draft(`Removed ${quoted(line.item.title)}${with_} from the agenda`, '', [
      ...branch.map((each) => remove(agendaItemKind, each.item.id)),
      ...papers
        .filter((paper) => paper.itemId !== null && gone.has(paper.itemId))
        .map((paper) => set(paperKind, paper, { itemId: null })),
    ]),
  );
};
