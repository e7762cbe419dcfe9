/** A statement of effectiveness that is scored, or an outcome that is judged, with the evidence for it. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText, aWholeNumber, oneOf, orNull } from '#shared/kernel/decode.ts';

export const statementTypes = ['statement', 'outcome'] as const;
export type StatementType = (typeof statementTypes)[number];

export const scoreWords: ReadonlyArray<string> = ['', 'Not met', 'Partly met', 'Mostly met', 'Fully met'];

export const annualStatementKind = kind({
  name: 'annualStatement',
  table: 'annualStatements',
  label: 'statement',
  since: 5,
  fields: {
    assessmentId: valueField('Assessment', aText(64), ''),
    type: valueField<StatementType>('Kind', oneOf(statementTypes), 'statement'),
    theme: valueField('Theme', aText(300), ''),
    text: valueField('Statement', aText(4000), ''),
    /** 1 not met to 4 fully met; nothing while it has not been scored. */
    score: valueField<number | null>('Score', orNull(aWholeNumber(1, 4)), null, (score) =>
      score === null ? 'not scored' : `${score} ${scoreWords[score] ?? ''}`,
    ),
    evidence: valueField('Evidence', aText(20_000), ''),
    place: valueField('Place', aText(400), ''),
  },
  indexes: ['assessmentId'],
  parent: { kind: 'annualAssessment', field: 'assessmentId' },
  titleOf: ({ text }) => text.slice(0, 80),
});

export type AnnualStatement = RecordOf<typeof annualStatementKind>;
