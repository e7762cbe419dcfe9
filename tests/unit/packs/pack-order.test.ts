import { describe, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { readNextReverts } from '#renderer/data/undo.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { beforeIssue, minutesInWords, readingMinutes } from '#shared/domain/packs/before-issue.ts';
import { issuePack, type IssuedValues } from '#shared/domain/packs/issue.commands.ts';
import { issuedPackKind, type IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import { issuedSoFar } from '#shared/domain/packs/issues.ts';
import type { ItemLine, PaperLine } from '#shared/domain/packs/pack-contents.ts';
import { isEmptyOrder, orderPack, packName, type OrderedFrom } from '#shared/domain/packs/pack-order.ts';
import { replacePaper } from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

function item(id: string, values: Partial<ItemLine> = {}): ItemLine {
  const rest = { lead: '', minutes: 5, isRestricted: false, ground: null, groundReason: '' } as const;
  return { id, number: id, depth: 0, title: `Item ${id}`, purpose: 'decision', ...rest, ...values };
}

function paper(id: string, itemId: string, status: PaperStatus = 'cleared'): PaperLine {
  return { id, itemId, title: `Paper ${id}`, reference: '', form: 'written', status, sha256: null, version: null };
}

function part(paperId: string, says: string, first: number, pages = 2): IssuedPart {
  const rest = { itemNumber: '1', reference: '', version: 1, isOurs: true, sha256: 'a'.repeat(64) };
  return { id: paperId, role: 'paper', paperId, itemId: 'i', title: paperId, says, first, pages, ...rest };
}

const values: IssuedValues = {
  edition: 'public',
  form: 'main',
  issue: 1,
  title: 'Board pack',
  fileName: 'pack.pdf',
  first: 1,
  last: 4,
  sha256: 'b'.repeat(64),
  bytes: 10,
  isSensitive: false,
  items: [
    { id: '1', number: '1', depth: 0, title: 'Item 1' },
    { id: '2', number: '2', depth: 0, title: 'Item 2' },
  ],
  parts: [part('a', 'a1', 1), part('b', 'b1', 3)],
  withdrawn: [],
  access: [],
};

async function issued() {
  const session = await testSession();
  const statuses: ReadonlyArray<readonly [string, PaperStatus]> = [
    ['a', 'cleared'],
    ['b', 'cleared'],
    ['c', 'draft'],
  ];
  await run(
    session,
    () =>
      ok(
        draft('Made', '', [
          create(meetingKind, 'm', { bodyName: 'Board' }),
          ...statuses.map(([id, status]) => create(paperKind, id, { meetingId: 'm', title: id, status })),
        ]),
      ),
    null,
  );
  const meeting = (await rowsOf(session.database, meetingKind).get('m'))!;
  const papers = await rowsOf(session.database, paperKind).toArray();
  const named = (...ids: string[]) => papers.filter(({ id }) => ids.includes(id));
  const ask = (more: Partial<IssuedValues>, ...ids: string[]) => ({
    id: `p${more.issue ?? 1}`,
    meeting,
    values: { ...values, ...more },
    papers: named(...ids),
    by: 'Ada Fell',
  });
  return { session, ask, all: () => rowsOf(session.database, issuedPackKind).toArray() };
}

describe('issuing', () => {
  test('records the pack once, marks its papers, and cannot be undone, changed or removed', async () => {
    const { session, ask, all } = await issued();
    expect(await run(session, issuePack, { ...ask({}, 'a', 'b'), issued: [] })).toMatchObject({ ok: true });
    const papers = await rowsOf(session.database, paperKind).toArray();
    expect(papers.map(({ status }) => status)).toEqual(['issued', 'issued', 'draft']);
    expect(await readNextReverts(session)).toEqual({ undo: null, redo: null });
    const [pack] = await all();
    expect(pack).toMatchObject({ issue: 1, last: 4, issuedBy: 'Ada Fell' });
    const change = () => ok(draft('Changed it', '', [set(issuedPackKind, pack!, { last: 9 })]));
    await expect(run(session, change, null)).rejects.toThrow('stays as it is');
    expect((await all())[0]?.last).toBe(4);
  });

  test('refuses papers that are not cleared, numbers that are taken, and pages that leave a gap', async () => {
    const { session, ask, all } = await issued();
    const raw = await run(session, issuePack, { ...ask({}, 'a', 'c'), issued: [] });
    expect(raw).toEqual({ ok: false, refusal: { type: 'NotCleared', titles: ['c'] } });
    await run(session, issuePack, { ...ask({}, 'a', 'b'), issued: [] });
    const again = await run(session, issuePack, { ...ask({}, 'a'), issued: await all() });
    expect(again).toEqual({ ok: false, refusal: { type: 'NumbersTaken', last: 4 } });
    const supplement = { form: 'supplement', issue: 2, first: 5, last: 8 } as const;
    const holed = {
      ...ask({ ...supplement, parts: [part('a', 'a2', 5), part('b', 'b2', 8, 1)] }, 'a'),
      issued: await all(),
    };
    await expect(run(session, issuePack, holed)).rejects.toThrow('Page 7 is missing');
    const whole = {
      ...ask({ ...supplement, parts: [part('a', 'a2', 5), part('b', 'b2', 7)] }, 'a'),
      issued: await all(),
    };
    expect(await run(session, issuePack, whole)).toMatchObject({ ok: true });
  });

  test('a paper is opened for a new version only once it has been issued', async () => {
    const { session, ask } = await issued();
    const before = (await rowsOf(session.database, paperKind).get('a'))!;
    expect(await run(session, replacePaper, { paper: before })).toMatchObject({ ok: false });
    await run(session, issuePack, { ...ask({}, 'a'), issued: [] });
    const after = (await rowsOf(session.database, paperKind).get('a'))!;
    expect(await run(session, replacePaper, { paper: after })).toMatchObject({ ok: true });
    expect((await rowsOf(session.database, paperKind).get('a'))?.status).toBe('draft');
  });
});

describe('what the next pack holds', () => {
  const from = (more: Partial<OrderedFrom>): OrderedFrom => ({
    edition: 'public',
    items: [item('1'), item('2')],
    papers: [paper('a', '1'), paper('b', '2')],
    leftOut: [],
    so: issuedSoFar([], 'public'),
    issuedItems: [],
    says: new Map([
      ['a', 'a1'],
      ['b', 'b1'],
    ]),
    ...more,
  });
  const issuedOnce = { ...values, id: 'p', meetingId: 'm', issuedOn: null, issuedBy: '' } as never;
  const later = { so: issuedSoFar([issuedOnce], 'public'), issuedItems: values.items };

  test('is everything at first, and nothing while nothing changes', () => {
    const first = orderPack(from({ papers: [paper('a', '1', 'draft'), paper('b', '2')] }));
    expect(first).toMatchObject({ form: 'main', issue: 1, first: 1 });
    expect(first.inside.map(({ partId }) => partId)).toEqual(['a', 'b']);
    const next = orderPack(from(later));
    expect(next).toMatchObject({ form: 'supplement', issue: 2, first: 5, inside: [] });
    expect(isEmptyOrder(next)).toBe(true);
  });

  test('is what is new and cleared, what was changed and cleared again, and what is withdrawn', () => {
    const says = new Map([
      ['a', 'a2'],
      ['c', 'c1'],
      ['d', 'd1'],
    ]);
    const papers = [paper('a', '1'), paper('c', '2'), paper('d', '2', 'draft')];
    const order = orderPack(from({ ...later, papers, says }));
    expect(order.inside.map(({ partId, version }) => [partId, version])).toEqual([
      ['a.2', 2],
      ['c.2', 1],
    ]);
    expect(order.movements.get('a')?.type).toBe('replaces');
    expect(order.withdrawn.map(({ part: { id } }) => id)).toEqual(['b']);
  });

  test('leaves what is being written anew as it was given out', () => {
    const papers = [paper('a', '1', 'draft'), paper('b', '2')];
    const order = orderPack(
      from({
        ...later,
        papers,
        says: new Map([
          ['a', 'half-written'],
          ['b', 'b1'],
        ]),
      }),
    );
    expect(order.movements.get('a')?.type).toBe('stands');
    expect(isEmptyOrder(order)).toBe(true);
    expect(beforeIssue(order, papers, []).map(({ obstacle, stops }) => [obstacle.type, stops])).toEqual([
      ['StandsForNow', false],
    ]);
  });
});

describe('the check before issue', () => {
  test('stops what may not be given out, and tells the rest', () => {
    const items = [
      item('1'),
      item('2'),
      item('3', { isRestricted: true }),
      item('4', { purpose: 'noting' }),
      item('5', { isRestricted: true, ground: 'p3', groundReason: 'It would harm the talks.' }),
    ];
    const papers = [
      paper('a', '1', 'ready'),
      { ...paper('f', '1'), form: 'file' as const, status: 'draft' as const },
      paper('x', '4'),
    ];
    const order = orderPack({
      edition: 'public',
      items,
      papers,
      leftOut: ['x'],
      so: issuedSoFar([], 'public'),
      issuedItems: [],
      says: new Map(),
    });
    expect(
      beforeIssue(order, papers, ['x']).map(({ obstacle, stops }) => `${obstacle.item.id} ${obstacle.type} ${stops}`),
    ).toEqual(['1 NotCleared true', '1 NoFile true', '2 NoPaper false', '3 NoGround true', '4 LeftOut false']);
  });

  test('reckons reading time at thirty pages an hour', () => {
    expect(minutesInWords(readingMinutes(1))).toBe('2 minutes');
    expect(minutesInWords(readingMinutes(30))).toBe('1 hour');
    expect(minutesInWords(readingMinutes(121))).toBe('4 hours 5 minutes');
  });

  test('names each pack as it is given out', () => {
    expect(packName('public', 'supplement', 3)).toBe('Supplement 2');
    expect(packName('restricted', 'main', 1)).toBe('Restricted pack');
  });
});
