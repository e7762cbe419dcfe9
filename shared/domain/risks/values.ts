/** What a risk's records and a frozen review write alike: ratings, dates put off, closures, people who answer for things. */
import { aCivilDate } from '#shared/kernel/civil-date.ts';
import { aBoolean, aText, aWholeNumber, listOf, objectOf, oneOf, orNull, type Decoded } from '#shared/kernel/decode.ts';
import { bands } from '#shared/domain/rating/scheme.ts';

export const reviewTypes = ['quarterly', 'annual', 'exceptional'] as const;
export type ReviewType = (typeof reviewTypes)[number];

export const riskStatuses = ['proposed', 'open', 'escalated', 'closed'] as const;
export type RiskStatus = (typeof riskStatuses)[number];

export const closureReasons = [
  'managed',
  'merged',
  'escalatedAccepted',
  'occurred',
  'noLongerRelevant',
  'enteredInError',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

export const adequacies = ['adequate', 'partial', 'inadequate', 'notAssessed'] as const;
export type Adequacy = (typeof adequacies)[number];

export const actionStatuses = ['notStarted', 'inProgress', 'onHold', 'complete', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const reviewFrequencies = ['monthly', 'quarterly', 'sixMonthly', 'annual', 'once'] as const;
export type ReviewFrequency = (typeof reviewFrequencies)[number];

export const lineDecisions = ['keep', 'rescore', 'close', 'merge', 'escalate', 'deescalate', 'tolerate'] as const;
export type LineDecision = (typeof lineDecisions)[number];

export const proximities = ['now', '<3m', '3-12m', '1-3y', '>3y', 'unknown'] as const;
export type Proximity = (typeof proximities)[number];

export const responses = ['treat', 'tolerate', 'transfer', 'terminate'] as const;
export type Response = (typeof responses)[number];

export const publications = ['public', 'exempt'] as const;
export type Publication = (typeof publications)[number];

export const identifiedVias = ['workshop', 'quarterly', 'annual', 'escalatedIn', 'import', 'other'] as const;
export type IdentifiedVia = (typeof identifiedVias)[number];

/** `up` to another body, `down` to one of ours or back to a partner, `in` from a partner's register. */
export const escalationDirections = ['up', 'down', 'in'] as const;
export type EscalationDirection = (typeof escalationDirections)[number];

export const escalationStatuses = ['proposed', 'accepted', 'declined', 'returned'] as const;
export type EscalationStatus = (typeof escalationStatuses)[number];

export const ratingMethods = ['consensus', 'vote', 'officer'] as const;
export const confidences = ['low', 'medium', 'high'] as const;

/** Characters that texts of a register hold at most. */
export const longestRiskText = 20_000;
export const longestName = 300;

export const anId = aText(64);
export const aName = aText(longestName);
export const aLongText = aText(longestRiskText);
export const aDay = aCivilDate;

const cellShape = { likelihood: aText(6), impact: aText(6) };
const aCell = objectOf(cellShape);

/** The likeliest, or the gravest, first. */
export const schemeLevels = listOf(objectOf({ code: aText(6), label: aName, description: aText(2000) }), 10);
export const schemeCells = listOf(
  objectOf({ ...cellShape, above: aBoolean, band: oneOf(bands), priority: aWholeNumber() }),
  100,
);
/** Which cell of the version before stands for which of this one, where people recorded it. */
export const aMapping = orNull(objectOf({ from: anId, cells: listOf(objectOf({ from: aCell, to: aCell }), 100) }));

/** Somebody who answers for a thing. */
export const aPerson = objectOf({
  /** `null` where a name was typed that is on no list. */
  personId: orNull(anId),
  name: aName,
  role: aName,
});
export type Answerable = Decoded<typeof aPerson>;

const ratingShape = {
  id: anId,
  ...cellShape,
  ratedOn: aDay,
  method: oneOf(ratingMethods),
  confidence: oneOf(confidences),
  rationale: aLongText,
};
export const aRating = objectOf(ratingShape);
export type Rating = Decoded<typeof aRating>;

/** A rating as a risk holds it: it names the version of the scheme by which it was made, and the review in which. */
export const aKeptRating = objectOf({ ...ratingShape, schemeId: anId, reviewId: orNull(anId) });
export type KeptRating = Decoded<typeof aKeptRating>;

/** A date put off or brought forward. */
export const aDueChange = objectOf({ from: aDay, to: aDay, reason: aLongText, on: aDay });
export type DueChange = Decoded<typeof aDueChange>;

export const aKeyDate = objectOf({ label: aName, on: aDay, doneOn: orNull(aDay) });
export type KeyDate = Decoded<typeof aKeyDate>;

export const aClosure = objectOf({
  on: aDay,
  reason: oneOf(closureReasons),
  note: aLongText,
  minuteRef: aName,
  mergedIntoId: orNull(anId),
});
export type Closure = Decoded<typeof aClosure>;

const reviewLineShape = {
  stillValid: aBoolean,
  commentary: aLongText,
  reviewedBy: aName,
  reviewedOn: aDay,
  decision: oneOf(lineDecisions),
};
/** What the owner confirmed of a risk in a review. */
export const aReviewLine = objectOf(reviewLineShape);

/** A confirmed line as a risk holds it: it counts for the review that it names and for no other. */
export const aKeptReviewLine = objectOf({ ...reviewLineShape, reviewId: anId });
export type KeptReviewLine = Decoded<typeof aKeptReviewLine>;
