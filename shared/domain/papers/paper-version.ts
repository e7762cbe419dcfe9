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

/** The picture a page was made from. */
export interface SourcePicture {
  /** The picture as it was attached, kept beside the page made from it. */
  readonly sha256: string;
  /** Its type, such as `image/png`. */
  readonly type: string;
  /** What it shows, for people who cannot see it; written into the page. */
  readonly description: string;
}

const sourcePicture = objectOf({ sha256: aText(64), type: aText(100), description: aText(1000) });

export const paperVersionKind = kind({
  name: 'paperVersion',
  table: 'paperVersions',
  label: 'version of a paper',
  since: 1,
  fields: {
    paperId: valueField('Paper', aText(64), ''),
    number: valueField('Version', aWholeNumber(1, 10_000), 1),
    /** The PDF. Where a picture was attached, the page made from it. */
    sha256: valueField('Contents', aText(64), ''),
    fileName: valueField('File name', aText(300), ''),
    type: valueField('File type', aText(100), ''),
    size: valueField('Size in bytes', aWholeNumber(), 0),
    facts: valueField<FileFacts | null>('What is in it', orNull(fileFacts), null, (facts) =>
      facts === null ? 'not looked at' : `${facts.pages} pages`,
    ),
    picture: valueField<SourcePicture | null>('Picture', orNull(sourcePicture), null, (picture) =>
      picture === null ? 'none' : picture.description,
    ),
    addedOn: valueField<CivilDate | null>('Added on', orNull(aCivilDate), null),
    addedBy: valueField('Added by', aText(200), ''),
    note: valueField('Note', aText(1000), ''),
  },
  indexes: ['paperId', 'sha256'],
  parent: { kind: 'paper', field: 'paperId' },
  titleOf: ({ fileName }) => fileName,
});

export type PaperVersion = RecordOf<typeof paperVersionKind>;
