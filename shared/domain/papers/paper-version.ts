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

/**
 * What the check before issue must know of a file, beyond its facts. A record of its own, for files attached by an older app
 * have facts but were never looked through so closely: theirs is `null`.
 */
export interface FileContents {
  /** How many of the pages show a picture and no text. */
  readonly scannedPages: number;
  /** Dots to the inch of the finest picture, taken to fill its page; `null` where there is none. */
  readonly scanResolution: number | null;
  /** The language the file says it is in, such as `en-GB`; `null` where it says none. */
  readonly language: string | null;
  /** How many of each a pack leaves out. */
  readonly scripts: number;
  readonly launchActions: number;
  readonly embeddedFiles: number;
  /** A form of the kind that only Adobe's programs can fill in: what it shows is kept as far as it is drawn on the pages. */
  readonly xfaForms: number;
  /** Signatures are kept as pictures, but no longer prove anything. */
  readonly signatures: number;
  /** Form fields, whose values stay and can no longer be changed. */
  readonly fields: number;
}

const fileContents = objectOf({
  scannedPages: aWholeNumber(0, 100_000),
  scanResolution: orNull(aWholeNumber(1, 100_000)),
  language: orNull(aText(100)),
  scripts: aWholeNumber(),
  launchActions: aWholeNumber(),
  embeddedFiles: aWholeNumber(),
  xfaForms: aWholeNumber(),
  signatures: aWholeNumber(),
  fields: aWholeNumber(),
});

/** The file as it was brought in, where a pack takes a copy made of it. */
export interface OriginalFile {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Why there is a copy: it was damaged and has been written anew; its password was taken off; its scans were made smaller. */
  readonly copied: 'repaired' | 'unlocked' | 'smaller';
}

const originalFile = objectOf({
  sha256: aText(64),
  size: aWholeNumber(),
  copied: oneOf(['repaired', 'unlocked', 'smaller']),
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

function leftOutInWords(contents: FileContents): string {
  const counted: ReadonlyArray<readonly [number, string]> = [
    [contents.scripts, 'scripts'],
    [contents.launchActions, 'launch actions'],
    [contents.embeddedFiles, 'embedded files'],
    [contents.signatures, 'signatures'],
  ];
  const words = counted.filter(([count]) => count > 0).map(([count, of]) => `${of}: ${count}`);
  return words.length === 0 ? 'nothing' : words.join(', ');
}

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
    contents: valueField<FileContents | null>('What a pack leaves out of it', orNull(fileContents), null, (contents) =>
      contents === null ? 'not looked at' : leftOutInWords(contents),
    ),
    original: valueField<OriginalFile | null>('Original', orNull(originalFile), null, (original) =>
      original === null ? 'the file itself' : `kept beside the ${original.copied} copy`,
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
