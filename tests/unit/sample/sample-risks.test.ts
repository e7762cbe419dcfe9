import { beforeAll, expect, test } from 'vitest';
import { readFrozen } from '#renderer/data/risks/frozen.ts';
import { readRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import type { Session } from '#renderer/data/session.ts';
import { openSample } from '#renderer/features/sample/open-sample.ts';
import { compareSnapshots } from '#shared/domain/risk-reviews/comparison.ts';
import { freezeChecks } from '#shared/domain/risk-reviews/freeze-checks.ts';
import { aSnapshot, type Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { addDays, civilDate } from '#shared/kernel/civil-date.ts';
import { sample } from '#shared/domain/sample/sample.ts';
import { samplePdfs } from '#shared/domain/sample/sample-pdfs.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;
let open: OpenRegister;

beforeAll(async () => {
  session = await testSession();
  await openSample(session);
  const registers = await readRegisters(session.database, session.today);
  open = [...registers.values()][0]!;
});

async function frozen(at: number): Promise<Snapshot> {
  const read = await readFrozen(session.database, open.frozen[at]!.sha256);
  if (read.type !== 'whole') throw new Error(read.type);
  return read.snapshot;
}

test('its register was reviewed twice, and is half way through its third review', async () => {
  expect(new Set(open.rows.risks.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  expect(open.frozen.map(({ counts }) => counts)).toEqual([
    { live: 5, above: 5, red: 5, amber: 0, green: 0 },
    { live: 6, above: 5, red: 5, amber: 1, green: 0 },
  ]);
  expect(open.draft?.label).toBe(open.now?.label);
  const live = (open.now?.risks ?? []).filter(({ status }) => status === 'open');
  expect(live.map(({ review }) => review !== null)).toEqual([false, true, true, true, false, false]);
});

test('what was frozen passes the very checks that freezing asks for', async () => {
  const [first, second] = [await frozen(0), await frozen(1)];
  expect(freezeChecks(first, null, session.today).blocks).toEqual([]);
  expect(freezeChecks(second, first, session.today).blocks).toEqual([]);
});

test('two of its reviews are compared, and the figures add up', async () => {
  const comparison = compareSnapshots(await frozen(0), await frozen(1));
  if (comparison.type !== 'compared') throw new Error(comparison.type);
  expect(comparison.changes.map(({ type, risk }) => `${risk.number} ${type}`)).toEqual([
    '1 moved',
    '2 moved',
    '3 moved',
    '4 moved',
    '5 moved',
    '6 new',
  ]);
  expect(comparison.changes.flatMap((one) => (one.type === 'moved' ? one.movement.type : []))).toEqual([
    'unchanged',
    'unchanged',
    'down',
    'down',
    'down',
  ]);
  expect([comparison.before.live, comparison.added, comparison.removed, comparison.now.live]).toEqual([5, 1, 0, 6]);
});

test('the closed risk says why, and counts as removed in the review at work', async () => {
  const comparison = compareSnapshots(await frozen(1), open.now!);
  if (comparison.type !== 'compared') throw new Error(comparison.type);
  const told = comparison.changes.map((one) => `${one.risk.number} ${one.type}`);
  expect(told).toContain('5 removed');
  expect(told).toContain('7 new');
  expect(comparison.actions.newlyOverdue.length + comparison.actions.stillOverdue.length).toBeGreaterThan(0);
});

test('on every day of a year the reviews lie within the sample’s time and pass their checks', () => {
  const files = new Map(
    samplePdfs().map(({ bytes, ...file }) => [file.key, { ...file, sha256: `hash-${file.key}`, size: bytes.length }]),
  );
  for (let day = civilDate('2026-01-01'); day < civilDate('2027-01-01'); day = addDays(day, 9)) {
    let ids = 0;
    const made = sample(day, () => `id-${(ids += 1)}`, files);
    const drafts = made.draftsOf(made.frozen.map((_, at) => ({ sha256: `frozen-${at}`, bytes: 1 })));
    const started = drafts.findIndex(({ draft }) => draft.command === 'Started the workspace');
    expect(started).toBe(0);
    expect(drafts.every(({ on }) => on <= day)).toBe(true);
    const [first, second] = made.frozen;
    expect(aSnapshot(second).ok).toBe(true);
    expect(freezeChecks(first!, null, day).blocks).toEqual([]);
    expect(freezeChecks(second!, first!, day).blocks).toEqual([]);
  }
});
