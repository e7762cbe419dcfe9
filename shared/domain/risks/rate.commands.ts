/** Rating a risk: only a person rates, net of the controls in place, and says why. */
import type { Command } from '#shared/changes/command.ts';
import { draft, set } from '#shared/changes/draft.ts';
import { cellCode, cellOf, isNoWorse, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { riskKind, type Risk } from './risk.ts';
import { longestRiskText, type KeptRating } from './values.ts';

export const ratingKinds = ['inherent', 'current', 'target'] as const;
export type RatingKind = (typeof ratingKinds)[number];

export interface RateRisk {
  readonly risk: Risk;
  readonly which: RatingKind;
  /** `null` takes an inherent or target rating away. */
  readonly cell: Cell | null;
  readonly scheme: Scheme & { readonly id: string };
  readonly method: KeptRating['method'];
  readonly confidence: KeptRating['confidence'];
  readonly rationale: string;
  readonly reviewId: string | null;
}

export type RateRefusal =
  | { readonly type: 'UnknownCell'; readonly cell: Cell }
  | { readonly type: 'CurrentNeeded' }
  /** Both cells, for the officer to see which of them is meant otherwise. */
  | { readonly type: 'TargetWorse'; readonly target: Cell; readonly current: Cell }
  | { readonly type: 'InherentBetter'; readonly inherent: Cell; readonly current: Cell }
  | { readonly type: 'RationaleTooLong'; readonly most: number };

/** The rating in force where it was made by this very version of the scheme, or by one whose codes go on. */
function cellBy(scheme: Scheme, rating: KeptRating | null): Cell | null {
  return rating === null ? null : cellOf(scheme, rating);
}

/** Rates a risk anew. What it was rated before stays in History. */
export const rateRisk: Command<RateRisk, RateRefusal> = (input, { newId, today }) => {
  const { risk, which, cell, scheme, rationale } = input;
  if (cell === null) {
    if (which === 'current') return refuse({ type: 'CurrentNeeded' });
    return ok(
      draft(`Took the ${which} rating of risk ${risk.number} away`, '', [set(riskKind, risk, { [which]: null })]),
    );
  }
  if (cellOf(scheme, cell) === null) return refuse({ type: 'UnknownCell', cell });
  if (rationale.length > longestRiskText) return refuse({ type: 'RationaleTooLong', most: longestRiskText });
  const refused = outOfOrder(input, cell);
  if (refused !== null) return refuse(refused);
  const rating: KeptRating = {
    id: newId(),
    likelihood: cell.likelihood,
    impact: cell.impact,
    ratedOn: today,
    method: input.method,
    confidence: input.confidence,
    rationale,
    schemeId: scheme.id,
    reviewId: input.reviewId,
  };
  const what = which === 'current' ? `Rated risk ${risk.number}` : `Set the ${which} rating of risk ${risk.number} to`;
  return ok(draft(`${what} ${cellCode(cell)}`, rationale.slice(0, 10_000), [set(riskKind, risk, { [which]: rating })]));
};

/** A target is never worse than the risk as it stands, and without controls it is never better (risk-register, invariants 7 and 8). */
function outOfOrder({ risk, which, scheme }: RateRisk, cell: Cell): RateRefusal | null {
  const current = which === 'current' ? cell : cellBy(scheme, risk.current);
  const target = which === 'target' ? cell : cellBy(scheme, risk.target);
  const inherent = which === 'inherent' ? cell : cellBy(scheme, risk.inherent);
  if (current === null) return null;
  if (which !== 'inherent' && target !== null && !isNoWorse(scheme, target, current)) {
    // A risk that has fallen below its target has met it: the target is what gives way, when somebody sets it anew.
    if (which === 'target') return { type: 'TargetWorse', target, current };
  }
  if (which !== 'target' && inherent !== null && !isNoWorse(scheme, current, inherent)) {
    return { type: 'InherentBetter', inherent, current };
  }
  return null;
}
