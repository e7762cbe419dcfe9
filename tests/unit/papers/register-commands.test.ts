import { describe, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { reverse } from '#renderer/data/undo.ts';
import { create } from '#shared/changes/draft.ts';
import { changePaperStatus, replacePaper } from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { changePapers, planPapers, whichTake } from '#shared/domain/papers/register.commands.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';

async function papersOf(session: Session): Promise<ReadonlyArray<Paper>> {
  return rowsOf(session.database, paperKind).orderBy('title').toArray();
}

async function withPapers(): Promise<Session> {
  const session = await testSession();
  await act(
    session,
    'Set up',
    create(paperKind, 'a', { title: 'A', author: 'Jo' }),
    create(paperKind, 'b', { title: 'B', status: 'issued' }),
    create(paperKind, 'c', { title: 'C', form: 'file' }),
  );
  return session;
}

describe('changing many papers at once', () => {
  test('changes those that take it, leaves the others, and is undone whole', async () => {
    const session = await withPapers();
    const papers = await papersOf(session);
    const change = { field: 'author', value: ' Mo ' } as const;
    const { able, left } = whichTake(papers, change, session);
    expect([able.map(({ id }) => id), left.map(({ paper, because }) => [paper.id, because.type])]).toEqual([
      ['a', 'c'],
      [['b', 'PaperIssued']],
    ]);
    const result = await run(session, changePapers, { papers, change });
    expect(result.ok && result.value?.command).toBe('Gave 2 papers to Mo');
    expect((await papersOf(session)).map(({ author }) => author)).toEqual(['Mo', '', 'Mo']);
    await reverse(session, 'undo');
    expect((await papersOf(session)).map(({ author }) => author)).toEqual(['Jo', '', '']);
  });

  test('is refused, with the reason, when none takes it', async () => {
    const session = await withPapers();
    const [, issued, toCome] = await papersOf(session);
    const status = { field: 'status', value: 'ready' } as const;
    expect(await run(session, changePapers, { papers: [issued!], change: status })).toMatchObject({
      refusal: { type: 'PaperIssued' },
    });
    expect(await run(session, changePapers, { papers: [toCome!], change: status })).toMatchObject({
      refusal: { type: 'NothingAttached' },
    });
    const untitled = { field: 'title', value: '  ' } as const;
    expect(await run(session, changePapers, { papers: [toCome!], change: untitled })).toMatchObject({
      refusal: { type: 'TitleMissing' },
    });
  });
});

describe('the day a paper was received', () => {
  test('is the day it was first past drafting, and is taken away with it', async () => {
    const machine = testMachine();
    const session = await testSession(machine);
    await act(session, 'Set up', create(paperKind, 'a', { title: 'A' }));
    const mark = async (status: Paper['status']): Promise<string | null> => {
      const [paper] = await papersOf(session);
      await run(session, changePaperStatus, { paper: paper!, status });
      return (await papersOf(session))[0]!.receivedOn;
    };
    const aDay = 24 * 60 * 60 * 1000;
    expect(await mark('ready')).toBe('2026-11-23');
    machine.pass(aDay);
    expect(await mark('cleared')).toBe('2026-11-23');
    expect(await mark('draft')).toBeNull();
    expect(await mark('ready')).toBe('2026-11-24');
    await mark('cleared');
    await mark('issued');
    machine.pass(aDay);
    const [issued] = await papersOf(session);
    await run(session, replacePaper, { paper: issued! });
    expect((await papersOf(session))[0]).toMatchObject({ status: 'draft', receivedOn: '2026-11-24' });
    // Members had it in time; the new version makes nobody late.
    expect(await mark('ready')).toBe('2026-11-24');
  });
});

test('plans papers in one act, none without a title', async () => {
  const session = await testSession();
  const paper = (id: string, title: string) =>
    ({
      id,
      title,
      author: ' Jo ',
      form: 'file',
      body: null,
      meetingId: 'm',
      itemId: null,
      dueOn: civilDate('2026-12-01'),
    }) as const;
  expect(await run(session, planPapers, { papers: [paper('a', 'A'), paper('b', ' ')] })).toMatchObject({
    refusal: { type: 'TitleMissing' },
  });
  expect(await papersOf(session)).toEqual([]);
  const result = await run(session, planPapers, { papers: [paper('a', 'A'), paper('b', 'B')] });
  expect(result.ok && result.value?.command).toBe('Planned 2 papers');
  expect(await papersOf(session)).toMatchObject([
    { title: 'A', author: 'Jo', meetingId: 'm', dueOn: '2026-12-01', status: 'draft' },
    { title: 'B' },
  ]);
});
