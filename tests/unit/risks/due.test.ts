import { expect, test } from 'vitest';
import { registerDue, type RegisterDue } from '#shared/domain/risk-reviews/due.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { action, rating, risk, september, snapshot } from './worked-sample.ts';

const register = { nextReviewOn: null, reviewIntervalMonths: 3 } as RiskRegister;
const last = { asAt: september } as FrozenReview;
const sound = risk(1, { current: rating('D-III', september) });

function due(
  risks: ReadonlyArray<SnapshotRisk>,
  today: string,
  since: FrozenReview | null = last,
): ReadonlyArray<RegisterDue> {
  return registerDue(register, snapshot(september, risks), null, since, civilDate(today));
}

test('a review is told of a fortnight ahead and from then on, until one is at work', () => {
  expect(due([sound], '2026-12-15')).toEqual([]);
  expect(due([sound], '2026-12-16')).toEqual([{ type: 'ReviewDue', on: '2026-12-30', daysLate: -14 }]);
  expect(due([sound], '2027-01-09')).toEqual([{ type: 'ReviewDue', on: '2026-12-30', daysLate: 10 }]);
  expect(due([sound], '2027-01-09', null)).toEqual([]);
});

test('what was overdue is told as of today, the longest first; what is closed is not', () => {
  const late = (number: number, dueOn: string) =>
    risk(number, {
      current: rating('D-III', september),
      actions: [action(`${number}.1`, { dueOn: civilDate(dueOn) })],
    });
  const [found] = due(
    [late(1, '2026-10-02'), late(2, '2026-10-01'), { ...late(3, '2026-09-01'), status: 'closed' }],
    '2026-10-03',
  );
  expect(found?.type === 'ActionsOverdue' && found.actions.map(({ action: one, days }) => [one.ref, days])).toEqual([
    ['2.1', 2],
    ['1.1', 1],
  ]);
});

test('no owner, a team as owner, and nothing done above the line', () => {
  const bare = risk(2, { owner: null, current: rating('D-III', september) });
  const team = risk(3, {
    owner: { personId: null, name: 'Finance team', role: '' },
    current: rating('B-II', september),
    actions: [],
  });
  const types = due([bare, team], '2026-10-03').map((one) => [
    one.type,
    'risks' in one ? one.risks.map(({ number }) => number) : [],
  ]);
  expect(types).toEqual([
    ['Unowned', [2, 3]],
    ['Unplanned', [3]],
  ]);
});

test('a tolerance is told of thirty days before it runs out, once it has, and once the risk was rated anew', () => {
  const current = rating('B-II', september);
  const borne = (values: { readonly expiresOn: string; readonly ratingId?: string }) =>
    risk(4, {
      current,
      tolerances: [
        {
          id: 't',
          reason: 'Borne for now',
          approvedMinute: '41/26',
          approvedOn: september,
          ratingId: values.ratingId ?? current.id,
          expiresOn: civilDate(values.expiresOn),
        },
      ],
    });
  const told = (one: SnapshotRisk) => {
    const found = due([one], '2026-10-05').find(({ type }) => type === 'TolerancesEnding');
    return found?.type === 'TolerancesEnding' ? found.tolerances.map(({ isOver }) => isOver) : null;
  };
  expect(told(borne({ expiresOn: '2026-11-05' }))).toBeNull();
  expect(told(borne({ expiresOn: '2026-11-04' }))).toEqual([false]);
  expect(told(borne({ expiresOn: '2026-10-04' }))).toEqual([true]);
  expect(told(borne({ expiresOn: '2027-05-01', ratingId: 'an earlier one' }))).toEqual([true]);
});
