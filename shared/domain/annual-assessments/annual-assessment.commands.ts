/** The annual assessment: begun, scored, rated blind, concluded and approved. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import { freshKeys, freshKeysAfter } from '#shared/changes/position.ts';
import { cellCode, cellOf, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { monthOf, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { annualAssessmentKind, type AnnualAssessment } from './annual-assessment.ts';
import { annualRatingKind, type AnnualRating } from './annual-rating.ts';
import { annualStatementKind, type AnnualStatement, type StatementType } from './annual-statement.ts';
import type { DefaultStatement } from './default-statements.ts';

export interface StartAssessment {
  readonly id: string;
  readonly register: RiskRegister;
  readonly assessments: ReadonlyArray<AnnualAssessment>;
  /** What is scored: last year's statements, or those that a board begins with. */
  readonly statements: ReadonlyArray<DefaultStatement>;
}

/** `2026/27`: the financial year, which begins in April. */
export function financialYear(day: CivilDate): string {
  const first = monthOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1;
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}

export const startAssessment: Command<StartAssessment, { readonly type: 'YearTaken'; readonly year: string }> = (
  { id, register, assessments, statements },
  { today, newId },
) => {
  const year = financialYear(today);
  if (assessments.some((one) => one.year === year)) return refuse({ type: 'YearTaken', year });
  const keys = freshKeys(statements.length);
  return ok(
    draft(`Started the annual assessment ${year}`, '', [
      create(annualAssessmentKind, id, {
        registerId: register.id,
        year,
        heldOn: today,
        visionAtTime: register.vision,
      }),
      ...statements.map(({ type, theme, text }, at) =>
        create(annualStatementKind, newId(), { assessmentId: id, type, theme, text, place: keys[at] ?? '' }),
      ),
    ]),
  );
};

type AssessmentValues = Partial<
  Pick<
    AnnualAssessment,
    'heldOn' | 'method' | 'participants' | 'isLineReaffirmed' | 'conclusions' | 'reviewId' | 'approvedMinute'
  >
>;

export const changeAssessment: Command<{
  readonly assessment: AnnualAssessment;
  readonly values: AssessmentValues;
}> = ({ assessment, values }) =>
  ok(draft(`Changed the annual assessment ${assessment.year}`, '', [set(annualAssessmentKind, assessment, values)]));

export interface ScoreStatement {
  readonly statement: AnnualStatement;
  readonly values: Partial<Pick<AnnualStatement, 'score' | 'evidence' | 'text'>>;
}

export const scoreStatement: Command<ScoreStatement, { readonly type: 'NothingSaid' }> = ({ statement, values }) =>
  values.text?.trim() === ''
    ? refuse({ type: 'NothingSaid' })
    : ok(draft(`Scored “${statement.text.slice(0, 80)}”`, '', [set(annualStatementKind, statement, values)]));

export interface AddStatement {
  readonly id: string;
  readonly assessmentId: string;
  readonly type: StatementType;
  readonly theme: string;
  readonly text: string;
  /** The last key of a place so far. */
  readonly after: string | null;
}

export const addStatement: Command<AddStatement, { readonly type: 'NothingSaid' }> = ({ id, after, ...values }) => {
  const text = values.text.trim();
  if (text === '') return refuse({ type: 'NothingSaid' });
  const place = freshKeysAfter(after, 1)[0] ?? '';
  return ok(draft('Added a statement', '', [create(annualStatementKind, id, { ...values, text, place })]));
};

export const removeStatement: Command<{ readonly statement: AnnualStatement }> = ({ statement }) =>
  ok(draft(`Took away “${statement.text.slice(0, 80)}”`, '', [remove(annualStatementKind, statement.id)]));

export interface RateBlind {
  readonly id: string;
  readonly assessment: AnnualAssessment;
  readonly risk: Risk;
  readonly cell: Cell;
  readonly scheme: Scheme & { readonly id: string };
  readonly ratings: ReadonlyArray<AnnualRating>;
}

/** Rates a risk without changing where it stands: that is decided once all of them are rated. */
export const rateBlind: Command<RateBlind, { readonly type: 'UnknownCell' }> = (input) => {
  const { id, assessment, risk, cell, scheme, ratings } = input;
  if (cellOf(scheme, cell) === null) return refuse({ type: 'UnknownCell' });
  const { likelihood, impact } = cell;
  const before = ratings.find(({ riskId }) => riskId === risk.id);
  const values = { likelihood, impact, schemeId: scheme.id };
  return ok(
    draft(`Rated risk ${risk.number} blind: ${cellCode(cell)}`, '', [
      before === undefined
        ? create(annualRatingKind, id, { assessmentId: assessment.id, riskId: risk.id, ...values })
        : set(annualRatingKind, before, values),
    ]),
  );
};
