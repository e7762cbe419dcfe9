/** An action of the Management Action Plan: what is still to be done about a risk, by whom, by when, and how one will know. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, listOf, oneOf, orNull } from '#shared/kernel/decode.ts';
import { personInWords } from './risk.ts';
import {
  actionStatuses,
  aDueChange,
  aKeyDate,
  aLongText,
  aPerson,
  reviewFrequencies,
  type ActionStatus,
  type Answerable,
  type DueChange,
  type KeyDate,
  type ReviewFrequency,
} from './values.ts';
import { actionStatusWords, frequencyWords } from './words.ts';

export const riskActionKind = kind({
  name: 'riskAction',
  table: 'riskActions',
  label: 'action',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    riskId: valueField('Risk', aText(64), ''),
    /** `3.2`: the risk's number and its own. It keeps it when it goes to another risk. */
    ref: valueField('Reference', aText(40), ''),
    text: valueField('Action', aLongText, ''),
    responsible: valueField<Answerable | null>('Responsible', orNull(aPerson), null, personInWords),
    successFactors: valueField('Critical success factors', aLongText, ''),
    kpi: valueField('Key performance indicator', aLongText, ''),
    reviewFrequency: valueField<ReviewFrequency>(
      'Reviewed',
      oneOf(reviewFrequencies),
      'quarterly',
      (value) => frequencyWords[value],
    ),
    keyDates: valueField<ReadonlyArray<KeyDate>>('Key dates', listOf(aKeyDate, 100), [], (dates) =>
      dates.map(({ label, on }) => `${label} ${on}`).join('; '),
    ),
    startOn: valueField<CivilDate | null>('Starts on', orNull(aCivilDate), null),
    dueOn: valueField<CivilDate | null>('Due date', orNull(aCivilDate), null),
    /** The first day agreed: it stays, however often the date is put off. */
    originalDueOn: valueField<CivilDate | null>('Original due date', orNull(aCivilDate), null),
    dueChanges: valueField<ReadonlyArray<DueChange>>(
      'Changes of the due date',
      listOf(aDueChange, 1000),
      [],
      (changes) => changes.map(({ from, to, reason }) => `${from} to ${to}: ${reason}`).join('; '),
    ),
    status: valueField<ActionStatus>(
      'Status',
      oneOf(actionStatuses),
      'notStarted',
      (value) => actionStatusWords[value],
    ),
    completedOn: valueField<CivilDate | null>('Completed on', orNull(aCivilDate), null),
    outcome: valueField('Outcome', aLongText, ''),
  },
  indexes: ['registerId', 'riskId'],
  parent: { kind: 'risk', field: 'riskId' },
  titleOf: ({ ref, text }) => `${ref} ${text}`.slice(0, 80),
});

export type PlannedAction = RecordOf<typeof riskActionKind>;
