import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import {
  addItem,
  makeSubItem,
  mostLevels,
  moveItemDown,
  moveItemUp,
  placeItem,
  removeItem,
  takeOutOfItem,
} from '#shared/domain/meetings/agenda-item.commands.ts';
import { accepted, itemsAfter, itemsUnder, someContext, someItem, somePaper } from './some-agenda.ts';

const context = someContext();

/** The judge's agenda: plain arrays within arrays, changed by splicing. */
interface Branch {
  readonly id: string;
  readonly under: Branch[];
}

function asBranches(items: ReadonlyArray<AgendaItem>): Branch[] {
  const tops: Branch[] = [];
  const found = new Map<string, Branch>();
  for (const { item, under } of agendaOf(items).lines) {
    const branch = { id: item.id, under: [] };
    found.set(item.id, branch);
    (under === null ? tops : found.get(under)!.under).push(branch);
  }
  return tops;
}

function groupOf(tops: Branch[], id: string): { group: Branch[]; parent: Branch | null; depth: number } | null {
  const search = (group: Branch[], parent: Branch | null, depth: number): ReturnType<typeof groupOf> => {
    if (group.some((branch) => branch.id === id)) return { group, parent, depth };
    for (const branch of group) {
      const found = search(branch.under, branch, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  return search(tops, null, 0);
}

function heightOf(branch: Branch): number {
  return branch.under.length === 0 ? 0 : 1 + Math.max(...branch.under.map(heightOf));
}

type Act =
  | { readonly type: 'up' | 'down' | 'in' | 'out' | 'remove'; readonly of: number }
  | { readonly type: 'add'; readonly of: number | null }
  | { readonly type: 'place'; readonly of: number; readonly under: number | null; readonly index: number };

const anIndex = fc.nat(30);
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constantFrom('up', 'down', 'in', 'out', 'remove'), of: anIndex }),
  fc.record({ type: fc.constant('add'), of: fc.option(anIndex) }),
  fc.record({ type: fc.constant('place'), of: anIndex, under: fc.option(anIndex), index: fc.nat(8) }),
);

/** What the act makes of plain arrays, or `false` where it must be refused. */
function judged(tops: Branch[], act: Act, ids: ReadonlyArray<string>, newId: string): boolean {
  const id = ids[act.of ?? 0] ?? '';
  if (act.type === 'add') {
    if (act.of === null || ids.length === 0) return tops.push({ id: newId, under: [] }) > 0;
    const at = groupOf(tops, id)!;
    if (at.depth + 1 >= mostLevels) return false;
    at.group.find((branch) => branch.id === id)!.under.push({ id: newId, under: [] });
    return true;
  }
  const at = groupOf(tops, id)!;
  const index = at.group.findIndex((branch) => branch.id === id);
  const branch = at.group[index]!;
  const insert = (group: Branch[], place: number, depth: number): boolean => {
    if (depth + heightOf(branch) >= mostLevels && depth > at.depth) return false;
    at.group.splice(index, 1);
    group.splice(place, 0, branch);
    return true;
  };
  switch (act.type) {
    case 'remove':
      at.group.splice(index, 1);
      return true;
    case 'up':
      return index > 0 && insert(at.group, index - 1, at.depth);
    case 'down':
      return index < at.group.length - 1 && insert(at.group, index + 1, at.depth);
    case 'in': {
      const above = at.group[index - 1];
      return above !== undefined && insert(above.under, above.under.length, at.depth + 1);
    }
    case 'out': {
      if (at.parent === null) return false;
      const outer = groupOf(tops, at.parent.id)!;
      return insert(outer.group, outer.group.indexOf(at.parent) + 1, outer.depth);
    }
    case 'place': {
      if (act.under === null) return insert(tops, act.index, 0);
      const under = ids[act.under % ids.length]!;
      if (under === id || groupOf(branch.under, under) !== null) return false;
      const target = groupOf(tops, under)!;
      const group = target.group.find((each) => each.id === under)!.under;
      return insert(group, act.index, target.depth + 1);
    }
  }
}

function done(items: ReadonlyArray<AgendaItem>, act: Act, ids: ReadonlyArray<string>, newId: string) {
  const id = ids[act.of ?? 0] ?? '';
  switch (act.type) {
    case 'add': {
      const under = act.of === null || ids.length === 0 ? null : id;
      return addItem({ id: newId, meetingId: 'meeting', items, values: { title: newId }, under, after: null }, context);
    }
    case 'remove':
      return removeItem({ items, id, papers: [] }, context);
    case 'up':
      return moveItemUp({ items, id }, context);
    case 'down':
      return moveItemDown({ items, id }, context);
    case 'in':
      return makeSubItem({ items, id }, context);
    case 'out':
      return takeOutOfItem({ items, id }, context);
    case 'place': {
      const under = act.under === null ? null : ids[act.under % ids.length]!;
      return placeItem({ items, id, under, index: act.index }, context);
    }
  }
}

test('adding, moving and removing do what they do to plain arrays', () => {
  fc.assert(
    fc.property(fc.array(anAct, { minLength: 1, maxLength: 40 }), (acts) => {
      let items: AgendaItem[] = itemsUnder(['a', null], ['b', null], ['c', 'b'], ['d', null]);
      let count = 0;
      for (const act of acts) {
        const ids = agendaOf(items).lines.map(({ item }) => item.id);
        if (ids.length === 0 && act.type !== 'add') continue;
        const turned = { ...act, of: act.of === null || ids.length === 0 ? null : act.of % ids.length } as Act;
        const newId = `n${(count += 1)}`;
        const wanted = asBranches(items);
        const isAllowed = judged(wanted, turned, ids, newId);
        const result = done(items, turned, ids, newId);
        expect(result.ok).toBe(isAllowed);
        if (!result.ok) continue;
        items = itemsAfter(items, result.value);
        expect(asBranches(items)).toEqual(wanted);
      }
    }),
    { numRuns: 300 },
  );
});

describe('refusals', () => {
  const items = itemsUnder(['a', null], ['b', 'a'], ['c', 'b'], ['d', null]);

  test.each([
    ['up', moveItemUp({ items, id: 'a' }, context), 'AlreadyFirst'],
    ['down', moveItemDown({ items, id: 'd' }, context), 'AlreadyLast'],
    ['under the one above', makeSubItem({ items, id: 'a' }, context), 'NothingAbove'],
    ['out', takeOutOfItem({ items, id: 'd' }, context), 'AlreadyAtTop'],
    ['under its own sub-item', placeItem({ items, id: 'a', under: 'c', index: 0 }, context), 'UnderItself'],
    ['under itself', placeItem({ items, id: 'a', under: 'a', index: 0 }, context), 'UnderItself'],
    ['too deep', placeItem({ items, id: 'd', under: 'c', index: 0 }, context), 'TooDeep'],
    ['elsewhere', placeItem({ items, id: 'd', under: 'gone', index: 0 }, context), 'NotOnAgenda'],
    ['what is gone', moveItemUp({ items, id: 'gone' }, context), 'NotOnAgenda'],
  ])('%s', (_, result, type) => {
    expect(result).toMatchObject({ ok: false, refusal: { type } });
  });
});

test('two items with the same key can be told apart by moving one', () => {
  const same = { under: null, key: 'a1' };
  const items = ['a', 'b', 'c'].map((id) => someItem(id, { place: same }));
  const after = itemsAfter(items, accepted(moveItemUp({ items, id: 'c' }, context)));
  expect(agendaOf(after).lines.map(({ item }) => item.id)).toEqual(['a', 'c', 'b']);
});

test('moving an item of a circle puts the circle right', () => {
  const items = itemsUnder(['a', 'b'], ['b', 'a'], ['c', null]);
  const after = itemsAfter(items, accepted(moveItemDown({ items, id: 'a' }, context)));
  const agenda = agendaOf(after);
  expect(agenda.warnings).toEqual([]);
  expect(agenda.lines.map(({ item, number }) => `${number} ${item.id}`)).toEqual(['1 a', '1.1 b', '2 c']);
});

test('a stray set down where it is shown is put right', () => {
  const items = itemsUnder(['a', 'gone'], ['b', null]);
  const after = itemsAfter(items, accepted(placeItem({ items, id: 'a', under: null, index: 0 }, context)));
  expect(agendaOf(after).warnings).toEqual([]);
});

test('a move says where the item went, and a move to where it stands changes nothing', () => {
  const items = itemsUnder(['a', null], ['b', null], ['c', null]);
  expect(accepted(moveItemUp({ items, id: 'c' }, context)).command).toBe('Moved “Item c” to item 2');
  expect(accepted(makeSubItem({ items, id: 'c' }, context)).command).toBe('Moved “Item c” to item 2.1');
  expect(accepted(placeItem({ items, id: 'b', under: null, index: 1 }, context)).changes).toEqual([]);
});

test('removing an item takes its sub-items with it and keeps their papers', () => {
  const items = itemsUnder(['a', null], ['b', 'a'], ['c', null]);
  const papers = [
    somePaper('p', { meetingId: 'meeting', itemId: 'b' }),
    somePaper('q', { meetingId: 'meeting', itemId: 'c' }),
  ];
  const { command, changes } = accepted(removeItem({ items, id: 'a', papers }, context));
  expect(command).toBe('Removed “Item a” and 1 sub-item from the agenda');
  expect(changes.map(({ kind, record, path, value }) => [kind, record, path, value])).toEqual([
    ['agendaItem', 'a', '$gone', true],
    ['agendaItem', 'b', '$gone', true],
    ['paper', 'p', 'itemId', null],
  ]);
});
