/**
 * The formal assessment that the 2007 protocol asks for once a year: how effective the Board's work is, and its impact on outcomes. Statements,
 * outcomes and blind ratings are records of their own, so that two people who score different ones never clash.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aBoolean, aText, orNull } from '#shared/kernel/decode.ts';

export const annualAssessmentKind = kind({
  name: 'annualAssessment',
  table: 'annualAssessments',
  label: 'annual assessment',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    /** `2026/27` */
    year: valueField('Year', aText(20), ''),
    heldOn: valueField<CivilDate | null>('Held on', orNull(aCivilDate), null),
    method: valueField('Method', aText(2000), ''),
    participants: valueField('Participants', aText(4000), ''),
    /** The vision as it stood then. */
    visionAtTime: valueField('Vision at the time', aText(20_000), ''),
    isLineReaffirmed: valueField('Line and scales reaffirmed', aBoolean, false),
    conclusions: valueField('Conclusions', aText(20_000), ''),
    /** The review of kind `annual` by which its ratings were frozen. */
    reviewId: valueField('Review', orNull(aText(64)), null),
    approvedMinute: valueField('Approved in', aText(300), ''),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ year }) => `Annual assessment ${year}`,
});

export type AnnualAssessment = RecordOf<typeof annualAssessmentKind>;
