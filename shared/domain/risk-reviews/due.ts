/** What of a register wants somebody's attention today. */
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import { isOwnerFit } from '#shared/domain/risks/owner.ts';
import { addDays, daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';
import { isLive, isRiskAbove, isUnplanned, overdueDays, toleranceStanding } from './as-at.ts';
import type { FrozenReview } from './frozen-review.ts';
import { nextReviewOn } from './review-dates.ts';
import type { RiskReview } from './risk-review.ts';
import type { RiskAction, Snapshot, SnapshotRisk, Tolerance } from './snapshot.ts';

/** So many days ahead a tolerance that runs out is told of. */
const expiryNotice = 30;
/** So many days ahead a review is told of. */
const reviewNotice = 14;

export type RegisterDue =
  /** `daysLate` is negative while the day is to come. */
  | { readonly type: 'ReviewDue'; readonly on: CivilDate; readonly daysLate: number }
  | { readonly type: 'ReviewAtWork'; readonly review: RiskReview; readonly left: number; readonly live: number }
  | { readonly type: 'ActionsOverdue'; readonly actions: ReadonlyArray<LateAction> }
  | { readonly type: 'Unowned'; readonly risks: ReadonlyArray<SnapshotRisk> }
  /** Above the line, borne by nobody's decision, and with nothing being done. */
  | { readonly type: 'Unplanned'; readonly risks: ReadonlyArray<SnapshotRisk> }
  | { readonly type: 'TolerancesEnding'; readonly tolerances: ReadonlyArray<EndingTolerance> };

export interface LateAction {
  readonly risk: SnapshotRisk;
  readonly action: RiskAction;
  readonly days: number;
}

export interface EndingTolerance {
  readonly risk: SnapshotRisk;
  readonly tolerance: Tolerance;
  /** Run out, or stale because the risk was rated anew; otherwise it runs out within thirty days. */
  readonly isOver: boolean;
}

/**
 * @param now the register as it stands; whatever day it was drawn up for, everything here is told for `today`
 * @param last the last frozen review that stands
 */
export function registerDue(
  register: RiskRegister,
  now: Snapshot,
  draft: RiskReview | null,
  last: FrozenReview | null,
  today: CivilDate,
): ReadonlyArray<RegisterDue> {
  const live = now.risks.filter(isLive);
  const found: RegisterDue[] = [];
  const next = nextReviewOn(register, last);
  if (draft !== null) {
    found.push({
      type: 'ReviewAtWork',
      review: draft,
      left: live.filter(({ review }) => review === null).length,
      live: live.length,
    });
  } else if (next !== null && daysBetween(today, next) <= reviewNotice) {
    found.push({ type: 'ReviewDue', on: next, daysLate: daysBetween(next, today) });
  }
  const late = live
    .flatMap((risk) => risk.actions.map((action) => ({ risk, action, days: overdueDays(action, today) })))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  if (late.length > 0) found.push({ type: 'ActionsOverdue', actions: late });
  const unowned = live.filter(({ owner }) => !isOwnerFit(owner));
  if (unowned.length > 0) found.push({ type: 'Unowned', risks: unowned });
  const unplanned = live.filter((risk) => isUnplanned(now.scheme, risk, today));
  if (unplanned.length > 0) found.push({ type: 'Unplanned', risks: unplanned });
  const ending = live.flatMap((risk) => endingTolerances(now, risk, today));
  if (ending.length > 0) found.push({ type: 'TolerancesEnding', tolerances: ending });
  return found;
}

/** Of a risk that is above the line still: below it nothing is borne. */
function endingTolerances(now: Snapshot, risk: SnapshotRisk, today: CivilDate): ReadonlyArray<EndingTolerance> {
  if (!isRiskAbove(now.scheme, risk)) return [];
  const standings = risk.tolerances.map((tolerance) => ({
    tolerance,
    standing: toleranceStanding(tolerance, risk, today),
  }));
  const lasting = standings.some(
    ({ tolerance, standing }) => standing === 'live' && tolerance.expiresOn > addDays(today, expiryNotice),
  );
  if (lasting) return [];
  const [latest] = standings
    .filter(({ standing }) => standing !== 'notYet')
    .sort((a, b) => (a.tolerance.expiresOn < b.tolerance.expiresOn ? 1 : -1));
  return latest === undefined ? [] : [{ risk, tolerance: latest.tolerance, isOver: latest.standing !== 'live' }];
}
