/** The board's decision to bear a risk as it stands, for twelve months at most. A new rating makes it stale. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, orNull } from '#shared/kernel/decode.ts';
import { aLongText, aName } from './values.ts';

export const riskToleranceKind = kind({
  name: 'riskTolerance',
  table: 'riskTolerances',
  label: 'tolerance decision',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    riskId: valueField('Risk', aText(64), ''),
    reason: valueField('Reason', aLongText, ''),
    approvedMinute: valueField('Minute', aName, ''),
    approvedOn: valueField<CivilDate | null>('Approved on', orNull(aCivilDate), null),
    expiresOn: valueField<CivilDate | null>('Expires on', orNull(aCivilDate), null),
    /** The current rating that the board agreed to bear. */
    ratingId: valueField('Rating', aText(64), ''),
  },
  indexes: ['registerId', 'riskId'],
  parent: { kind: 'risk', field: 'riskId' },
  titleOf: ({ reason }) => reason.slice(0, 80),
});

export type RiskTolerance = RecordOf<typeof riskToleranceKind>;
