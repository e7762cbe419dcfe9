/** One version of a paper that came as a file. Written once; a newer version stands beside it. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aBoolean, aText, aWholeNumber, objectOf, oneOf, orNull } from '#shared/kernel/decode.ts';

/** What was found in the file when it was attached. */
export interface FileFacts {
  readonly pages: number;
  /** Whether it carries tags of its own, words without tags, or pictures of pages only. */
  readonly access: 'tagged' | 'words' | 'scan';
  /** Whether its table of objects was broken and could be mended. */
  readonly repaired: boolean;
}

const fileFacts = objectOf({
  pages: aWholeNumber(1, 100_000),
  access: oneOf(['tagged', 'words', 'scan']),
  repaired: aBoolean,
});

export const paperVersionKind = kind({
  name: 'paperVersion',
  table: 'paperVersions',
  label: 'version of a paper',
  since: 1,
  fields: {
    paperId: valueField('Paper', aText(64), ''),
    number: valueField('Version', aWholeNumber(1, 10_000), 1),
    sha256: valueField('Contents', aText(64), ''),
    fileName: valueField('File name', aText(300), ''),
    type: valueField('File type', aText(100), ''),
    size: valueField('Size in bytes', aWholeNumber(), 0),
    facts: valueField<FileFacts | null>('What is in it', orNull(fileFacts), null, (facts) =>
      facts === null ? 'not looked at' : `${facts.pages} pages`,
    ),
    addedOn: valueField<CivilDate | null>('Added on', orNull(aCivilDate), null),
    note: valueField('Note', aText(1000), ''),
  },
  indexes: ['paperId', 'sha256'],
  parent: { kind: 'paper', field: 'paperId' },
  titleOf: ({ fileName }) => fileName,
});

export type PaperVersion = RecordOf<typeof paperVersionKind>;
