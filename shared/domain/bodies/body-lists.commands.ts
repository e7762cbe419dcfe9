/** The lists a body keeps: standing items of its agendas, and days on which its office is closed. */
import type { Command } from '#shared/changes/command.ts';
import { draft, set } from '#shared/changes/draft.ts';
import { compareDates, inWords, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { bodyKind, type Body, type StandingItem } from './body.ts';

export interface NoTitle {
  readonly type: 'NoTitle';
}

export interface AddStandingItem {
  readonly body: Body;
  readonly item: StandingItem;
}

export const addStandingItem: Command<AddStandingItem, NoTitle> = ({ body, item }) => {
  const title = item.title.trim();
  if (title === '') return refuse({ type: 'NoTitle' });
  const standingItems = [...body.standingItems, { ...item, title }];
  return ok(draft(`Added the standing item ${title}`, '', [set(bodyKind, body, { standingItems })]));
};

export interface ChangeStandingItem {
  readonly body: Body;
  /** Which of them, counted from 0. */
  readonly index: number;
  readonly values: Partial<StandingItem>;
}

export const changeStandingItem: Command<ChangeStandingItem, NoTitle> = ({ body, index, values }) => {
  if (values.title?.trim() === '') return refuse({ type: 'NoTitle' });
  const standingItems = body.standingItems.map((item, at) => (at === index ? { ...item, ...values } : item));
  return ok(draft('Changed a standing item', '', [set(bodyKind, body, { standingItems })]));
};

export interface MoveStandingItem {
  readonly body: Body;
  readonly from: number;
  /** Where it stands afterwards, counted from 0. */
  readonly to: number;
}

export const moveStandingItem: Command<MoveStandingItem> = ({ body, from, to }) => {
  const moved = body.standingItems[from];
  const others = body.standingItems.filter((_, index) => index !== from);
  const standingItems = moved === undefined ? others : [...others.slice(0, to), moved, ...others.slice(to)];
  return ok(draft(`Moved the standing item ${moved?.title ?? ''}`, '', [set(bodyKind, body, { standingItems })]));
};

export interface RemoveStandingItem {
  readonly body: Body;
  readonly index: number;
}

export const removeStandingItem: Command<RemoveStandingItem> = ({ body, index }) => {
  const title = body.standingItems[index]?.title ?? '';
  const standingItems = body.standingItems.filter((_, at) => at !== index);
  return ok(draft(`Removed the standing item ${title}`, '', [set(bodyKind, body, { standingItems })]));
};

export type ClosureRefusal =
  | { readonly type: 'NoDay' }
  /** More than a month of days at once is a slip. */
  | { readonly type: 'TooMany' };

export interface AddClosure {
  readonly body: Body;
  readonly days: ReadonlyArray<CivilDate>;
  readonly name: string;
}

/** Days already among the closures take the new name. */
export const addClosure: Command<AddClosure, ClosureRefusal> = ({ body, days, name }) => {
  const [first] = days;
  if (first === undefined) return refuse({ type: 'NoDay' });
  if (days.length > 31) return refuse({ type: 'TooMany' });
  const closures = [
    ...body.closures.filter((closure) => !days.includes(closure.day)),
    ...days.map((day) => ({ day, name: name.trim() })),
  ].sort((a, b) => compareDates(a.day, b.day));
  const what = days.length === 1 ? inWords(first) : `${days.length} days from ${inWords(first)}`;
  return ok(draft(`Closed the office on ${what}`, '', [set(bodyKind, body, { closures })]));
};

export interface RemoveClosure {
  readonly body: Body;
  readonly day: CivilDate;
}

export const removeClosure: Command<RemoveClosure> = ({ body, day }) =>
  ok(
    draft(`Opened the office on ${inWords(day)}`, '', [
      set(bodyKind, body, { closures: body.closures.filter((closure) => closure.day !== day) }),
    ]),
  );
