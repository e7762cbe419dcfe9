/** Signs of a child or a family in what the public edition of a review would print. */
import { personalDetails, type PersonalDetail } from '#shared/domain/risks/personal-details.ts';
import type { Snapshot, SnapshotRisk } from './snapshot.ts';

export type RiskText =
  | 'shortName'
  | 'vulnerability'
  | 'trigger'
  | 'consequences'
  | 'closure'
  | 'controls'
  | 'actions'
  | 'commentary'
  | 'rationale'
  | 'tolerance';

export interface RiskDetail extends PersonalDetail {
  readonly riskId: string;
  readonly field: RiskText;
  /** Which of several texts of that field, counted from 0. */
  readonly index: number;
}

/** What is found in the texts of the risks that the public edition prints. Exempt risks are left out of it, and here. */
export function personalDetailsIn({ risks }: Pick<Snapshot, 'risks'>): ReadonlyArray<RiskDetail> {
  return risks
    .filter(({ publication }) => publication === 'public')
    .flatMap((risk) =>
      textsOf(risk).flatMap(([field, texts]) =>
        texts.flatMap((text, index) =>
          personalDetails(text).map((detail): RiskDetail => ({ ...detail, riskId: risk.id, field, index })),
        ),
      ),
    );
}

function textsOf(risk: SnapshotRisk): ReadonlyArray<readonly [RiskText, ReadonlyArray<string>]> {
  const ratings = [risk.inherent, risk.current, risk.target];
  return [
    ['shortName', [risk.shortName]],
    ['vulnerability', [risk.vulnerability]],
    ['trigger', [risk.trigger]],
    ['consequences', risk.consequences],
    ['closure', risk.closure === null ? [] : [risk.closure.note]],
    ['controls', risk.controls.flatMap(({ text, evidence }) => [text, evidence])],
    [
      'actions',
      risk.actions.flatMap(({ text, successFactors, kpi, outcome, keyDates, dueChanges }) => [
        text,
        successFactors,
        kpi,
        outcome,
        ...keyDates.map(({ label }) => label),
        ...dueChanges.map(({ reason }) => reason),
      ]),
    ],
    ['commentary', risk.review === null ? [] : [risk.review.commentary]],
    ['rationale', ratings.map((rating) => rating?.rationale ?? '')],
    ['tolerance', risk.tolerances.map(({ reason }) => reason)],
  ];
}
