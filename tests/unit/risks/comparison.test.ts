import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionChanges } from '#shared/domain/risk-reviews/action-changes.ts';
import { compareSnapshots, type Compared, type RiskChange } from '#shared/domain/risk-reviews/comparison.ts';
import { mappingBySameCodes } from '#shared/domain/rating/position.ts';
import { storm, stormChildSafety } from '#shared/domain/rating/presets.ts';
import { schemeChanges } from '#shared/domain/rating/scheme-changes.ts';
import { positionsOf } from '#shared/domain/risk-reviews/frozen-figures.ts';
import type { RiskAction, SchemeVersion, Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { actionStatuses, riskStatuses } from '#shared/domain/risks/values.ts';
import { addDays, civilDate } from '#shared/kernel/civil-date.ts';
import {
  action,
  june,
  juneReview,
  march,
  marchReview,
  rating,
  risk,
  scheme,
  september,
  septemberReview,
  snapshot,
} from './worked-sample.ts';

const day = civilDate;

function compared(previous: Snapshot, current: Snapshot, earlier: ReadonlyArray<Snapshot> = []): Compared {
  const comparison = compareSnapshots(
    previous,
    current,
    earlier.map((one) => ({ positions: positionsOf(one) })),
  );
  if (comparison.type !== 'compared') throw new Error('there was a review before');
  return comparison;
}

const typeOf = (change: RiskChange): string => (change.type === 'moved' ? change.movement.type : change.type);
const lines = ({ changes }: Compared): string[] => changes.map((change) => `${change.risk.number} ${typeOf(change)}`);
const refs = (actions: ReadonlyArray<{ readonly action: RiskAction }>): string[] =>
  actions.map((one) => one.action.ref);
const refsOf = (changes: ActionChanges) => ({
  added: refs(changes.added),
  completed: refs(changes.completed),
  cancelled: refs(changes.cancelled),
  newlyOverdue: refs(changes.newlyOverdue),
  stillOverdue: refs(changes.stillOverdue),
  dateSlipped: refs(changes.dateSlipped),
  gone: refs(changes.gone),
});

describe('the worked sample', () => {
  const comparison = compared(juneReview, septemberReview, [marchReview]);

  test('adds up: four live, one new, one removed, four live; three above the line, then four', () => {
    const { before, now, added, reopened, removed } = comparison;
    expect([before.live, added, reopened, removed, now.live]).toEqual([4, 1, 0, 1, 4]);
    expect([before.above, now.above]).toEqual([3, 4]);
  });

  test('tells one up, one down, one unchanged, one removed and one new', () => {
    expect(lines(comparison)).toEqual(['1 up', '2 down', '3 unchanged', '4 removed', '5 new']);
    expect(comparison.crossedAbove).toEqual([]);
    expect(comparison.crossedBelow).toEqual([]);
    const removed = comparison.changes[3]!;
    expect(removed.type === 'removed' && removed.closure?.reason).toBe('managed');
  });

  test('tells what became of the actions', () => {
    expect(refsOf(comparison.actions)).toEqual({
      added: ['5.1'],
      completed: ['2.1'],
      cancelled: [],
      newlyOverdue: ['3.1'],
      stillOverdue: [],
      dateSlipped: [],
      gone: [],
    });
    expect(comparison.actions.newlyOverdue[0]).toMatchObject({ days: 61, slips: 1 });
    expect(comparison.scheme).toBeNull();
  });

  test('in June tells nothing moved and one date put off, though it was in time', () => {
    const earlier = compared(marchReview, juneReview);
    expect(lines(earlier)).toEqual(['1 unchanged', '2 unchanged', '3 unchanged', '4 unchanged']);
    expect(refsOf(earlier.actions)).toMatchObject({ added: [], dateSlipped: ['3.1'], newlyOverdue: [] });
    expect(earlier.actions.dateSlipped[0]).toMatchObject({ from: '2026-05-29', to: '2026-07-31', slips: 1 });
  });

  test('without a review before is a baseline', () => {
    const baseline = compareSnapshots(null, septemberReview);
    if (baseline.type !== 'baseline') throw new Error('there was none before');
    expect(baseline.risks.map(({ number }) => number)).toEqual([1, 2, 3, 5]);
    expect(baseline.now).toEqual({ live: 4, above: 4 });
  });
});

describe('a risk', () => {
  const open = risk(1, { current: rating('C-II', june) });
  const closedInto = (mergedIntoId: string | null): SnapshotRisk => ({
    ...open,
    status: 'closed',
    closure: { on: june, reason: 'merged', note: 'One scenario', minuteRef: '7', mergedIntoId },
  });

  test('closed and opened again is reopened, even where only an older review knew it', () => {
    const closed = closedInto(null);
    expect(lines(compared(snapshot(june, [closed]), snapshot(september, [open])))).toEqual(['1 reopened']);
    expect(lines(compared(snapshot(june, []), snapshot(september, [open]), [snapshot(march, [closed])]))).toEqual([
      '1 reopened',
    ]);
    expect(lines(compared(snapshot(june, []), snapshot(september, [open])))).toEqual(['1 new']);
    const proposed = { ...open, status: 'proposed' } as const;
    expect(lines(compared(snapshot(june, [proposed]), snapshot(september, [open])))).toEqual(['1 new']);
  });

  test('merged into another is removed, and says into which number', () => {
    const other = { ...risk(3), current: rating('C-II', june) };
    const comparison = compared(snapshot(june, [open, other]), snapshot(september, [closedInto('risk-3'), other]));
    expect(comparison.changes[0]).toMatchObject({ type: 'removed', mergedInto: 3, closure: { reason: 'merged' } });
    const [gone] = compared(snapshot(june, [open]), snapshot(september, [])).changes;
    expect(gone).toMatchObject({ type: 'removed', closure: null, mergedInto: null });
  });

  test('stays where it is when only the line moves, and the line is told apart', () => {
    const low = risk(1, { current: rating('E-I', june) });
    const mapping = { from: scheme.id, cells: mappingBySameCodes(storm, stormChildSafety)! };
    const cautious: SchemeVersion = { ...stormChildSafety, id: 'storm-2', mapping };
    const comparison = compared(snapshot(june, [low]), snapshot(september, [low], { scheme: cautious }));
    expect(comparison.changes[0]).toMatchObject({
      type: 'moved',
      movement: { type: 'unchanged', crossed: null },
      crossedByLine: 'above',
    });
    expect([comparison.before.above, comparison.now.above]).toEqual([0, 1]);
    expect(comparison.crossedAbove).toEqual([]);
    expect(comparison.scheme).toMatchObject({
      nowAbove: [{ likelihood: 'E', impact: 'I' }],
      nowBelow: [],
      recoloured: [{ cell: { likelihood: 'E', impact: 'I' }, from: 'amber', to: 'red' }],
      reworded: [],
    });
    const unmapped = snapshot(september, [low], { scheme: { ...cautious, mapping: null } });
    expect(lines(compared(snapshot(june, [low]), unmapped))).toEqual(['1 notComparable']);
    const elsewhere = { ...cautious, mapping: { ...mapping, from: 'storm-0' } };
    expect(lines(compared(snapshot(june, [low]), snapshot(september, [low], { scheme: elsewhere })))).toEqual([
      '1 notComparable',
    ]);
  });
});

describe('actions', () => {
  const of = (...actions: ReadonlyArray<RiskAction>): SnapshotRisk => risk(1, { actions });

  test('moved to another risk are neither new nor gone', () => {
    const before = snapshot(june, [of(action('1.1')), risk(2)]);
    const after = snapshot(september, [of(), risk(2, { actions: [action('1.1')] })]);
    expect(Object.values(refsOf(compared(before, after).actions)).flat()).toEqual([]);
  });

  test('are told under each heading that fits, and not at all under a risk that was never live', () => {
    const late = action('1.1', { dueOn: day('2026-06-01') });
    const putOff = action('1.1', {
      dueOn: day('2026-09-01'),
      dueChanges: [{ from: day('2026-06-01'), to: day('2026-09-01'), reason: 'Illness', on: day('2026-08-01') }],
    });
    const before = snapshot(june, [of(late, action('1.2'), action('1.4'))]);
    const after = snapshot(september, [
      of(putOff, action('1.2', { status: 'cancelled' }), action('1.3', { status: 'complete', completedOn: september })),
      risk(2, { status: 'proposed', actions: [action('2.1')] }),
    ]);
    expect(refsOf(compared(before, after).actions)).toEqual({
      added: ['1.3'],
      completed: ['1.3'],
      cancelled: ['1.2'],
      newlyOverdue: [],
      stillOverdue: ['1.1'],
      dateSlipped: ['1.1'],
      gone: ['1.4'],
    });
  });
});

test('changes of a scheme are told level by level', () => {
  const [first, ...others] = storm.likelihood;
  const renamed = { ...storm, likelihood: [{ ...first!, label: 'Certain' }, ...others] };
  expect(schemeChanges(storm, renamed)).toMatchObject({
    reworded: [{ axis: 'likelihood', from: first, to: { label: 'Certain' } }],
  });
  const shorter = { ...storm, likelihood: others, cells: storm.cells.slice(4) };
  expect(schemeChanges(storm, shorter)).toMatchObject({
    removedLevels: [{ axis: 'likelihood', level: first }],
    addedLevels: [],
  });
  expect(schemeChanges(shorter, storm)).toMatchObject({
    addedLevels: [{ axis: 'likelihood', level: first }],
    nowAbove: [],
  });
  expect(schemeChanges(storm, { ...storm, impact: storm.impact.toReversed() })).toMatchObject({
    reordered: ['impact'],
  });
  expect(schemeChanges(storm, { ...storm, name: 'STORM' })).toBeNull();
});

const someDay = fc.integer({ min: -120, max: 120 }).map((gap) => addDays(june, gap));
const codes = storm.cells.map(({ likelihood, impact }) => `${likelihood}-${impact}`);
const someActions = fc.uniqueArray(
  fc.record({
    ref: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    dueOn: someDay,
    status: fc.constantFrom(...actionStatuses),
    done: someDay,
  }),
  { selector: ({ ref }) => ref, maxLength: 4 },
);
const someRisk = fc.record({
  number: fc.integer({ min: 1, max: 7 }),
  status: fc.constantFrom(...riskStatuses),
  code: fc.option(fc.constantFrom(...codes)),
});
/** Risks and, dealt among them, actions: an action is under one risk at a time. */
const someRisks = fc
  .record({
    risks: fc.uniqueArray(someRisk, { selector: ({ number }) => number }),
    actions: someActions,
    deal: fc.nat(10),
  })
  .map(({ risks, actions, deal }) =>
    risks.map(({ number, status, code }, at) =>
      risk(number, {
        status,
        current: code === null ? null : rating(code, june),
        actions: actions
          .filter((_, place) => (place + deal) % risks.length === at)
          .map(({ ref, dueOn, status: state, done }) =>
            action(ref, { dueOn, status: state, completedOn: state === 'complete' ? done : null }),
          ),
      }),
    ),
  );

describe('any two reviews', () => {
  const isLive = ({ status }: SnapshotRisk) => ['open', 'escalated'].includes(status);
  const isAbove = (one: SnapshotRisk) =>
    one.current !== null &&
    storm.cells.some((c) => c.above && c.likelihood === one.current?.likelihood && c.impact === one.current.impact);

  test('tell each risk once, as a look at all pairs tells it, and add up', () => {
    fc.assert(
      fc.property(someRisks, someRisks, someRisks, (old, then, now) => {
        const comparison = compared(snapshot(june, then), snapshot(september, now), [snapshot(march, old)]);
        const wanted: string[] = [];
        for (let number = 1; number <= 7; number += 1) {
          const before = then.find((one) => one.number === number && isLive(one));
          const after = now.find((one) => one.number === number && isLive(one));
          const wasKnown = [...old, ...then].some((one) => one.number === number && one.status !== 'proposed');
          if (before && after) wanted.push(`${number} moved`);
          else if (before) wanted.push(`${number} removed`);
          else if (after) wanted.push(`${number} ${wasKnown ? 'reopened' : 'new'}`);
        }
        expect(comparison.changes.map(({ risk: { number }, type }) => `${number} ${type}`)).toEqual(wanted);

        const count = (type: string) => wanted.filter((line) => line.endsWith(` ${type}`)).length;
        expect([comparison.added, comparison.reopened, comparison.removed]).toEqual(
          ['new', 'reopened', 'removed'].map(count),
        );
        const liveThen = then.filter(isLive);
        const liveNow = now.filter(isLive);
        expect([comparison.before.live, comparison.now.live]).toEqual([liveThen.length, liveNow.length]);
        expect(liveThen.length + count('new') + count('reopened') - count('removed')).toBe(liveNow.length);

        // The same for the line: who came to stand above it and who went, by crossing or otherwise.
        const crossed: [string[], string[]] = [[], []];
        let shift = 0;
        for (const before of liveThen) {
          for (const after of liveNow) {
            if (before.id !== after.id || !before.current || !after.current || isAbove(before) === isAbove(after))
              continue;
            crossed[isAbove(after) ? 0 : 1].push(after.id);
          }
        }
        for (const one of liveNow) shift += isAbove(one) ? 1 : 0;
        for (const one of liveThen) shift -= isAbove(one) ? 1 : 0;
        expect(comparison.now.above - comparison.before.above).toBe(shift);
        expect(comparison.crossedAbove.map(({ id }) => id).sort()).toEqual(crossed[0].sort());
        expect(comparison.crossedBelow.map(({ id }) => id).sort()).toEqual(crossed[1].sort());
      }),
      { numRuns: 500 },
    );
  });

  test('tell the actions as a look at all pairs tells them', () => {
    const isLate = (one: RiskAction, asAt: string) => {
      const isDone = one.status === 'complete' && one.completedOn! <= asAt;
      return one.status !== 'cancelled' && !isDone && one.dueOn !== null && one.dueOn < asAt;
    };
    fc.assert(
      fc.property(someRisks, someRisks, (then, now) => {
        const found = refsOf(compared(snapshot(june, then), snapshot(september, now)).actions);
        const wanted: Record<keyof ActionChanges, string[]> = {
          added: [],
          completed: [],
          cancelled: [],
          newlyOverdue: [],
          stillOverdue: [],
          dateSlipped: [],
          gone: [],
        };
        const all = (risks: ReadonlyArray<SnapshotRisk>) =>
          risks.flatMap((of) => of.actions.map((one) => ({ of, one })));
        for (const { of, one } of all(now)) {
          const isTold = isLive(of) || then.some((other) => other.id === of.id && isLive(other));
          if (!isTold) continue;
          const same = all(then).find((other) => other.one.ref === one.ref)?.one;
          const isDone = (it: RiskAction, asAt: string) => it.status === 'complete' && it.completedOn! <= asAt;
          if (!same) wanted.added.push(one.ref);
          if (isDone(one, september) && !(same && isDone(same, june))) wanted.completed.push(one.ref);
          if (one.status === 'cancelled' && same?.status !== 'cancelled') wanted.cancelled.push(one.ref);
          if (isLate(one, september))
            wanted[same && isLate(same, june) ? 'stillOverdue' : 'newlyOverdue'].push(one.ref);
          if (same && one.dueOn! > same.dueOn!) wanted.dateSlipped.push(one.ref);
        }
        for (const { of, one } of all(then)) {
          if (isLive(of) && !all(now).some((other) => other.one.ref === one.ref)) wanted.gone.push(one.ref);
        }
        for (const [heading, refs] of Object.entries(wanted)) {
          expect([heading, found[heading as keyof ActionChanges].toSorted()]).toEqual([heading, refs.sort()]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of 2,000 risks each are compared in under 100 ms', () => {
    const many = (asAt: typeof june, turn: number) =>
      snapshot(
        asAt,
        Array.from({ length: 2000 }, (_, at) =>
          risk(at + 1, {
            current: rating(codes[(at * turn) % codes.length]!, june),
            status: (at + turn) % 11 === 0 ? 'closed' : 'open',
            actions: [action(`${at}.1`, { dueOn: addDays(june, (at % 300) - 150) }), action(`${at}.2`)],
          }),
        ),
      );
    const [old, before, now] = [many(march, 5), many(june, 7), many(september, 3)];
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      compareSnapshots(before, now, [{ positions: positionsOf(old) }]);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
