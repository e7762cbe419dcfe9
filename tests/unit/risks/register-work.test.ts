import { beforeEach, expect, test } from 'vitest';
import { commitDraft } from '#renderer/data/commit.ts';
import { readFrozen } from '#renderer/data/risks/frozen.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { draft, set } from '#shared/changes/draft.ts';
import { redAmberGreen, storm } from '#shared/domain/rating/presets.ts';
import type { Scheme } from '#shared/domain/rating/scheme.ts';
import { closableRisks } from '#shared/domain/risk-reviews/closable.ts';
import { compareSnapshots } from '#shared/domain/risk-reviews/comparison.ts';
import { freezeChecks } from '#shared/domain/risk-reviews/freeze-checks.ts';
import { frozenReviewKind } from '#shared/domain/risk-reviews/frozen-review.ts';
import { correctReview, joinReviews, startReview } from '#shared/domain/risk-reviews/review.commands.ts';
import { closeRisk } from '#shared/domain/risks/close.commands.ts';
import { addAction, changeDueDate, markAction } from '#shared/domain/risks/risk-action.commands.ts';
import { changeScheme } from '#shared/domain/risks/risk-register.commands.ts';
import { renumberRisk } from '#shared/domain/risks/risk.commands.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { agreed, everything, founded, joined, take, bundleOf } from '#tests/support/laptops.ts';
import {
  confirmed,
  done,
  froze,
  frozenOf,
  on,
  openRegister,
  rated,
  riskOf,
  setUp,
  started,
  wroteDown,
} from '#tests/support/risk-work.ts';
import { testMachine, testSession, type TestMachine } from '#tests/support/workspace.ts';

const june = civilDate('2026-06-30');
const september = civilDate('2026-09-30');
let machine: TestMachine;
let session: Session;

beforeEach(async () => {
  machine = testMachine();
  session = await testSession(machine);
});

/** The worked sample of the protocol's risk work: five risks over two quarters (numbers, cells and days alone). */
async function workedSample(): Promise<void> {
  on(machine, '2026-03-31');
  await setUp(session);
  await wroteDown(session, 'Joint commissioning partner withdraws', {}, civilDate('2026-11-30'));
  await wroteDown(session, 'Safeguarding information not shared in time', {}, civilDate('2026-12-31'));
  await wroteDown(session, 'Specialist workforce gap', {}, civilDate('2026-05-29'));
  await wroteDown(session, 'Local committees not engaging schools');
  for (const [number, cell, target] of [
    [1, 'C-II', 'D-III'],
    [2, 'C-I', 'E-I'],
    [3, 'B-II', 'D-III'],
    [4, 'D-III', 'D-III'],
  ] as const) {
    await rated(session, number, cell);
    await rated(session, number, target, 'target');
  }
  const { rows } = await openRegister(session);
  const action = rows.actions.find(({ ref }) => ref === '3.1')!;
  on(machine, '2026-05-20');
  await done(session, changeDueDate, {
    action,
    risk: await riskOf(session, 3),
    dueOn: civilDate('2026-07-31'),
    reason: 'Partners’ budgets agreed late',
  });
  on(machine, '2026-06-30');
  await started(session, june);
  for (const number of [1, 2, 3, 4]) await confirmed(session, number);
  await froze(session);

  on(machine, '2026-09-11');
  const done21 = (await openRegister(session)).rows.actions.find(({ ref }) => ref === '2.1')!;
  await done(session, markAction, {
    action: done21,
    status: 'complete',
    completedOn: civilDate('2026-09-11'),
    outcome: '92% reached',
  });
  on(machine, '2026-09-30');
  await wroteDown(session, 'Organisational reform unsettles membership', {}, civilDate('2026-12-15'));
  await started(session, september);
  await rated(session, 1, 'B-II');
  await rated(session, 2, 'D-I');
  await rated(session, 5, 'C-III');
  await rated(session, 5, 'D-III', 'target');
}

test('the worked sample comes out through the commands: 4 live + 1 new - 1 removed = 4, above the line 3 to 4', async () => {
  await workedSample();
  const { rows } = await openRegister(session);
  await wroteDownAgain(2);
  await done(session, closeRisk, {
    risk: await riskOf(session, 4),
    reason: 'managed',
    note: 'Both seats are filled.',
    minuteRef: '41/26',
    on: september,
    mergedInto: null,
    actions: rows.actions.filter(({ riskId }) => rows.risks.find(({ id }) => id === riskId)?.number === 4),
    escalations: [],
    wasFrozen: true,
  });
  for (const number of [1, 2, 3, 5]) await confirmed(session, number, number < 3 ? 'rescore' : 'keep');
  await froze(session);

  const comparison = compareSnapshots(await frozenOf(session, 0), await frozenOf(session, 1));
  if (comparison.type !== 'compared') throw new Error(comparison.type);
  const { before, now, added, removed } = comparison;
  expect([before.live, added, removed, now.live]).toEqual([4, 1, 1, 4]);
  expect([before.above, now.above]).toEqual([3, 4]);
  expect(
    comparison.changes.map((one) => `${one.risk.number} ${one.type === 'moved' ? one.movement.type : one.type}`),
  ).toEqual(['1 up', '2 down', '3 unchanged', '4 removed', '5 new']);
  expect(comparison.actions.newlyOverdue.map(({ action, days, slips }) => [action.ref, days, slips])).toEqual([
    ['3.1', 61, 1],
  ]);
  const { frozen, last } = await openRegister(session);
  expect(frozen.map(({ label, counts }) => [label, counts.live, counts.above])).toEqual([
    ['2026/27 Q1', 4, 3],
    ['2026/27 Q2', 4, 4],
  ]);
  expect(last?.positions).toEqual({ 1: 'B-II', 2: 'D-I', 3: 'B-II', 4: 'x', 5: 'C-III' });
});

/** A further action for a risk whose own is done, as the plan of the sample has it. */
async function wroteDownAgain(number: number): Promise<void> {
  const { rows } = await openRegister(session);
  const risk = await riskOf(session, number);
  await done(session, addAction, {
    id: session.newId(),
    risk,
    actions: rows.actions.filter(({ riskId }) => riskId === risk.id),
    dueOn: civilDate('2026-12-31'),
    values: { text: 'Adopt the common consent form', responsible: risk.owner },
  });
}

test('a review is not frozen while something is missing, and says what', async () => {
  await workedSample();
  const { now } = await openRegister(session);
  const { blocks } = freezeChecks(now!, await frozenOf(session, 0), session.today);
  expect(blocks.map(({ type }) => type).toSorted()).toEqual([
    'NoOpenAction',
    'NotReviewed',
    'NotReviewed',
    'NotReviewed',
    'NotReviewed',
    'NotReviewed',
  ]);
  await expect(froze(session)).rejects.toThrow('Blocked');
  expect((await openRegister(session)).frozen).toHaveLength(1);
});

test('a frozen review cannot be changed, and its file is told apart when it is missing or harmed', async () => {
  await workedSample();
  const { frozen } = await openRegister(session);
  const [first] = frozen;
  await expect(
    commitDraft(session, draft('Changed', '', [set(frozenReviewKind, first!, { label: 'Other' })]), 'Ada'),
  ).rejects.toThrow();
  const { files } = session.database;
  const kept = await files.get(first!.sha256);
  const text = (await kept!.blob.text()).replace('"C-', '"B-').replace('"likelihood":"C"', '"likelihood":"B"');
  await files.put({ ...kept!, sha256: 'f'.repeat(64), blob: new Blob([text]) });
  expect(await readFrozen(session.database, 'f'.repeat(64))).toEqual({ type: 'harmed' });
  expect(await readFrozen(session.database, 'e'.repeat(64))).toEqual({ type: 'missing' });
});

test('a correcting review keeps the day of the one it corrects, and both stay', async () => {
  await workedSample();
  const { reviews, frozen } = await openRegister(session);
  const draftOpen = await run(session, correctReview, { id: 'c', frozen: frozen[0]!, reason: 'A slip', reviews });
  expect(draftOpen).toMatchObject({ ok: false, refusal: { type: 'DraftOpen' } });
  const again = await run(session, correctReview, { id: 'c', frozen: frozen[0]!, reason: ' ', reviews: [] });
  expect(again).toMatchObject({ ok: false, refusal: { type: 'ReasonMissing' } });
});

test('a new version of the scheme with the same codes keeps every rating; one without asks for each anew', async () => {
  await setUp(session);
  await wroteDown(session, 'One');
  await rated(session, 1, 'C-III');
  const moved: Scheme = {
    ...storm,
    cells: storm.cells.map((cell) =>
      cell.likelihood === 'C' && cell.impact === 'III' ? { ...cell, above: false } : cell,
    ),
  };
  const change = async (id: string, scheme: Scheme): Promise<void> => {
    const { rows } = await openRegister(session);
    const before = rows.schemes.find((one) => one.id === rows.register.schemeId)!;
    await done(session, changeScheme, { id, register: rows.register, before, scheme, mapping: null });
  };
  await change('scheme-2', moved);
  expect((await openRegister(session)).now?.risks[0]?.current).toMatchObject({ likelihood: 'C', impact: 'III' });
  await change('scheme-3', { ...moved, name: 'Ours' });
  expect((await openRegister(session)).now?.risks[0]?.current).toMatchObject({ likelihood: 'C', impact: 'III' });
  await change('scheme-4', redAmberGreen);
  const { now, rows } = await openRegister(session);
  expect(now?.risks[0]?.current).toBeNull();
  expect(rows.risks[0]?.current).toMatchObject({ likelihood: 'C', impact: 'III', schemeId: 'scheme-1' });
});

test('two laptops that froze the same quarter keep both reviews, and the differing ratings are to be decided', async () => {
  const helen = await founded('helen');
  await setUp(helen.session);
  await wroteDown(helen.session, 'One', {}, civilDate('2027-01-31'));
  await rated(helen.session, 1, 'C-III');
  await rated(helen.session, 1, 'D-III', 'target');
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);

  const asAt = civilDate('2026-10-31');
  for (const [laptop, cell] of [
    [helen, 'B-III'],
    [priya, 'C-II'],
  ] as const) {
    await started(laptop.session, asAt);
    await rated(laptop.session, 1, cell);
    await confirmed(laptop.session, 1, 'rescore');
    await froze(laptop.session);
  }
  await agreed(helen, priya);
  for (const { session: one } of [helen, priya]) {
    const { frozen, rows } = await openRegister(one);
    expect(frozen).toHaveLength(2);
    const cells = await Promise.all(
      frozen.map(async (_, at) => (await frozenOf(one, at)).risks[0]?.current?.likelihood),
    );
    expect(new Set(cells)).toEqual(new Set(['B', 'C']));
    expect(rows.risks[0]?._open).toBe(1);
    expect(rows.risks[0]?._heads['current']).toHaveLength(2);
    const [a, b] = [await frozenOf(one, 0), await frozenOf(one, 1)];
    const comparison = compareSnapshots(a, b);
    expect(comparison.type === 'compared' && comparison.changes.length).toBe(1);
  }
  expect(await everything(helen)).toEqual(await everything(priya));
  expect((await openRegister(helen.session)).now).toEqual((await openRegister(priya.session)).now);
});

test('two drafts begun on two laptops are joined, and no confirmed line is lost', async () => {
  const helen = await founded('helen');
  await setUp(helen.session);
  await wroteDown(helen.session, 'One');
  await wroteDown(helen.session, 'Two');
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);
  await started(helen.session, civilDate('2026-10-31'));
  await confirmed(helen.session, 1);
  await started(priya.session, civilDate('2026-10-31'));
  await confirmed(priya.session, 2);
  await agreed(helen, priya);

  const { reviews, draft: into, rows } = await openRegister(helen.session);
  const other = reviews.find(({ id }) => id !== into?.id)!;
  expect(reviews.map(({ state }) => state)).toEqual(['draft', 'draft']);
  await done(helen.session, joinReviews, { into: into!, other, risks: rows.risks });
  const { now } = await openRegister(helen.session);
  expect(now?.risks.map(({ number, review }) => [number, review !== null])).toEqual([
    [1, true],
    [2, true],
  ]);
});

test('a number that two laptops gave is seen as given twice, and one of them gets the next', async () => {
  const helen = await founded('helen');
  await setUp(helen.session);
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);
  await wroteDown(helen.session, 'Hers');
  await wroteDown(priya.session, 'Theirs');
  await agreed(helen, priya);
  const { rows, now } = await openRegister(helen.session);
  expect(rows.risks.map(({ number }) => number)).toEqual([1, 1]);
  expect(freezeChecks(now!, null, helen.session.today).blocks.map(({ type }) => type)).toContain('NumberTwice');
  await done(helen.session, renumberRisk, { risk: rows.risks[1]!, numbers: rows.risks.map(({ number }) => number) });
  await agreed(helen, priya);
  expect(new Set((await openRegister(priya.session)).rows.risks.map(({ number }) => number))).toEqual(new Set([1, 2]));
});

test('closing is suggested once a risk was at its target and below the line for as many reviews as the register asks', async () => {
  await setUp(session);
  await wroteDown(session, 'One');
  await rated(session, 1, 'D-III');
  await rated(session, 1, 'D-III', 'target');
  for (const day of ['2026-05-31', '2026-08-31']) {
    await started(session, civilDate(day));
    await confirmed(session, 1);
    const { now } = await openRegister(session);
    const frozen = (await openRegister(session)).frozen;
    const kept = await Promise.all(frozen.map((_, at) => frozenOf(session, at)));
    expect(closableRisks(now!, kept)).toEqual([]);
    await froze(session);
  }
  const { now, rows, reviews, frozen } = await openRegister(session);
  expect(closableRisks(now!, [await frozenOf(session, 0), await frozenOf(session, 1)])).toEqual([
    { riskId: rows.risks[0]!.id, since: '2026-05-31' },
  ]);
  const early = {
    id: 'r',
    register: rows.register,
    type: 'quarterly',
    label: 'Q',
    meetingId: null,
    reviews,
    frozen,
  } as const;
  expect(await run(session, startReview, { ...early, asAt: civilDate('2026-08-31') })).toMatchObject({
    ok: false,
    refusal: { type: 'AsAtNotAfterLast', last: '2026-08-31' },
  });
});
