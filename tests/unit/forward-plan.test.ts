import { describe, expect, test } from 'vitest';
import { readMeetingsAhead } from '#renderer/features/forward-plan/forward-plan.queries.ts';
import { figuresOf, planOf, whoOwesWhat } from '#renderer/features/forward-plan/plan.ts';
import { create } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { act, testSession } from '#tests/support/workspace.ts';

const today = civilDate('2026-11-27');

async function months() {
  const session = await testSession();
  const meeting = (id: string, date: string, more = {}) =>
    create(meetingKind, id, { bodyId: 'b', bodyName: 'Board', date: civilDate(date), ...more });
  const paper = (id: string, meetingId: string, title: string, more = {}) =>
    create(paperKind, id, { meetingId, title, ...more });
  await act(
    session,
    'Set up',
    create(bodyKind, 'b', { name: 'Board' }),
    meeting('before', '2025-12-04', { state: 'held' }),
    meeting('next', '2026-12-10'),
    meeting('later', '2027-02-11'),
    meeting('off', '2026-12-20', { state: 'cancelled' }),
    create(agendaItemKind, 'bare', { meetingId: 'next', title: 'Lease', purpose: 'decision', lead: 'Mo' }),
    create(agendaItemKind, 'noted', { meetingId: 'next', title: 'News', purpose: 'noting' }),
    paper('a', 'next', 'Transport', { author: 'Jo' }),
    paper('b', 'next', 'Budget, 2026/27', { author: 'Jo', status: 'ready' }),
    paper('c', 'later', 'Flood', { dueOn: civilDate('2026-12-01') }),
    paper('d', 'before', 'Budget 2025-26', { author: 'Jo' }),
    paper('e', 'before', 'Annual report 2025', { author: 'Vi' }),
    paper('f', 'before', 'Minutes of 2 October 2025'),
  );
  return planOf(await readMeetingsAhead(session.database, today), today);
}

describe('the forward plan', () => {
  test('shows the meetings still on by month, what is owed first, and decisions without a paper', async () => {
    const plan = await months();
    expect(plan.map(({ name }) => name)).toEqual(['December 2026', 'February 2027']);
    const [next] = plan[0]!.meetings;
    // Fourteen days before the meeting, which was yesterday.
    expect(next?.due).toBe('2026-11-26');
    expect(next?.lines.map(({ title, author, late, standing }) => [title, author, late, standing])).toEqual([
      ['Lease', 'Mo', 1, 'No paper yet'],
      ['Transport', 'Jo', 1, 'Draft'],
      ['Budget, 2026/27', 'Jo', 0, 'Ready'],
    ]);
    expect(figuresOf(plan)).toEqual({ owed: 3, late: 2, withoutAuthor: 1 });
  });

  test('offers what last year’s meeting had and this one has not, with the years moved on', async () => {
    const [december] = await months();
    expect(december?.meetings[0]?.suggested).toEqual([{ title: 'Annual report 2026', author: 'Vi' }]);
  });

  test('says who owes what, nobody’s papers last', async () => {
    const owing = whoOwesWhat(await months());
    expect(owing.map(({ author, lines }) => [author, lines.map(({ line }) => line.title)])).toEqual([
      ['Mo', ['Lease']],
      ['Jo', ['Transport']],
      ['', ['Flood']],
    ]);
  });
});
