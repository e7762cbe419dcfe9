/**
 * A name for a version of a written paper, such as “As cleared by the Director”. The version itself is in the log, which keeps every
 * save; the name says at which save it stood, and which others were in it, so that what a colleague wrote before and sends
 * later is not taken for what was cleared.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove } from '#shared/changes/draft.ts';
import type { VersionVector } from '#shared/changes/version-vector.ts';
import { aText, aWholeNumber, mapOf, orNull } from '#shared/kernel/decode.ts';
import { ok, refuse } from '#shared/kernel/result.ts';

export const longestVersionName = 120;

export const namedVersionKind = kind({
  name: 'namedVersion',
  table: 'namedVersions',
  label: 'named version',
  since: 3,
  fields: {
    paperId: valueField('Paper', aText(64), ''),
    name: valueField('Name', aText(longestVersionName), ''),
    /** Device and sequence of the save after which the paper read so: `device-seq`. */
    save: valueField('Save', aText(100), ''),
    by: valueField('Named by', aText(300), ''),
    /** The last save of each device that is in it; nothing in names given before this was kept. */
    heads: valueField<VersionVector | null>('What is in it', orNull(mapOf(aWholeNumber(1))), null, () => 'as it stood'),
  },
  indexes: ['paperId'],
  parent: { kind: 'paper', field: 'paperId' },
  titleOf: ({ name }) => name,
});

export type NamedVersion = RecordOf<typeof namedVersionKind>;

export interface NameVersion {
  readonly paperId: string;
  readonly save: string;
  readonly name: string;
  readonly by: string;
  readonly heads: VersionVector;
}

export const nameVersion: Command<NameVersion, { readonly type: 'NoName' }> = ({ name, ...version }, context) => {
  const said = name.trim();
  return said === '' || said.length > longestVersionName
    ? refuse({ type: 'NoName' })
    : ok(
        draft(`Named a version “${said}”`, '', [create(namedVersionKind, context.newId(), { ...version, name: said })]),
      );
};

export const forgetVersionName: Command<{ readonly version: NamedVersion }> = ({ version }) =>
  ok(draft(`Took the name “${version.name}” off a version`, '', [remove(namedVersionKind, version.id)]));
