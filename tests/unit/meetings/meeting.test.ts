import { describe, expect, test } from 'vitest';
import type { Draft } from '#shared/changes/draft.ts';
import {
  changeMeeting,
  changeMeetingState,
  planMeeting,
  removeMeeting,
  type PlanMeeting,
} from '#shared/domain/meetings/meeting.commands.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { clockTime } from '#shared/kernel/clock-time.ts';
import {
  accepted,
  itemsAfter,
  itemsUnder,
  someBody,
  someContext,
  someItem,
  someMeeting,
  somePaper,
} from './some-agenda.ts';

const body = someBody('board', {
  standingItems: [
    { title: 'Welcome and apologies', minutes: 5, lead: 'Chair' },
    { title: 'Any other business', minutes: 0, lead: '' },
  ],
});
const plan: PlanMeeting = {
  id: 'm',
  body,
  date: civilDate('2026-12-10'),
  start: clockTime('10:00'),
  end: clockTime('12:30'),
  place: 'Council Chamber',
  type: 'ordinary',
  dayReason: '',
  note: '',
  agenda: { type: 'empty' },
};

function valuesIn(draft: Draft, record: string): Record<string, unknown> {
  return Object.fromEntries(
    draft.changes.filter((change) => change.record === record).map(({ path, value }) => [path, value]),
  );
}

describe('planning', () => {
  test('keeps what was entered', () => {
    const draft = accepted(planMeeting(plan, someContext()));
    expect(draft.command).toBe('Planned Partnership Board, 10 December 2026');
    expect(valuesIn(draft, 'm')).toMatchObject({
      bodyId: 'board',
      bodyName: 'Partnership Board',
      date: '2026-12-10',
      start: '10:00',
      end: '12:30',
      place: 'Council Chamber',
    });
    expect(itemsAfter([], draft)).toEqual([]);
  });

  test.each([
    [{ body: null }, 'NoBody'],
    [{ date: null }, 'NoDate'],
    [{ start: null }, 'NoStartTime'],
    [{ end: clockTime('09:59') }, 'EndNotAfterStart'],
    [{ end: clockTime('10:00') }, 'EndNotAfterStart'],
    [{ date: civilDate('2026-12-12') }, 'DayNeedsReason'],
    [{ date: civilDate('2026-12-25'), dayReason: '  ' }, 'DayNeedsReason'],
    [{ place: 'x'.repeat(301) }, 'TooLong'],
    [{ note: 'x'.repeat(4001) }, 'TooLong'],
  ])('%j is refused', (values, type) => {
    expect(planMeeting({ ...plan, ...values }, someContext())).toMatchObject({ ok: false, refusal: { type } });
  });

  test('a weekend is allowed with a reason; the reason is not kept for a working day', () => {
    const reason = { dayReason: ' Away day ' };
    const weekend = accepted(planMeeting({ ...plan, ...reason, date: civilDate('2026-12-12') }, someContext()));
    expect(valuesIn(weekend, 'm')['dayReason']).toBe('Away day');
    expect(valuesIn(accepted(planMeeting({ ...plan, ...reason }, someContext())), 'm')['dayReason']).toBe('');
  });

  test('bank holidays are those of the body’s nation', () => {
    const date = civilDate('2026-11-30');
    expect(planMeeting({ ...plan, date }, someContext()).ok).toBe(true);
    const scottish = planMeeting({ ...plan, date, body: someBody('b', { nation: 'scotland' }) }, someContext());
    expect(scottish).toMatchObject({ ok: false, refusal: { type: 'DayNeedsReason' } });
  });

  test('a year whose bank holidays are not known needs no reason', () => {
    expect(planMeeting({ ...plan, date: civilDate('2035-12-25') }, someContext()).ok).toBe(true);
  });

  test('the agenda may begin from the standing items of the body', () => {
    const draft = accepted(planMeeting({ ...plan, agenda: { type: 'standing' } }, someContext()));
    const { lines } = agendaOf(itemsAfter([], draft));
    expect(lines.map(({ item }) => [item.title, item.minutes, item.lead, item.meetingId])).toEqual([
      ['Welcome and apologies', 5, 'Chair', 'm'],
      ['Any other business', null, '', 'm'],
    ]);
  });

  test('the agenda may begin from an earlier one: order, levels and restrictions, but no reasons', () => {
    const of = someMeeting('before', { date: civilDate('2026-09-10') });
    const [a, b, c] = itemsUnder(['a', null], ['b', null], ['c', 'b']);
    const items = [
      { ...c!, isRestricted: true, ground: 'p3' as const, groundReason: 'Lease terms' },
      { ...b!, title: 'Minutes of the meeting held on 4 June 2026', purpose: 'decision' as const, lead: 'Helen' },
      a!,
    ];
    const draft = accepted(planMeeting({ ...plan, agenda: { type: 'copy', of, items } }, someContext()));
    const copied = itemsAfter([], draft);
    const { lines, warnings } = agendaOf(copied);
    expect(lines.map(({ number, item }) => `${number} ${item.title}`)).toEqual([
      '1 Item a',
      '2 Minutes of the meeting held on 10 September 2026',
      '2.1 Item c',
    ]);
    expect(copied.map(({ id }) => id)).toEqual(['new-1', 'new-2', 'new-3']);
    expect(lines[1]?.item).toMatchObject({ purpose: 'decision', lead: 'Helen', meetingId: 'm' });
    expect(lines[2]?.item).toMatchObject({ isRestricted: true, ground: 'p3', groundReason: '' });
    expect(warnings.map(({ type }) => type)).toEqual(['RestrictionIncomplete']);
  });

  test('an earlier agenda with items in a circle is copied whole', () => {
    const of = someMeeting('before');
    const items = itemsUnder(['a', 'b'], ['b', 'a']);
    const draft = accepted(planMeeting({ ...plan, agenda: { type: 'copy', of, items } }, someContext()));
    expect(agendaOf(itemsAfter([], draft)).lines.map(({ stray }) => stray)).toEqual([null, null]);
  });
});

describe('changing', () => {
  const { body: _body, agenda: _agenda, id: _id, ...values } = plan;
  const meeting = someMeeting('m', { ...values, bodyId: 'board', bodyName: 'Partnership Board' });

  test('writes what is new', () => {
    const draft = accepted(changeMeeting({ meeting, body, values: { place: ' Town Hall ' } }, someContext()));
    expect(valuesIn(draft, 'm')).toEqual({ place: 'Town Hall' });
    expect(draft.command).toBe('Changed Partnership Board, 10 December 2026');
  });

  test('another body brings its name', () => {
    const other = someBody('exec', { name: 'Executive group' });
    const draft = accepted(changeMeeting({ meeting, body: other, values: {} }, someContext()));
    expect(valuesIn(draft, 'm')).toEqual({ bodyId: 'exec', bodyName: 'Executive group' });
  });

  test.each([
    [{ start: clockTime('12:30') }, 'EndNotAfterStart'],
    [{ date: null }, 'NoDate'],
    [{ date: civilDate('2026-12-13') }, 'DayNeedsReason'],
  ])('%j is refused beside what stands', (changed, type) => {
    const result = changeMeeting({ meeting, body, values: changed }, someContext());
    expect(result).toMatchObject({ ok: false, refusal: { type } });
  });

  test('moved from a weekend to a working day, the reason goes', () => {
    const weekend = { ...meeting, date: civilDate('2026-12-12'), dayReason: 'Away day' };
    const draft = accepted(
      changeMeeting({ meeting: weekend, body, values: { date: civilDate('2026-12-14') } }, someContext()),
    );
    expect(valuesIn(draft, 'm')).toEqual({ date: '2026-12-14', dayReason: '' });
  });

  test('cancelling says why', () => {
    const draft = accepted(changeMeetingState({ meeting, state: 'cancelled', reason: ' Snow ' }, someContext()));
    expect(draft).toMatchObject({ command: 'Cancelled Partnership Board, 10 December 2026', note: 'Snow' });
    expect(valuesIn(draft, 'm')).toEqual({ state: 'cancelled' });
  });
});

test('removing a meeting takes its items and keeps its papers', () => {
  const draft = accepted(
    removeMeeting(
      {
        meeting: someMeeting('m'),
        items: [someItem('a'), someItem('b')],
        papers: [somePaper('p', { meetingId: 'm', itemId: 'a' })],
      },
      someContext(),
    ),
  );
  expect(draft.changes.map(({ record, path, value }) => [record, path, value])).toEqual([
    ['m', '$gone', true],
    ['a', '$gone', true],
    ['b', '$gone', true],
    ['p', 'meetingId', null],
    ['p', 'itemId', null],
  ]);
});
