/** Going through a register: starting a review, confirming its lines, freezing it, correcting it later. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import { riskRegisterKind } from '#shared/domain/risks/risk-register.ts';
import { riskKind, type Risk } from '#shared/domain/risks/risk.ts';
import type { KeptReviewLine, LineDecision, ReviewType } from '#shared/domain/risks/values.ts';
import { decisionWords } from '#shared/domain/risks/words.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { freezeChecks, type FreezeBlock } from './freeze-checks.ts';
import { countsOf, positionsOf } from './frozen-figures.ts';
import { frozenReviewKind, type FrozenReview } from './frozen-review.ts';
import { standingReviews } from './review-dates.ts';
import { riskReviewKind, type RiskReview } from './risk-review.ts';
import type { Snapshot } from './snapshot.ts';

export interface StartReview {
  readonly id: string;
  readonly register: RiskRegister;
  readonly type: ReviewType;
  readonly label: string;
  readonly asAt: CivilDate;
  readonly meetingId: string | null;
  /** The reviews of the register, in whatever state. */
  readonly reviews: ReadonlyArray<RiskReview>;
  readonly frozen: ReadonlyArray<FrozenReview>;
}

export type StartRefusal =
  /** One is open already: it is gone on with, or set aside first. */
  | { readonly type: 'DraftOpen'; readonly label: string }
  | { readonly type: 'LabelMissing' }
  /** A review lies after the last frozen one. */
  | { readonly type: 'AsAtNotAfterLast'; readonly last: CivilDate };

/** A review in draft. Everything is carried forward and nothing is confirmed beforehand. */
export const startReview: Command<StartReview, StartRefusal> = (input) => {
  const { id, register, type, asAt, meetingId } = input;
  const label = input.label.trim();
  if (label === '') return refuse({ type: 'LabelMissing' });
  const open = input.reviews.find(({ state }) => state === 'draft');
  if (open !== undefined) return refuse({ type: 'DraftOpen', label: open.label });
  const last = standingReviews(input.frozen).at(-1)?.asAt ?? null;
  if (last !== null && asAt <= last) return refuse({ type: 'AsAtNotAfterLast', last });
  return ok(
    draft(`Started the review ${label}`, '', [
      create(riskReviewKind, id, { registerId: register.id, type, label, asAt, meetingId }),
    ]),
  );
};

export interface CorrectReview {
  readonly id: string;
  readonly frozen: FrozenReview;
  readonly reason: string;
  readonly reviews: ReadonlyArray<RiskReview>;
}

/** A review that corrects a frozen one. It keeps the day of that one, and both stay to be read. */
export const correctReview: Command<
  CorrectReview,
  { readonly type: 'ReasonMissing' } | Extract<StartRefusal, { type: 'DraftOpen' }>
> = ({ id, frozen, reviews, ...input }) => {
  const supersedeReason = input.reason.trim();
  if (supersedeReason === '') return refuse({ type: 'ReasonMissing' });
  const open = reviews.find(({ state }) => state === 'draft');
  if (open !== undefined) return refuse({ type: 'DraftOpen', label: open.label });
  const { registerId, type, asAt } = frozen;
  const label = `${frozen.label.replace(/, corrected$/, '')}, corrected`;
  return ok(
    draft(`Started a correction of ${frozen.label}`, supersedeReason.slice(0, 10_000), [
      create(riskReviewKind, id, { registerId, type, label, asAt, supersedesId: frozen.id, supersedeReason }),
    ]),
  );
};

export interface ConfirmLine {
  readonly review: RiskReview;
  readonly risk: Risk;
  readonly decision: LineDecision;
  readonly stillValid: boolean;
  readonly commentary: string;
  readonly by: string;
}

/** What was found of a risk in this review. Ratings, actions and closing are kept by their own commands, before it. */
export const confirmLine: Command<ConfirmLine, { readonly type: 'NotInDraft' } | { readonly type: 'NobodyNamed' }> = (
  { review, risk, decision, stillValid, ...input },
  { today },
) => {
  if (review.state !== 'draft') return refuse({ type: 'NotInDraft' });
  const reviewedBy = input.by.trim();
  if (reviewedBy === '') return refuse({ type: 'NobodyNamed' });
  const commentary = input.commentary.trim();
  const reviewed: KeptReviewLine = {
    reviewId: review.id,
    decision,
    stillValid,
    commentary,
    reviewedBy,
    reviewedOn: today,
  };
  return ok(
    draft(`Reviewed risk ${risk.number}: ${decisionWords[decision].toLowerCase()}`, commentary.slice(0, 10_000), [
      set(riskKind, risk, { reviewed }),
    ]),
  );
};

/** Begun by mistake, or begun twice: nothing that was kept meanwhile is taken back. */
export const setReviewAside: Command<{ readonly review: RiskReview }, { readonly type: 'NotInDraft' }> = ({
  review,
}) =>
  review.state === 'draft'
    ? ok(draft(`Set the review ${review.label} aside`, '', [set(riskReviewKind, review, { state: 'setAside' })]))
    : refuse({ type: 'NotInDraft' });

export interface JoinReviews {
  /** The one that goes on. */
  readonly into: RiskReview;
  readonly other: RiskReview;
  readonly risks: ReadonlyArray<Risk>;
}

/** Two laptops began a review of the same register: what was confirmed in the other counts for the one that goes on. */
export const joinReviews: Command<JoinReviews, { readonly type: 'NotInDraft' }> = ({ into, other, risks }) => {
  if (into.state !== 'draft' || other.state !== 'draft') return refuse({ type: 'NotInDraft' });
  const lines = risks.flatMap((risk) => {
    const { reviewed } = risk;
    return reviewed?.reviewId === other.id ? set(riskKind, risk, { reviewed: { ...reviewed, reviewId: into.id } }) : [];
  });
  return ok(
    draft(`Joined the review ${other.label} to ${into.label}`, '', [
      lines,
      set(riskReviewKind, other, { state: 'setAside' }),
    ]),
  );
};

export const changeReview: Command<
  {
    readonly review: RiskReview;
    readonly values: Partial<Pick<RiskReview, 'label' | 'meetingId' | 'decisions'>>;
  },
  { readonly type: 'NotInDraft' }
> = ({ review, values }) =>
  review.state === 'draft'
    ? ok(draft(`Changed the review ${review.label}`, '', [set(riskReviewKind, review, values)]))
    : refuse({ type: 'NotInDraft' });

export interface FreezeReview {
  readonly id: string;
  readonly register: RiskRegister;
  readonly review: RiskReview;
  /** The register drawn up for this review. */
  readonly snapshot: Snapshot;
  /** The last frozen review that stands. */
  readonly previous: Snapshot | null;
  /** Of its canonical text, which is kept among the files before. */
  readonly sha256: string;
  readonly bytes: number;
  readonly by: string;
  /** The day agreed for the next one. */
  readonly nextReviewOn: CivilDate | null;
}

export type FreezeRefusal =
  { readonly type: 'NotInDraft' } | { readonly type: 'Blocked'; readonly blocks: ReadonlyArray<FreezeBlock> };

/** Freezes a review: from now on it is only ever corrected by another. */
export const freezeReview: Command<FreezeReview, FreezeRefusal> = (input, { today }) => {
  const { id, register, review, snapshot, sha256, bytes, by, nextReviewOn } = input;
  if (review.state !== 'draft') return refuse({ type: 'NotInDraft' });
  const { blocks } = freezeChecks(snapshot, input.previous, today);
  if (blocks.length > 0) return refuse({ type: 'Blocked', blocks });
  return ok(
    draft(`Froze the review ${review.label}`, '', [
      create(frozenReviewKind, id, {
        registerId: register.id,
        reviewId: review.id,
        type: review.type,
        label: review.label,
        asAt: snapshot.asAt,
        frozenOn: today,
        frozenBy: by,
        supersedesId: review.supersedesId,
        supersedeReason: review.supersedeReason,
        schemeId: snapshot.scheme.id,
        sha256,
        bytes,
        counts: countsOf(snapshot),
        positions: positionsOf(snapshot),
      }),
      set(riskReviewKind, review, { state: 'frozen' }),
      set(riskRegisterKind, register, { nextReviewOn }),
    ]),
  );
};
