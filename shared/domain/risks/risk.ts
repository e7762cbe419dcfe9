/**
 * A risk as a scenario: what exposes the body, what event would turn that into harm, and what would follow.
 *
 * Each rating is one value, cell, day and reason together, so that two people's ratings are a difference to be decided and never
 * a mixture of both. Earlier ratings are not kept beside it: History has every one of them.
 */
import { kind, setField, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, listOf, oneOf, orNull } from '#shared/kernel/decode.ts';
import { cellCode } from '#shared/domain/rating/scheme.ts';
import {
  aClosure,
  aKeptRating,
  aKeptReviewLine,
  aLongText,
  aName,
  aPerson,
  identifiedVias,
  proximities,
  publications,
  responses,
  riskStatuses,
  type Answerable,
  type Closure,
  type IdentifiedVia,
  type KeptRating,
  type KeptReviewLine,
  type Proximity,
  type Publication,
  type Response,
  type RiskStatus,
} from './values.ts';
import { closureWords, decisionWords, proximityWords, publicationWords, responseWords, statusWords } from './words.ts';

function ratingInWords(rating: KeptRating | null): string {
  return rating === null ? 'not rated' : cellCode(rating);
}

function dayInWords(day: CivilDate | null): string {
  return day === null ? 'none' : withYear(day);
}

export function personInWords(person: Answerable | null): string {
  if (person === null) return 'nobody';
  return person.role === '' ? person.name : `${person.name}, ${person.role}`;
}

export const riskKind = kind({
  name: 'risk',
  table: 'risks',
  label: 'risk',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    /** Given once. Where two laptops gave the same, that is shown and an officer gives one of them the next. */
    number: valueField('Number', aWholeNumber(1, 1_000_000), 1),
    shortName: valueField('Short name', aName, ''),
    clusterId: valueField('Cluster', orNull(aText(64)), null),
    category: valueField('Category', aName, ''),
    objectiveIds: setField('Objectives', listOf(aText(64), 100)),
    vulnerability: valueField('Vulnerability', aLongText, ''),
    trigger: valueField('Trigger', aLongText, ''),
    consequences: valueField<ReadonlyArray<string>>('Consequences', listOf(aLongText, 100), [], (all) =>
      all.join('; '),
    ),
    owner: valueField<Answerable | null>('Owner', orNull(aPerson), null, personInWords),
    identifiedOn: valueField<CivilDate | null>('Identified on', orNull(aCivilDate), null, dayInWords),
    identifiedVia: valueField<IdentifiedVia>('Identified through', oneOf(identifiedVias), 'other'),
    proximity: valueField<Proximity>('Proximity', oneOf(proximities), 'unknown', (value) => proximityWords[value]),
    response: valueField<Response>('Response', oneOf(responses), 'treat', (value) => responseWords[value]),
    /** The day by which the target is to be reached. */
    targetOn: valueField<CivilDate | null>('Target date', orNull(aCivilDate), null, dayInWords),
    publication: valueField<Publication>(
      'Publication',
      oneOf(publications),
      'public',
      (value) => publicationWords[value],
    ),
    status: valueField<RiskStatus>('Status', oneOf(riskStatuses), 'proposed', (value) => statusWords[value]),
    closure: valueField<Closure | null>('Closure', orNull(aClosure), null, (closure) =>
      closure === null ? 'none' : `${closureWords[closure.reason]}: ${closure.note}`,
    ),
    inherent: valueField<KeptRating | null>('Inherent rating', orNull(aKeptRating), null, ratingInWords),
    current: valueField<KeptRating | null>('Current rating', orNull(aKeptRating), null, ratingInWords),
    target: valueField<KeptRating | null>('Target rating', orNull(aKeptRating), null, ratingInWords),
    /** What was confirmed of it in the review that the value names, the latest in which it was. */
    reviewed: valueField<KeptReviewLine | null>('Review', orNull(aKeptReviewLine), null, (line) =>
      line === null ? 'not reviewed' : `${decisionWords[line.decision]}, by ${line.reviewedBy}`,
    ),
  },
  indexes: ['registerId', 'clusterId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ number, shortName }) => `${number} ${shortName}`,
});

export type Risk = RecordOf<typeof riskKind>;
