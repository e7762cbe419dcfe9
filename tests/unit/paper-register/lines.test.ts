import { liveQuery } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readKeptRows } from '#renderer/data/kept-rows.ts';
import { readFirstRows } from '#renderer/features/paper-register/first-rows.queries.ts';
import { lineKinds, linesOf, type PaperLine } from '#renderer/features/paper-register/lines.ts';
import { everyLine, narrowed, sorted, type LineFilter } from '#renderer/features/paper-register/narrow.ts';
import { create, draft } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

const today = civilDate('2026-11-26');

async function workspace(): Promise<Session> {
  const session = await testSession();
  const meeting = (id: string, date: string | null) =>
    create(meetingKind, id, { bodyId: 'body', bodyName: 'Board', date: date === null ? null : civilDate(date) });
  const paper = (id: string, meetingId: string | null, title: string, more = {}) =>
    create(paperKind, id, { title, meetingId, ...more });
  await run(
    session,
    () =>
      ok(
        draft('Filled', '', [
          create(bodyKind, 'body', { name: 'Board', circulationDays: 14 }),
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

async function linesNow(session: Session): Promise<ReadonlyArray<PaperLine>> {
  return linesOf((await readKeptRows(session.database, lineKinds)).rows, today);
}

function idsOf(lines: ReadonlyArray<PaperLine>, filter: Partial<LineFilter> = {}): ReadonlyArray<string> {
  return narrowed(lines, { ...everyLine, ...filter }).map(({ id }) => id);
}

describe('the register of papers', () => {
  test('shows what has no meeting or date first, then the latest meeting in the order of its agenda', async () => {
    const session = await workspace();
    expect(idsOf(await linesNow(session))).toEqual(['e', 'd', 'c', 'sub', 'b', 'a']);
  });

  test('begins with the very lines that are read first', async () => {
    const session = await workspace();
    const first = linesOf(await readFirstRows(session.database), today);
    const whole = await linesNow(session);
    expect(first).toEqual(whole.slice(0, first.length));
    expect(first.length).toBeGreaterThan(0);
  });

  test('is narrowed by meeting, body, standing, author and words, together too', async () => {
    const lines = await linesNow(await workspace());
    expect(idsOf(lines, { meetingId: 'new' })).toEqual(['c', 'sub', 'b']);
    expect(idsOf(lines, { bodyId: 'body' })).toEqual(['d', 'c', 'sub', 'b', 'a']);
    expect(idsOf(lines, { standing: 'ready' })).toEqual(['c']);
    expect(idsOf(lines, { standing: 'owed' })).toEqual(['e', 'd', 'sub', 'b']);
    expect(idsOf(lines, { author: 'Jo' })).toEqual(['b', 'a']);
    expect(idsOf(lines, { author: '' })).toEqual(['d', 'sub']);
    expect(idsOf(lines, { words: 'trans' })).toEqual(['e', 'c']);
    expect(idsOf(lines, { words: ' TRANSPORT rur ' })).toEqual(['c']);
    expect(idsOf(lines, { words: 'ransport' })).toEqual([]);
    expect(idsOf(lines, { words: 'jo budget' })).toEqual(['b', 'a']);
    expect(idsOf(lines, { author: 'Mo', words: 'homeless' })).toEqual(['e']);
  });

  test('is sorted by a column, what says nothing there last either way', async () => {
    const lines = await linesNow(await workspace());
    const by = (column: 'title' | 'author' | 'due', direction: 'ascending' | 'descending'): ReadonlyArray<string> =>
      sorted(lines, { column, direction }).map(({ id }) => id);
    expect(by('title', 'ascending')).toEqual(['a', 'b', 'e', 'd', 'c', 'sub']);
    expect(by('author', 'descending')).toEqual(['e', 'c', 'b', 'a', 'd', 'sub']);
    expect(by('due', 'ascending')).toEqual(['a', 'c', 'sub', 'b', 'e', 'd']);
    expect(by('due', 'descending')).toEqual(['c', 'sub', 'b', 'a', 'e', 'd']);
  });

  test('says when a paper is due and how late it is', async () => {
    const session = await workspace();
    await run(
      session,
      () => ok(draft('Added', '', [create(paperKind, 'own', { title: 'Own', dueOn: civilDate('2026-11-20') })])),
      null,
    );
    const lines = new Map((await linesNow(session)).map((line) => [line.id, line]));
    // Fourteen days before 10 December, the last day included: today, so not late.
    expect(lines.get('b')).toMatchObject({ due: '2026-11-26', late: 0, owed: true });
    expect(lines.get('own')).toMatchObject({ due: '2026-11-20', late: 6, owed: true });
    // Issued, and nobody kept the day it came.
    expect(lines.get('a')).toMatchObject({ due: '2025-02-15', late: null, owed: false });
    expect(lines.get('d')).toMatchObject({ due: null, late: null });
  });

  test('follows papers as they are added', async () => {
    const session = await testSession();
    const seen: number[] = [];
    const watching = liveQuery(async () => linesNow(session)).subscribe((lines) => seen.push(lines.length));
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await run(session, () => ok(draft('Added', '', [create(paperKind, 'p', { title: 'P' })])), null);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    watching.unsubscribe();
  });
});
