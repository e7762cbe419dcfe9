/** A risk put to another body, or taken in from a partner's register. It stays live here until the other body accepts it. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, oneOf, orNull } from '#shared/kernel/decode.ts';
import {
  aName,
  escalationDirections,
  escalationStatuses,
  type EscalationDirection,
  type EscalationStatus,
} from './values.ts';
import { directionWords, escalationWords } from './words.ts';

export const riskEscalationKind = kind({
  name: 'riskEscalation',
  table: 'riskEscalations',
  label: 'escalation',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    riskId: valueField('Risk', aText(64), ''),
    direction: valueField<EscalationDirection>(
      'Direction',
      oneOf(escalationDirections),
      'up',
      (value) => directionWords[value],
    ),
    otherBody: valueField('Other body', aName, ''),
    theirRef: valueField('Their reference', aText(100), ''),
    proposedOn: valueField<CivilDate | null>('Proposed on', orNull(aCivilDate), null),
    status: valueField<EscalationStatus>(
      'Answer',
      oneOf(escalationStatuses),
      'proposed',
      (value) => escalationWords[value],
    ),
    minuteRef: valueField('Minute', aName, ''),
  },
  indexes: ['registerId', 'riskId'],
  parent: { kind: 'risk', field: 'riskId' },
  titleOf: ({ otherBody }) => otherBody,
});

export type RiskEscalation = RecordOf<typeof riskEscalationKind>;
