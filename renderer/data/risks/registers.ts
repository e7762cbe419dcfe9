/**
 * A risk register as a whole, held in memory and kept up with the log, for every screen that shows a part of it: after a save only the
 * rows it touched are read again, and the register is drawn up anew only when one of them has changed.
 */
import type { RecordOf } from '#shared/changes/kind.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { drawnUp, type RegisterRows } from '#shared/domain/risk-reviews/drawn-up.ts';
import { frozenReviewKind, type FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import { inOrderOfDays, standingReviews } from '#shared/domain/risk-reviews/review-dates.ts';
import { riskReviewKind, type RiskReview } from '#shared/domain/risk-reviews/risk-review.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { riskActionKind } from '#shared/domain/risks/risk-action.ts';
import { riskClusterKind } from '#shared/domain/risks/risk-cluster.ts';
import { riskControlKind } from '#shared/domain/risks/risk-control.ts';
import { riskEscalationKind } from '#shared/domain/risks/risk-escalation.ts';
import { riskRegisterKind, type RiskRegister } from '#shared/domain/risks/risk-register.ts';
import { riskSchemeKind } from '#shared/domain/risks/risk-scheme.ts';
import { riskToleranceKind } from '#shared/domain/risks/risk-tolerance.ts';
import { riskKind } from '#shared/domain/risks/risk.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { readKeptRows, type RowsByKind } from '#renderer/data/kept-rows.ts';
import type { Database } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';

const registerKinds = [
  riskRegisterKind,
  riskSchemeKind,
  riskClusterKind,
  riskKind,
  riskControlKind,
  riskActionKind,
  riskToleranceKind,
  riskEscalationKind,
  riskReviewKind,
  frozenReviewKind,
  bodyKind,
] as const;

export interface OpenRegister {
  readonly rows: RegisterRows;
  /** In whatever state, the earliest day first. More than one is in draft where two laptops began one each. */
  readonly reviews: ReadonlyArray<RiskReview>;
  /** Every frozen review, corrected ones too, the earliest first. */
  readonly frozen: ReadonlyArray<FrozenReview>;
  /** The last frozen review that stands. */
  readonly last: FrozenReview | null;
  /** The review at work; of several, the one begun for the earliest day. */
  readonly draft: RiskReview | null;
  /**
   * The register drawn up for the review in draft, or as it stands today where there is none. `null` where the scheme that it names has not come
   * from a colleague yet.
   */
  readonly now: Snapshot | null;
}

interface Made {
  readonly turn: number;
  readonly today: CivilDate;
  readonly registers: ReadonlyMap<string, OpenRegister>;
}

/** By the rows they were made of, so that another workspace has its own. */
const madeBefore = new WeakMap<RowsByKind, Made>();

/** Every register of the workspace. They are made anew only when a row or the day has changed. */
export async function readRegisters(database: Database, today: CivilDate): Promise<ReadonlyMap<string, OpenRegister>> {
  const { rows, turn } = await readKeptRows(database, registerKinds);
  const before = madeBefore.get(rows);
  if (before?.turn === turn && before.today === today) return before.registers;
  const bodies = new Map(allOf(rows, bodyKind).map(({ id, name }) => [id, name]));
  const registers = new Map(
    allOf(rows, riskRegisterKind).map((register) => {
      const own = ownRows(rows, register, bodies.get(register.bodyId) ?? '');
      const isOwn = ({ registerId }: { readonly registerId: string }): boolean => registerId === register.id;
      const reviews = allOf(rows, riskReviewKind).filter(isOwn);
      const frozen = allOf(rows, frozenReviewKind).filter(isOwn);
      return [register.id, openRegister(own, reviews, frozen, today)] as const;
    }),
  );
  madeBefore.set(rows, { turn, today, registers });
  return registers;
}

function allOf<SomeKind extends { readonly name: string }>(
  rows: RowsByKind,
  kind: SomeKind,
): ReadonlyArray<RecordOf<SomeKind>> {
  return [...(rows.get(kind.name)?.values() ?? [])] as unknown as ReadonlyArray<RecordOf<SomeKind>>;
}

function ownRows(rows: RowsByKind, register: RiskRegister, bodyName: string): RegisterRows {
  const isOwn = ({ registerId }: { readonly registerId: string }): boolean => registerId === register.id;
  return {
    register,
    bodyName,
    schemes: allOf(rows, riskSchemeKind).filter(isOwn),
    clusters: allOf(rows, riskClusterKind).filter(isOwn),
    risks: allOf(rows, riskKind).filter(isOwn),
    controls: allOf(rows, riskControlKind).filter(isOwn),
    actions: allOf(rows, riskActionKind).filter(isOwn),
    tolerances: allOf(rows, riskToleranceKind).filter(isOwn),
    escalations: allOf(rows, riskEscalationKind).filter(isOwn),
  };
}

function openRegister(
  rows: RegisterRows,
  reviews: ReadonlyArray<RiskReview>,
  frozen: ReadonlyArray<FrozenReview>,
  today: CivilDate,
): OpenRegister {
  const last = standingReviews(frozen).at(-1) ?? null;
  const inOrder = reviews.toSorted((a, b) => (`${a.asAt} ${a.id}` < `${b.asAt} ${b.id}` ? -1 : 1));
  const draft = inOrder.find(({ state }) => state === 'draft') ?? null;
  return {
    rows,
    reviews: inOrder,
    frozen: frozen.toSorted(inOrderOfDays),
    last,
    draft,
    now: drawnUp(rows, draft, today, last?.schemeId ?? null),
  };
}

/** Every register by its id; `undefined` while it is not known yet. */
export function useRegisters(): ReadonlyMap<string, OpenRegister> | undefined {
  const { today } = useSession();
  return useLive(async (database) => readRegisters(database, today), [today]);
}

/** One register; `null` where it is not here. */
export function useRegister(id: string): OpenRegister | null | undefined {
  const registers = useRegisters();
  return registers === undefined ? undefined : (registers.get(id) ?? null);
}
