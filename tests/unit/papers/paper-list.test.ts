import { liveQuery } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readAuthors, readPaperList, type PaperFilter } from '#renderer/features/papers/paper-list.queries.ts';
import { create, draft } from '#shared/changes/draft.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

const everything: PaperFilter = { meetingId: null, status: null, author: null, words: '' };

async function workspace(): Promise<Session> {
  const session = await testSession();
  const meeting = (id: string, date: string | null) =>
    create(meetingKind, id, { bodyName: 'Board', date: date === null ? null : civilDate(date) });
  const paper = (id: string, meetingId: string | null, title: string, more = {}) =>
    create(paperKind, id, { title, meetingId, ...more });
  await run(
    session,
    () =>
      ok(
        draft('Filled', '', [
          meeting('old', '2025-03-01'),
          meeting('new', '2026-12-10'),
          meeting('open', null),
          create(agendaItemKind, 'i2', { meetingId: 'new', place: { under: null, key: 'a2' } }),
          create(agendaItemKind, 'i1', { meetingId: 'new', place: { under: null, key: 'a1' } }),
          create(agendaItemKind, 'i1a', { meetingId: 'new', place: { under: 'i1', key: 'a0' } }),
          paper('sub', 'new', 'Survey', { itemId: 'i1a' }),
          paper('a', 'old', 'Budget 2025', { author: 'Jo', status: 'issued' }),
          paper('b', 'new', 'Budget 2026', { author: 'Jo', itemId: 'i2' }),
          paper('c', 'new', 'Rural transport', { author: 'Mo', itemId: 'i1', status: 'ready' }),
          paper('d', 'open', 'Later', { author: '' }),
          paper('e', null, 'Homeless transport plan', { author: 'Mo' }),
        ]),
      ),
    null,
  );
  return session;
}

async function idsOf(session: Session, filter: Partial<PaperFilter> = {}, most = 50): Promise<ReadonlyArray<string>> {
  const { papers } = await readPaperList(session.database, { ...everything, ...filter }, most);
  return papers.map(({ paper }) => paper.id);
}

describe('the register of papers', () => {
  test('shows what has no meeting or date first, then the latest meeting in the order of its agenda', async () => {
    const session = await workspace();
    expect(await idsOf(session)).toEqual(['e', 'd', 'c', 'sub', 'b', 'a']);
    expect(await idsOf(session, {}, 3)).toEqual(['e', 'd', 'c']);
    expect((await readPaperList(session.database, everything, 3)).hasMore).toBe(true);
    expect((await readPaperList(session.database, everything, 6)).hasMore).toBe(false);
  });

  test('is narrowed by meeting, status, author and words of the title, together too', async () => {
    const session = await workspace();
    expect(await idsOf(session, { meetingId: 'new' })).toEqual(['c', 'sub', 'b']);
    expect(await idsOf(session, { status: 'ready' })).toEqual(['c']);
    expect(await idsOf(session, { author: 'Jo' })).toEqual(['b', 'a']);
    expect(await idsOf(session, { words: 'trans' })).toEqual(['e', 'c']);
    expect(await idsOf(session, { words: ' TRANSPORT rur ' })).toEqual(['c']);
    expect(await idsOf(session, { words: 'ransport' })).toEqual([]);
    expect(await idsOf(session, { author: 'Mo', words: 'homeless' })).toEqual(['e']);
    expect(await readAuthors(session.database)).toEqual(['Jo', 'Mo']);
  });

  test('follows papers as they are added, where nothing narrows it as well', async () => {
    const session = await testSession();
    const seen: number[] = [];
    const watching = liveQuery(() => readPaperList(session.database, everything, 50)).subscribe(({ papers }) =>
      seen.push(papers.length),
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await run(session, () => ok(draft('Added', '', [create(paperKind, 'p', { title: 'P' })])), null);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    watching.unsubscribe();
  });
});
