/** When a register is to be reviewed next, and how a review is called. */
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import { addMonths, monthOf, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { FrozenReview } from './frozen-review.ts';
import type { ReviewType } from '#shared/domain/risks/values.ts';

/** The day agreed, else so many months after the last review; `null` before the first. */
export function nextReviewOn(
  register: Pick<RiskRegister, 'nextReviewOn' | 'reviewIntervalMonths'>,
  last: Pick<FrozenReview, 'asAt'> | null,
): CivilDate | null {
  const lastAsAt = last?.asAt ?? null;
  const agreed = register.nextReviewOn;
  if (agreed !== null && (lastAsAt === null || agreed > lastAsAt)) return agreed;
  return lastAsAt === null ? null : addMonths(lastAsAt, register.reviewIntervalMonths);
}

/** `2026/27 Q2`: the quarter of the financial year, which begins in April. An annual assessment bears the year alone. */
export function reviewLabel(type: ReviewType, asAt: CivilDate): string {
  const month = monthOf(asAt);
  const first = month >= 4 ? yearOf(asAt) : yearOf(asAt) - 1;
  const year = `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  if (type === 'annual') return `${year} annual`;
  const quarter = `${year} Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
  return type === 'quarterly' ? quarter : `${quarter}, extra`;
}

/** Frozen reviews that stand, the earliest first: those that were corrected give way to what corrects them. */
export function standingReviews(frozen: ReadonlyArray<FrozenReview>): ReadonlyArray<FrozenReview> {
  const corrected = new Set(frozen.flatMap(({ supersedesId }) => supersedesId ?? []));
  return frozen.filter(({ id }) => !corrected.has(id)).sort(inOrderOfDays);
}

/** By the day they tell of, then by the day on which they were frozen. */
export function inOrderOfDays(a: FrozenReview, b: FrozenReview): number {
  const keyOf = ({ asAt, frozenOn, id }: FrozenReview): string => `${asAt ?? ''} ${frozenOn ?? ''} ${id}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
