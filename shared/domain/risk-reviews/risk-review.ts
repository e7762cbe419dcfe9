/**
 * A review of a register while it is at work. What is confirmed stands with each risk and names the review, so that two people may
 * go through the same one; what was decided in the end is a frozen review, a record of its own.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, oneOf, orNull } from '#shared/kernel/decode.ts';
import { aLongText, aName, reviewTypes, type ReviewType } from '#shared/domain/risks/values.ts';
import { reviewTypeWords } from '#shared/domain/risks/words.ts';

/** `setAside`: begun and not gone on with, because it was begun twice or by mistake. */
export const reviewStates = ['draft', 'frozen', 'setAside'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const riskReviewKind = kind({
  name: 'riskReview',
  table: 'riskReviews',
  label: 'risk review',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    type: valueField<ReviewType>('Kind of review', oneOf(reviewTypes), 'quarterly', (value) => reviewTypeWords[value]),
    /** `2026/27 Q2` */
    label: valueField('Name', aName, ''),
    /** The day all of it is told for. */
    asAt: valueField<CivilDate | null>('As at', orNull(aCivilDate), null),
    meetingId: valueField('Meeting', orNull(aText(64)), null),
    state: valueField<ReviewState>('State', oneOf(reviewStates), 'draft'),
    /** The frozen review that it corrects, and why. */
    supersedesId: valueField('Corrects', orNull(aText(64)), null),
    supersedeReason: valueField('Reason of the correction', aLongText, ''),
    decisions: valueField('Decisions of the board', aText(), ''),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ label }) => label,
});

export type RiskReview = RecordOf<typeof riskReviewKind>;
