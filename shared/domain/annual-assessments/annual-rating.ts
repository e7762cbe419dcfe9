/** A rating made blind: by people who were not shown where the risk stands, so that nobody simply says it again. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText } from '#shared/kernel/decode.ts';

export const annualRatingKind = kind({
  name: 'annualRating',
  table: 'annualRatings',
  label: 'blind rating',
  since: 5,
  fields: {
    assessmentId: valueField('Assessment', aText(64), ''),
    riskId: valueField('Risk', aText(64), ''),
    likelihood: valueField('Likelihood', aText(6), ''),
    impact: valueField('Impact', aText(6), ''),
    schemeId: valueField('Scheme', aText(64), ''),
  },
  indexes: ['assessmentId'],
  parent: { kind: 'annualAssessment', field: 'assessmentId' },
  titleOf: ({ likelihood, impact }) => `${likelihood}-${impact}`,
});

export type AnnualRating = RecordOf<typeof annualRatingKind>;
