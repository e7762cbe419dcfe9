/**
 * A register of risks that a body keeps. What it asks (“What might stop or impede the Partnership from achieving its Vision and
 * Mission?”), the vision and the mission are the board's own words, and each report says them again.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, listOf, objectOf, orNull, type Decoded } from '#shared/kernel/decode.ts';
import { aLongText, aName, anId } from './values.ts';

const anObjective = objectOf({ id: anId, name: aName });
export type Objective = Decoded<typeof anObjective>;

export const stormPrompt = 'What might stop or impede the Partnership from achieving its Vision and Mission?';

export const riskRegisterKind = kind({
  name: 'riskRegister',
  table: 'riskRegisters',
  label: 'risk register',
  since: 5,
  fields: {
    bodyId: valueField('Body', aText(64), ''),
    name: valueField('Name', aName, ''),
    prompt: valueField('Question asked', aLongText, stormPrompt),
    vision: valueField('Vision', aLongText, ''),
    mission: valueField('Mission', aLongText, ''),
    /** What a risk may threaten; a risk names them by their ids. */
    objectives: valueField<ReadonlyArray<Objective>>('Objectives', listOf(anObjective, 100), [], (objectives) =>
      objectives.map(({ name }) => name).join('; '),
    ),
    /** How far ahead likelihood is judged. */
    horizonMonths: valueField('Looks ahead, months', aWholeNumber(1, 1200), 36),
    reviewIntervalMonths: valueField('Months between reviews', aWholeNumber(1, 120), 3),
    /** Reviews in a row, at target and below the line, after which closing a risk is suggested. */
    closureRunLength: valueField('Reviews before closing is suggested', aWholeNumber(1, 40), 2),
    /** The day agreed for the next review; without one it is counted from the last. */
    nextReviewOn: valueField<CivilDate | null>('Next review', orNull(aCivilDate), null),
    /** The version of the scheme by which risks are rated now. */
    schemeId: valueField('Scheme', aText(64), ''),
  },
  indexes: ['bodyId'],
  parent: { kind: 'body', field: 'bodyId' },
  titleOf: ({ name }) => name,
});

export type RiskRegister = RecordOf<typeof riskRegisterKind>;
