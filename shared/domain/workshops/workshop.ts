/** A workshop in which a board looks for its risks: cards written fast, gathered under themes, turned into scenarios and voted on. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aBoolean, aText, orNull } from '#shared/kernel/decode.ts';

export const workshopKind = kind({
  name: 'workshop',
  table: 'workshops',
  label: 'workshop',
  since: 5,
  fields: {
    registerId: valueField('Register', aText(64), ''),
    name: valueField('Name', aText(300), ''),
    heldOn: valueField<CivilDate | null>('Held on', orNull(aCivilDate), null),
    isOver: valueField('Over', aBoolean, false),
  },
  indexes: ['registerId'],
  parent: { kind: 'riskRegister', field: 'registerId' },
  titleOf: ({ name }) => name,
});

export type Workshop = RecordOf<typeof workshopKind>;
