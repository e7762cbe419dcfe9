/**
 * A review as it was frozen. What it says in full is a file, kept by the SHA-256 of its canonical text, so that forty of them do not
 * swell the log and each travels once; the figures beside it are for lists and curves, which open no file.
 *
 * Two laptops that froze the same quarter leave two records: both are shown.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, mapOf, objectOf, oneOf, orNull, type Decoded } from '#shared/kernel/decode.ts';
import { aLongText, aName, reviewTypes, type ReviewType } from '#shared/domain/risks/values.ts';
import { reviewTypeWords } from '#shared/domain/risks/words.ts';

const someCounts = objectOf({
  live: aWholeNumber(),
  above: aWholeNumber(),
  red: aWholeNumber(),
  amber: aWholeNumber(),
  green: aWholeNumber(),
});
/** Of live risks. */
export type ReviewCounts = Decoded<typeof someCounts>;

const noCounts: ReviewCounts = { live: 0, above: 0, red: 0, amber: 0, green: 0 };

export const frozenReviewKind = kind({
  name: 'frozenReview',
  table: 'frozenReviews',
  label: 'frozen review',
  since: 5,
  isFinal: true,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    reviewId: valueField('Review', aText(64), ''),
    type: valueField<ReviewType>('Kind of review', oneOf(reviewTypes), 'quarterly', (value) => reviewTypeWords[value]),
    label: valueField('Name', aName, ''),
    asAt: valueField<CivilDate | null>('As at', orNull(aCivilDate), null),
    frozenOn: valueField<CivilDate | null>('Frozen on', orNull(aCivilDate), null),
    frozenBy: valueField('Frozen by', aName, ''),
    supersedesId: valueField('Corrects', orNull(aText(64)), null),
    supersedeReason: valueField('Reason of the correction', aLongText, ''),
    schemeId: valueField('Scheme', aText(64), ''),
    /** SHA-256 of its canonical text, which is kept among the files. */
    sha256: valueField('Contents', aText(64), ''),
    bytes: valueField('Size in bytes', aWholeNumber(), 0),
    counts: valueField<ReviewCounts>('Counts', someCounts, noCounts, ({ live, above }) => {
      return `${live} live, ${above} above the line`;
    }),
    /** By the number of the risk: its cell, `?` where it was not rated, `x` where it was closed. Risks only proposed are left out. */
    positions: valueField<Readonly<Record<string, string>>>('Positions', mapOf(aText(20)), {}, (positions) => {
      return `${Object.keys(positions).length} risks`;
    }),
  },
  indexes: ['registerId', 'asAt'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ label }) => label,
});

export type FrozenReview = RecordOf<typeof frozenReviewKind>;
