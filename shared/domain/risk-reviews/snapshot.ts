/**
 * What a review kept when it was frozen: the register, its scheme and every risk, as they were. It is read back years later, when
 * nothing else of that time may be at hand, so names are written out and nothing is looked up elsewhere.
 *
 * A review still in draft is put in the same shape, to be compared and checked by the same rules. A rating by an older scheme is
 * not carried into it: such a risk counts as not rated, for a rating is never bent to fit another grid.
 */
import { aText, aWholeNumber, listOf, objectOf, oneOf, orNull } from '#shared/kernel/decode.ts';
import type { Decode, Decoded, DecodeFault } from '#shared/kernel/decode.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { schemeFaults } from '#shared/domain/rating/scheme-faults.ts';
import { cellOf, type Scheme } from '#shared/domain/rating/scheme.ts';
import {
  aClosure,
  actionStatuses,
  aDay,
  aDueChange,
  adequacies,
  aKeyDate,
  aLongText,
  aMapping,
  aName,
  anId,
  aPerson,
  aRating,
  aReviewLine,
  escalationDirections,
  escalationStatuses,
  proximities,
  publications,
  responses,
  reviewFrequencies,
  reviewTypes,
  riskStatuses,
  schemeCells,
  schemeLevels,
} from '#shared/domain/risks/values.ts';

export type { Closure, Rating } from '#shared/domain/risks/values.ts';

const aScheme = objectOf({
  /** Names the version: a scheme that was used is never altered, only followed by another. */
  id: anId,
  name: aName,
  likelihood: schemeLevels,
  impact: schemeLevels,
  cells: schemeCells,
  mapping: aMapping,
});
export type SchemeVersion = Decoded<typeof aScheme>;

const aControl = objectOf({
  id: anId,
  text: aLongText,
  owner: aName,
  adequacy: oneOf(adequacies),
  /** 0 where nobody assures it; 1 the service itself, 2 those who watch over it, 3 an outsider. */
  assuranceLine: aWholeNumber(0, 3),
  lastAssuredOn: orNull(aDay),
  evidence: aLongText,
});
export type Control = Decoded<typeof aControl>;

const anAction = objectOf({
  id: anId,
  /** `3.2` */
  ref: aText(40),
  text: aLongText,
  responsible: orNull(aPerson),
  successFactors: aLongText,
  kpi: aLongText,
  reviewFrequency: oneOf(reviewFrequencies),
  keyDates: listOf(aKeyDate, 100),
  startOn: orNull(aDay),
  /** `null` where none was agreed: such an action is never overdue, and the officer is told. */
  dueOn: orNull(aDay),
  originalDueOn: orNull(aDay),
  /** In the order in which they were made. */
  dueChanges: listOf(aDueChange, 1000),
  status: oneOf(actionStatuses),
  completedOn: orNull(aDay),
  outcome: aLongText,
});
export type RiskAction = Decoded<typeof anAction>;

const aTolerance = objectOf({
  id: anId,
  reason: aLongText,
  approvedMinute: aName,
  approvedOn: aDay,
  expiresOn: aDay,
  /** The current rating that the board agreed to bear. */
  ratingId: anId,
});
export type Tolerance = Decoded<typeof aTolerance>;

const anEscalation = objectOf({
  id: anId,
  direction: oneOf(escalationDirections),
  otherBody: aName,
  theirRef: aText(100),
  proposedOn: aDay,
  status: oneOf(escalationStatuses),
  minuteRef: aName,
});

const aRisk = objectOf({
  id: anId,
  number: aWholeNumber(1),
  shortName: aName,
  /** The theme that it stands under; empty where it stands alone. */
  cluster: aName,
  category: aName,
  objectives: listOf(aName, 100),
  vulnerability: aLongText,
  trigger: aLongText,
  consequences: listOf(aLongText, 100),
  owner: orNull(aPerson),
  identifiedOn: aDay,
  proximity: oneOf(proximities),
  response: oneOf(responses),
  targetOn: orNull(aDay),
  publication: oneOf(publications),
  status: oneOf(riskStatuses),
  closure: orNull(aClosure),
  inherent: orNull(aRating),
  current: orNull(aRating),
  target: orNull(aRating),
  controls: listOf(aControl, 1000),
  actions: listOf(anAction, 1000),
  tolerances: listOf(aTolerance, 1000),
  escalations: listOf(anEscalation, 1000),
  /** `null` until it is confirmed in this review: nothing is confirmed beforehand. */
  review: orNull(aReviewLine),
});
export type SnapshotRisk = Decoded<typeof aRisk>;

const aWholeSnapshot = objectOf({
  format: aWholeNumber(1, 1),
  reviewId: anId,
  type: oneOf(reviewTypes),
  /** `2026/27 Q2` */
  label: aName,
  /** The day all of it is told for, whatever the day on which it is frozen or read. */
  asAt: aDay,
  /** The frozen review that this one corrects. */
  supersedes: orNull(anId),
  register: objectOf({
    id: anId,
    bodyName: aName,
    name: aName,
    prompt: aLongText,
    vision: aLongText,
    mission: aLongText,
    horizonMonths: aWholeNumber(1, 1200),
    reviewIntervalMonths: aWholeNumber(1, 120),
    closureRunLength: aWholeNumber(1, 40),
  }),
  scheme: aScheme,
  /** Every risk of the register, closed ones too. */
  risks: listOf(aRisk),
  decisions: aText(),
});
export type Snapshot = Decoded<typeof aWholeSnapshot>;

/**
 * A kept snapshot. Beyond the shape it refuses what contradicts itself: ids and numbers used twice, a scheme with gaps, a rating off
 * its grid, a risk merged into one that is not there. None of that can be frozen, so it was harmed since.
 */
export const aSnapshot: Decode<Snapshot> = (value) => {
  const read = aWholeSnapshot(value);
  if (!read.ok) return read;
  return firstContradiction(read.value) ?? ok(read.value);
};

function refused(at: string, expected: string): Result<never, DecodeFault> {
  return { ok: false, refusal: { type: 'NotAsExpected', at, expected } };
}

function firstContradiction({ scheme, risks }: Snapshot): Result<never, DecodeFault> | null {
  if (hasGaps(scheme)) return refused('scheme.cells', 'one cell for each pair of levels');
  const ids = new Set<string>();
  const numbers = new Set<number>();
  const actions = new Set<string>();
  for (const [index, risk] of risks.entries()) {
    const at = `risks.${index}`;
    if (ids.has(risk.id)) return refused(`${at}.id`, 'an id of its own');
    if (numbers.has(risk.number)) return refused(`${at}.number`, 'a number of its own');
    ids.add(risk.id);
    numbers.add(risk.number);
    for (const kind of ['inherent', 'current', 'target'] as const) {
      const rating = risk[kind];
      if (rating !== null && cellOf(scheme, rating) === null) return refused(`${at}.${kind}`, 'a cell of the scheme');
    }
    for (const [place, { id }] of risk.actions.entries()) {
      if (actions.has(id)) return refused(`${at}.actions.${place}.id`, 'an id of its own');
      actions.add(id);
    }
  }
  const astray = risks.findIndex(({ closure }) => {
    return closure !== null && closure.mergedIntoId !== null && !ids.has(closure.mergedIntoId);
  });
  return astray < 0 ? null : refused(`risks.${astray}.closure.mergedIntoId`, 'a risk of the register');
}

/** An uneven line is another matter: what was agreed by rules of its time is read as it stands. */
function hasGaps(scheme: Scheme): boolean {
  return schemeFaults(scheme).blocks.some(({ type }) => {
    return type !== 'LineNotMonotone' && type !== 'BandsNotMonotone' && type !== 'RedBelowGreen';
  });
}
