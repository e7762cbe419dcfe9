/** What is in place against a risk, or against several: who keeps it up, whether it is enough, and who says that it works. */
import { kind, setField, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, listOf, oneOf, orNull } from '#shared/kernel/decode.ts';
import { adequacies, aLongText, aName, type Adequacy } from './values.ts';
import { adequacyWords, assuranceWords } from './words.ts';

export const riskControlKind = kind({
  name: 'riskControl',
  table: 'riskControls',
  label: 'control',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    riskIds: setField('Risks', listOf(aText(64), 10_000)),
    text: valueField('Control', aLongText, ''),
    /** The organisation or person that keeps it up. */
    owner: valueField('Kept up by', aName, ''),
    adequacy: valueField<Adequacy>('Adequacy', oneOf(adequacies), 'notAssessed', (value) => adequacyWords[value]),
    /** 0 where nobody assures it; 1 the service itself, 2 those who watch over it, 3 an outsider. */
    assuranceLine: valueField('Assurance', aWholeNumber(0, 3), 0, (line) => assuranceWords[line] ?? ''),
    lastAssuredOn: valueField<CivilDate | null>('Last assured on', orNull(aCivilDate), null),
    evidence: valueField('Evidence', aLongText, ''),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ text }) => text.slice(0, 80),
});

export type RiskControl = RecordOf<typeof riskControlKind>;
