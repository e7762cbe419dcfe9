/**
 * An agenda worked out from its items: their order, numbers, depth and starting times, and what is wrong with it.
 *
 * Two people may each put one item under the other at the same time. After merging both stand in a circle that no agenda
 * can show, so every item of a circle (and one whose parent was removed elsewhere) is shown at the top and flagged: nothing
 * is lost, and the next move puts it right.
 */
import { comparePlaces } from '#shared/changes/position.ts';
import { addMinutes, durationInWords, minutesBetween, type ClockTime } from '#shared/kernel/clock-time.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { AgendaItem } from './agenda-item.ts';
import { missingFromRestriction, missingInWords, type MissingFromRestriction } from './restriction.ts';

/** Why an item is shown at the top though its place says otherwise. */
export type Stray = 'circle' | 'parentGone';

export interface AgendaLine {
  readonly item: AgendaItem;
  /** `2`, `2.1`: worked out from the order, not kept. */
  readonly number: string;
  /** 0 at the top. */
  readonly depth: number;
  /** The item under which it is shown, which differs from its place when it is a stray. */
  readonly under: string | null;
  /** Its place among the items shown under the same one, the first being 0. */
  readonly index: number;
  /** How many items are shown under the same one. */
  readonly siblings: number;
  /** When it is reached if every item before it takes the minutes allowed; `null` without a start or past midnight. */
  readonly start: ClockTime | null;
  readonly stray: Stray | null;
}

export type AgendaWarning =
  | { readonly type: 'OverTime'; readonly minutes: number }
  | { readonly type: 'RestrictionIncomplete'; readonly line: AgendaLine; readonly missing: MissingFromRestriction }
  | { readonly type: 'Strayed'; readonly line: AgendaLine; readonly stray: Stray };

export interface Agenda {
  readonly lines: ReadonlyArray<AgendaLine>;
  /** Minutes allowed to all items together; a sub-item's come on top of its parent's. */
  readonly totalMinutes: number;
  /** How many items have no minutes allowed yet. */
  readonly untimed: number;
  /** Minutes from the start of the meeting to its end; `null` unless both are known. */
  readonly availableMinutes: number | null;
  readonly warnings: ReadonlyArray<AgendaWarning>;
}

export interface MeetingTimes {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
}

const untimedMeeting: MeetingTimes = { start: null, end: null };

/** The agenda of one meeting: every item handed in comes out exactly once. */
export function agendaOf(items: ReadonlyArray<AgendaItem>, { start, end }: MeetingTimes = untimedMeeting): Agenda {
  const strays = straysAmong(items);
  const groups = groupsByParent(items, strays);
  const lines: AgendaLine[] = [];
  let minutesSoFar = 0;

  interface Waiting {
    readonly item: AgendaItem;
    readonly number: string;
    readonly depth: number;
    readonly under: string | null;
    readonly index: number;
    readonly siblings: number;
  }
  const waitingUnder = (under: string | null, prefix: string, depth: number): ReadonlyArray<Waiting> => {
    const group = groups.get(under) ?? [];
    return group.map((item, index) => ({
      item,
      number: `${prefix}${index + 1}`,
      depth,
      under,
      index,
      siblings: group.length,
    }));
  };
  // A stack of our own, the next item last: merging may nest items deeper than calls may nest.
  const waiting = waitingUnder(null, '', 0).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, number, depth } = next;
    lines.push({
      ...next,
      start: start === null ? null : addMinutes(start, minutesSoFar),
      stray: strays.get(item.id) ?? null,
    });
    minutesSoFar += item.minutes ?? 0;
    waiting.push(...waitingUnder(item.id, `${number}.`, depth + 1).toReversed());
  }

  const availableMinutes = start === null || end === null ? null : minutesBetween(start, end);
  return {
    lines,
    totalMinutes: minutesSoFar,
    untimed: items.filter((item) => item.minutes === null).length,
    availableMinutes,
    warnings: warningsFor(lines, minutesSoFar, availableMinutes),
  };
}

/** Items that cannot be shown where their place says: in a circle, or under an item that is not there. */
function straysAmong(items: ReadonlyArray<AgendaItem>): ReadonlyMap<string, Stray> {
  const parents = new Map(items.map((item) => [item.id, item.place.under]));
  const strays = new Map<string, Stray>();
  const settled = new Set<string>();
  for (const { id } of items) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at = id;
    while (!settled.has(at)) {
      if (onPath.has(at)) {
        for (const inCircle of path.slice(path.indexOf(at))) strays.set(inCircle, 'circle');
        break;
      }
      path.push(at);
      onPath.add(at);
      const parent = parents.get(at) ?? null;
      if (parent === null) break;
      if (!parents.has(parent)) {
        strays.set(at, 'parentGone');
        break;
      }
      at = parent;
    }
    for (const seen of path) settled.add(seen);
  }
  return strays;
}

function groupsByParent(
  items: ReadonlyArray<AgendaItem>,
  strays: ReadonlyMap<string, Stray>,
): ReadonlyMap<string | null, ReadonlyArray<AgendaItem>> {
  const groups = new Map<string | null, AgendaItem[]>();
  for (const item of items) {
    const under = strays.has(item.id) ? null : item.place.under;
    const group = groups.get(under);
    if (group === undefined) groups.set(under, [item]);
    else group.push(item);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => comparePlaces({ id: a.id, key: a.place.key }, { id: b.id, key: b.place.key }));
  }
  return groups;
}

function warningsFor(
  lines: ReadonlyArray<AgendaLine>,
  totalMinutes: number,
  availableMinutes: number | null,
): ReadonlyArray<AgendaWarning> {
  const warnings: AgendaWarning[] = [];
  if (availableMinutes !== null && totalMinutes > availableMinutes) {
    warnings.push({ type: 'OverTime', minutes: totalMinutes - availableMinutes });
  }
  for (const line of lines) {
    if (line.stray !== null) warnings.push({ type: 'Strayed', line, stray: line.stray });
    const missing = missingFromRestriction(line.item);
    if (missing !== null) warnings.push({ type: 'RestrictionIncomplete', line, missing });
  }
  return warnings;
}

/** The line of an item and all lines shown under it, in order; empty when the item is not on the agenda. */
export function branchOf(agenda: Agenda, id: string): ReadonlyArray<AgendaLine> {
  const from = agenda.lines.findIndex((line) => line.item.id === id);
  const top = agenda.lines[from];
  if (top === undefined) return [];
  const length = agenda.lines.slice(from + 1).findIndex((line) => line.depth <= top.depth);
  return length < 0 ? agenda.lines.slice(from) : agenda.lines.slice(from, from + 1 + length);
}

/** The lines shown under an item (`null` for the top), in order. */
export function linesUnder(agenda: Agenda, under: string | null): ReadonlyArray<AgendaLine> {
  return agenda.lines.filter((line) => line.under === under);
}

/** `10 items, 2 h 5 min of 2 h 30 min` */
export function agendaInWords({ lines, totalMinutes, availableMinutes }: Agenda): string {
  const items = lines.length === 1 ? '1 item' : `${lines.length} items`;
  if (lines.length === 0) return 'No items yet';
  const total = durationInWords(totalMinutes);
  return availableMinutes === null || availableMinutes <= 0
    ? `${items}, ${total}`
    : `${items}, ${total} of ${durationInWords(availableMinutes)}`;
}

export function agendaWarningInWords(warning: AgendaWarning): string {
  switch (warning.type) {
    case 'OverTime':
      return (
        `The items take ${durationInWords(warning.minutes)} longer than the meeting lasts. ` +
        'Allow some of them less time, or let the meeting end later.'
      );
    case 'RestrictionIncomplete':
      return `Item ${warning.line.number} is restricted. ${missingInWords(warning.missing)}`;
    case 'Strayed':
      return warning.stray === 'circle'
        ? `Item ${warning.line.number} was put under one of its own sub-items on two laptops at once. It is shown here until you move it.`
        : `Item ${warning.line.number} was a sub-item of one that has been removed. It is shown here until you move it.`;
    default:
      return unreachable(warning);
  }
}
