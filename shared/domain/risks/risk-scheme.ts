/**
 * A version of a register's rating scheme. A version is written once: whoever moves the line or renames a level makes the next one, so
 * that no rating ever means something else than it did on the day it was made.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText, aWholeNumber, type Decoded } from '#shared/kernel/decode.ts';
import { aMapping, aName, schemeCells, schemeLevels } from './values.ts';

export const riskSchemeKind = kind({
  name: 'riskScheme',
  table: 'riskSchemes',
  label: 'rating scheme',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    name: valueField('Name', aName, ''),
    version: valueField('Version', aWholeNumber(1), 1),
    likelihood: valueField<Decoded<typeof schemeLevels>>('Likelihood', schemeLevels, [], levelsInWords),
    impact: valueField<Decoded<typeof schemeLevels>>('Impact', schemeLevels, [], levelsInWords),
    cells: valueField<Decoded<typeof schemeCells>>('Cells', schemeCells, [], (cells) => {
      return `${cells.filter(({ above }) => above).length} of ${cells.length} above the line`;
    }),
    mapping: valueField<Decoded<typeof aMapping>>('Cells of the version before', aMapping, null, (mapping) =>
      mapping === null ? 'none' : `${mapping.cells.length} carried over`,
    ),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ name, version }) => `${name}, version ${version}`,
});

export type RiskScheme = RecordOf<typeof riskSchemeKind>;

function levelsInWords(levels: Decoded<typeof schemeLevels>): string {
  return levels.map(({ code, label }) => `${code} ${label}`).join(', ');
}
