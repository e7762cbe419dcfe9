/** The workspace itself: one record, whose id is always the same, so that every laptop speaks of the same one. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aBoolean, aText } from '#shared/kernel/decode.ts';

export const workspaceId = 'workspace';

export const workspaceKind = kind({
  name: 'workspace',
  table: 'workspaces',
  label: 'workspace',
  since: 1,
  fields: {
    name: valueField('Workspace name', aText(200), ''),
    organisation: valueField('Organisation', aText(200), ''),
    isSample: valueField('Sample', aBoolean, false),
  },
  indexes: [],
  parent: null,
  titleOf: ({ name }) => name,
});

export type Workspace = RecordOf<typeof workspaceKind>;
