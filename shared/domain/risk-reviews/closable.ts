/**
 * Which risks might be closed: at their target and below the line for so many reviews running, with nothing left to do. It is a
 * suggestion to the board, which alone closes a risk (Bracknell Forest: at appetite for two quarters or more, consider removal).
 */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { hasOpenAction, isLive, isRiskAbove } from './as-at.ts';
import { isNoWorse, type Scheme } from '#shared/domain/rating/scheme.ts';
import type { Snapshot, SnapshotRisk } from './snapshot.ts';

export interface ClosableRisk {
  readonly riskId: string;
  /** The day of the first of those reviews. */
  readonly since: CivilDate;
}

/**
 * @param frozen the reviews that stand, earliest first; each is judged by its own scheme and target
 * @param draft the review now open: a risk that rose in it, or has an action again, is not suggested
 */
export function closableRisks(draft: Snapshot, frozen: ReadonlyArray<Snapshot>): ReadonlyArray<ClosableRisk> {
  const run = frozen.slice(-draft.register.closureRunLength);
  const [first] = run;
  if (first === undefined || run.length < draft.register.closureRunLength) return [];
  const settled = run.map(({ scheme, risks }) => {
    return new Set(risks.filter((risk) => isLive(risk) && isSettled(scheme, risk)).map(({ id }) => id));
  });
  return draft.risks.flatMap((risk): ClosableRisk[] => {
    const stays = risk.current === null || isSettled(draft.scheme, risk);
    if (!isLive(risk) || !stays || hasOpenAction(risk, draft.asAt)) return [];
    return settled.every((ids) => ids.has(risk.id)) ? [{ riskId: risk.id, since: first.asAt }] : [];
  });
}

function isSettled(scheme: Scheme, risk: SnapshotRisk): boolean {
  const { current, target } = risk;
  return current !== null && target !== null && !isRiskAbove(scheme, risk) && isNoWorse(scheme, current, target);
}
