/**
 * Facts of a risk as at the day of a review: never as at today, or a report would read otherwise each time it was opened.
 *
 * What was done after that day has not been done yet: a review as at 30 September that is frozen on 9 October shows as overdue what
 * was finished on the 5th, and a date put off on the 5th as it was before.
 */
import { daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';
import { isAboveLine, type Scheme } from '#shared/domain/rating/scheme.ts';
import type { RiskAction, SnapshotRisk, Tolerance } from './snapshot.ts';

/** Open or escalated: on the register until it is closed, and an escalated one until the other body accepts it. */
export function isLive({ status }: Pick<SnapshotRisk, 'status'>): boolean {
  return status === 'open' || status === 'escalated';
}

/** Whether its current rating stands above the tolerance line; not so while it has none. */
export function isRiskAbove(scheme: Scheme, { current }: Pick<SnapshotRisk, 'current'>): boolean {
  return current !== null && isAboveLine(scheme, current);
}

export function isComplete({ status, completedOn }: RiskAction, asAt: CivilDate): boolean {
  return status === 'complete' && (completedOn === null || completedOn <= asAt);
}

export function isActionOpen(action: RiskAction, asAt: CivilDate): boolean {
  return action.status !== 'cancelled' && !isComplete(action, asAt);
}

/** The day it was due by, as agreed up to the day of the review; `null` where no day was agreed. */
export function dueOnAt({ dueOn, dueChanges }: RiskAction, asAt: CivilDate): CivilDate | null {
  return dueChanges.find(({ on }) => on > asAt)?.from ?? dueOn;
}

/** Days past its date while it is open; 0 when it is in time, done or cancelled. Due on the very day is in time. */
export function overdueDays(action: RiskAction, asAt: CivilDate): number {
  const dueOn = dueOnAt(action, asAt);
  return dueOn !== null && isActionOpen(action, asAt) ? Math.max(0, daysBetween(dueOn, asAt)) : 0;
}

export function isOverdue(action: RiskAction, asAt: CivilDate): boolean {
  return overdueDays(action, asAt) > 0;
}

/** How often its date was put off. A date brought forward is no slip. */
export function slips({ dueChanges }: RiskAction, asAt: CivilDate): number {
  return dueChanges.filter(({ from, to, on }) => on <= asAt && to > from).length;
}

/**
 * `live`: the board bears the risk as it is rated. `stale`: it was rated anew since. `expired`, and `notYet` approved on that day.
 * Without a minute nothing was approved.
 */
export type ToleranceStanding = 'live' | 'stale' | 'expired' | 'notYet';

export function toleranceStanding(
  tolerance: Tolerance,
  { current }: Pick<SnapshotRisk, 'current'>,
  asAt: CivilDate,
): ToleranceStanding {
  if (tolerance.approvedOn > asAt || tolerance.approvedMinute.trim() === '') return 'notYet';
  if (tolerance.ratingId !== current?.id) return 'stale';
  return tolerance.expiresOn < asAt ? 'expired' : 'live';
}

export function hasLiveTolerance(risk: SnapshotRisk, asAt: CivilDate): boolean {
  return risk.tolerances.some((tolerance) => toleranceStanding(tolerance, risk, asAt) === 'live');
}

export function hasOpenAction({ actions }: Pick<SnapshotRisk, 'actions'>, asAt: CivilDate): boolean {
  return actions.some((action) => isActionOpen(action, asAt));
}

/** Above the line, borne by nobody's decision, and with nothing being done about it. */
export function isUnplanned(scheme: Scheme, risk: SnapshotRisk, asAt: CivilDate): boolean {
  return isLive(risk) && isRiskAbove(scheme, risk) && !hasLiveTolerance(risk, asAt) && !hasOpenAction(risk, asAt);
}
