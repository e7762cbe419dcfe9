/** The trend over frozen reviews, worked out from the figures kept beside them. Nothing is averaged: cells are an order, no measure. */
import { cellCode } from '#shared/domain/rating/scheme.ts';
import { standingReviews } from '#shared/domain/risk-reviews/review-dates.ts';
import type { FrozenReview, ReviewCounts } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';

export interface TrendStep {
  readonly id: string;
  readonly label: string;
  readonly asAt: CivilDate;
  readonly counts: ReviewCounts;
  /** The scheme is another than at the step before, so colours and line mean something else from here on. */
  readonly isNewScheme: boolean;
  /** Reviews that were due between the step before and this one, and did not happen. */
  readonly missedBefore: number;
}

export function trendOf(frozen: ReadonlyArray<FrozenReview>, intervalMonths: number): ReadonlyArray<TrendStep> {
  const standing = standingReviews(frozen).filter(({ asAt }) => asAt !== null);
  return standing.flatMap((one, at): TrendStep[] => {
    const before = standing[at - 1];
    if (one.asAt === null) return [];
    const gap = before === undefined || before.asAt === null ? 0 : daysBetween(before.asAt, one.asAt);
    // A month of grace: a review a few weeks late is not a missed one.
    const missed = Math.max(0, Math.floor((gap - 31) / (intervalMonths * 30.44)));
    return [
      {
        id: one.id,
        label: one.label,
        asAt: one.asAt,
        counts: one.counts,
        isNewScheme: before !== undefined && before.schemeId !== one.schemeId,
        missedBefore: gap === 0 ? 0 : missed,
      },
    ];
  });
}

/** A risk's order of gravity at each review, 1 the mildest; `null` where it was not on the register, or not rated. */
export function stepsOf(
  frozen: ReadonlyArray<FrozenReview>,
  schemes: ReadonlyMap<string, RiskScheme>,
  number: number,
): ReadonlyArray<{ readonly priority: number | null; readonly most: number }> {
  const places = new Map<string, ReadonlyMap<string, number>>();
  return standingReviews(frozen).map(({ positions, schemeId }) => {
    const known =
      places.get(schemeId) ?? new Map(schemes.get(schemeId)?.cells.map((cell) => [cellCode(cell), cell.priority]));
    places.set(schemeId, known);
    return { priority: known.get(positions[String(number)] ?? '') ?? null, most: known.size };
  });
}
