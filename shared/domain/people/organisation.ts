import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText, oneOf } from '#shared/kernel/decode.ts';

/** How a partner stands to the partnership (Children Act 2004 and the protocols: those with a duty to cooperate, and others). */
export const partnerships = ['primary', 'relevant', 'representative', 'other'] as const;
export type Partnership = (typeof partnerships)[number];

export const organisationKind = kind({
  name: 'organisation',
  table: 'organisations',
  label: 'organisation',
  since: 1,
  fields: {
    name: valueField('Organisation', aText(200), ''),
    partnership: valueField<Partnership>('Kind of partner', oneOf(partnerships), 'other'),
    note: valueField('Note', aText(2000), ''),
  },
  indexes: ['name'],
  parent: null,
  titleOf: ({ name }) => name,
});

export type Organisation = RecordOf<typeof organisationKind>;
