import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText, orNull } from '#shared/kernel/decode.ts';

export const personKind = kind({
  name: 'person',
  table: 'people',
  label: 'person',
  since: 1,
  fields: {
    name: valueField('Name', aText(200), ''),
    jobTitle: valueField('Role', aText(200), ''),
    organisationId: valueField('Organisation', orNull(aText(64)), null),
    email: valueField('E-mail', aText(200), ''),
    telephone: valueField('Telephone', aText(60), ''),
  },
  indexes: ['name', 'organisationId'],
  parent: null,
  titleOf: ({ name }) => name,
});

export type Person = RecordOf<typeof personKind>;
