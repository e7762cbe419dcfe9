/** A theme under which scenarios of a register are gathered. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText } from '#shared/kernel/decode.ts';
import { aName } from './values.ts';

export const riskClusterKind = kind({
  name: 'riskCluster',
  table: 'riskClusters',
  label: 'cluster',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    name: valueField('Name', aName, ''),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ name }) => name,
});

export type RiskCluster = RecordOf<typeof riskClusterKind>;
