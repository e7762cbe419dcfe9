import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueOnAt,
  hasLiveTolerance,
  isActionOpen,
  isComplete,
  isUnplanned,
  overdueDays,
  slips,
  toleranceStanding,
} from '#shared/domain/risk-reviews/as-at.ts';
import { fiveByFive } from '#shared/domain/rating/presets.ts';
import { aSnapshot, type Snapshot, type SnapshotRisk, type Tolerance } from '#shared/domain/risk-reviews/snapshot.ts';
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
const readBack = (value: unknown) => aSnapshot(JSON.parse(JSON.stringify(value)));
const faultOf = (value: unknown): string => {
  const result = readBack(value);
  return result.ok ? 'read' : result.refusal.at;
};

describe('a kept snapshot', () => {
  test.each([marchReview, juneReview, septemberReview].map((review) => [review.label, review] as const))(
    '%s is read back as it was kept',
    (_, review) => {
      expect(readBack(review)).toEqual({ ok: true, value: review });
    },
  );

  test('is refused where it contradicts itself, and told where', () => {
    const withRisks = (...risks: SnapshotRisk[]): Snapshot => snapshot(june, risks);
    expect(faultOf(withRisks(risk(1), { ...risk(2), id: 'risk-1' }))).toBe('risks.1.id');
    expect(faultOf(withRisks(risk(1), { ...risk(1), id: 'risk-2' }))).toBe('risks.1.number');
    expect(faultOf(withRisks(risk(1), risk(2, { target: rating('G-II', june) })))).toBe('risks.1.target');
    expect(faultOf(withRisks(risk(1, { actions: [action('1.1')] }), risk(2, { actions: [action('1.1')] })))).toBe(
      'risks.1.actions.0.id',
    );
    const closure = { on: june, reason: 'merged', note: '', minuteRef: '', mergedIntoId: 'risk-9' } as const;
    expect(faultOf(withRisks(risk(1, { status: 'closed', closure })))).toBe('risks.0.closure.mergedIntoId');
    expect(faultOf(snapshot(june, [], { scheme: { ...scheme, cells: scheme.cells.slice(1) } }))).toBe('scheme.cells');
    expect(faultOf(snapshot(june, [], { scheme: { ...fiveByFive, id: 'five', mapping: null } }))).toBe('read');
  });

  test('is refused where a day, a status or the format is none', () => {
    expect(faultOf({ ...juneReview, asAt: '2026-02-31' })).toBe('asAt');
    expect(faultOf({ ...juneReview, format: 2 })).toBe('format');
    expect(faultOf({ ...juneReview, risks: [{ ...risk(1), status: 'watching' }] })).toBe('risks.0.status');
    expect(faultOf({ ...juneReview, risks: undefined })).toBe('risks');
  });

  test('with an uneven line is read as it was agreed then', () => {
    const cells = scheme.cells.map((one, at) => (at === 0 ? { ...one, above: false } : one));
    expect(faultOf(snapshot(june, [], { scheme: { ...scheme, cells } }))).toBe('read');
  });
});

describe('facts as at the day of the review', () => {
  const campaign = juneReview.risks[2]!.actions[0]!;

  test('action 3.1 is overdue 61 days in September with one slip, and was in time in June', () => {
    expect([overdueDays(campaign, september), slips(campaign, september)]).toEqual([61, 1]);
    expect([overdueDays(campaign, june), slips(campaign, june)]).toEqual([0, 1]);
    expect(slips(campaign, march)).toBe(0);
    expect(dueOnAt(campaign, march)).toBe('2026-05-29');
  });

  test('what was done after that day is not done yet', () => {
    const late = action('9.1', { dueOn: day('2026-09-20'), status: 'complete', completedOn: day('2026-10-05') });
    expect([isComplete(late, september), isActionOpen(late, september), overdueDays(late, september)]).toEqual([
      false,
      true,
      10,
    ]);
    expect(overdueDays(late, day('2026-10-05'))).toBe(0);
    const putOff = action('9.2', {
      dueOn: day('2026-12-31'),
      dueChanges: [{ from: day('2026-09-20'), to: day('2026-12-31'), reason: 'Late', on: day('2026-10-05') }],
    });
    expect([overdueDays(putOff, september), slips(putOff, september)]).toEqual([10, 0]);
    expect([overdueDays(putOff, day('2026-10-05')), slips(putOff, day('2026-10-05'))]).toEqual([0, 1]);
  });

  test('due on the very day is in time; cancelled and held back are told apart; forward is no slip', () => {
    expect(overdueDays(action('9.1', { dueOn: september }), september)).toBe(0);
    expect(overdueDays(action('9.1', { dueOn: june, status: 'cancelled' }), september)).toBe(0);
    expect(overdueDays(action('9.1', { dueOn: june, status: 'onHold' }), september)).toBe(92);
    const forward = [{ from: september, to: june, reason: '', on: march }];
    expect(slips(action('9.1', { dueOn: june, dueChanges: forward }), september)).toBe(0);
  });

  test('the days overdue are as many as there are days after the date, counted one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 400 }), (gap) => {
        const dueOn = addDays(september, -gap);
        let counted = 0;
        for (let at = dueOn; at < september; at = addDays(at, 1)) counted += 1;
        expect(overdueDays(action('9.1', { dueOn }), september)).toBe(counted);
      }),
    );
  });
});

describe('a tolerance', () => {
  const current = rating('B-II', june);
  const tolerance = (values: Partial<Tolerance> = {}): Tolerance => ({
    id: 't',
    reason: 'Money comes in spring',
    approvedMinute: '12/26',
    approvedOn: june,
    expiresOn: day('2026-12-31'),
    ratingId: current.id,
    ...values,
  });

  test('is live from its minute to its last day, for the rating it was given for', () => {
    const standing = (values: Partial<Tolerance>, asAt = september) =>
      toleranceStanding(tolerance(values), { current }, asAt);
    expect(standing({})).toBe('live');
    expect(standing({ expiresOn: september })).toBe('live');
    expect(standing({ expiresOn: addDays(september, -1) })).toBe('expired');
    expect(standing({ approvedOn: addDays(september, 1) })).toBe('notYet');
    expect(standing({ approvedMinute: ' ' })).toBe('notYet');
    expect(standing({ ratingId: 'another' })).toBe('stale');
    expect(toleranceStanding(tolerance(), { current: null }, september)).toBe('stale');
  });

  test('or an open action makes a risk above the line a planned one', () => {
    const above = risk(1, { current });
    const planned = (values: Partial<SnapshotRisk>) => !isUnplanned(scheme, { ...above, ...values }, september);
    expect(planned({})).toBe(false);
    expect(planned({ tolerances: [tolerance()] })).toBe(true);
    expect(hasLiveTolerance({ ...above, tolerances: [tolerance({ ratingId: 'x' }), tolerance()] }, september)).toBe(
      true,
    );
    expect(planned({ tolerances: [tolerance({ ratingId: 'x' })] })).toBe(false);
    expect(planned({ actions: [action('1.1', { status: 'onHold' })] })).toBe(true);
    expect(planned({ actions: [action('1.1', { status: 'cancelled' })] })).toBe(false);
    expect(planned({ current: rating('D-III', june) })).toBe(true);
    expect(planned({ status: 'closed' })).toBe(true);
    expect(planned({ current: null })).toBe(true);
  });
});
