/**
 * A pack as it was given to members: what stands in it, on which pages, and the hash of every part. Written once.
 *
 * The main pack is issue 1. Each supplement numbers on from the last page and moves the pack to its next issue, so no number
 * is ever used twice; a consolidated pack is the issues so far in one file, page for page (board-papers, invariants 1 to 3).
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aBoolean, aText, aWholeNumber, listOf, objectOf, oneOf, orNull, type Decoded } from '#shared/kernel/decode.ts';

export const editions = ['public', 'restricted'] as const;
export type Edition = (typeof editions)[number];

export const packForms = ['main', 'supplement', 'consolidated'] as const;
export type PackForm = (typeof packForms)[number];

export const partRoles = ['cover', 'agenda', 'paper', 'manifest'] as const;

/** One run of pages in a pack, as it is kept. */
export const issuedPartShape = {
  /** Names it within the file, for links to lead to. */
  id: aText(200),
  role: oneOf(partRoles),
  paperId: orNull(aText(64)),
  /** The agenda item it stands under, and that item's number as issued. */
  itemId: orNull(aText(64)),
  itemNumber: aText(40),
  title: aText(500),
  reference: aText(60),
  /** Such as `2`: of a file paper the version's number, of a written one how often it had been issued. */
  version: aWholeNumber(1),
  /** Written and printed by us. */
  isOurs: aBoolean,
  /** What its words say, as a hash: another pack holds the same when this is the same. */
  says: aText(64),
  /** SHA-256 of its pages as they were put in, kept among the files. */
  sha256: aText(64),
  /** The number printed on its first page, without the R of a restricted pack. */
  first: aWholeNumber(1),
  pages: aWholeNumber(1),
};

const issuedPart = objectOf(issuedPartShape);

export type IssuedPart = Decoded<typeof issuedPart>;

const issuedItem = objectOf({
  id: aText(64),
  number: aText(40),
  depth: aWholeNumber(0, 20),
  /** Empty where the item is kept from the public and the pack is the public one. */
  title: aText(500),
});

/** A line of the agenda as it was issued: its number stays. */
export type IssuedItem = Decoded<typeof issuedItem>;

export const issuedPackKind = kind({
  name: 'issuedPack',
  table: 'issuedPacks',
  label: 'issued pack',
  since: 2,
  isFinal: true,
  fields: {
    meetingId: valueField('Meeting', aText(64), ''),
    edition: valueField<Edition>('Edition', oneOf(editions), 'public'),
    form: valueField<PackForm>('Form', oneOf(packForms), 'main'),
    /** 1 for the main pack, one more with each supplement. */
    issue: valueField('Issue', aWholeNumber(1, 1000), 1),
    title: valueField('Title', aText(1000), ''),
    fileName: valueField('File name', aText(300), ''),
    /** The numbers printed on its first and last page, without the R of a restricted pack. */
    first: valueField('First page', aWholeNumber(1), 1),
    last: valueField('Last page', aWholeNumber(1), 1),
    sha256: valueField('Contents', aText(64), ''),
    bytes: valueField('Size in bytes', aWholeNumber(), 0),
    isSensitive: valueField('“OFFICIAL-SENSITIVE” on every page', aBoolean, false),
    items: valueField<ReadonlyArray<IssuedItem>>(
      'Agenda as issued',
      listOf(issuedItem, 5000),
      [],
      (items) => `${items.length} items`,
    ),
    parts: valueField<ReadonlyArray<IssuedPart>>(
      'What is in it',
      listOf(issuedPart, 20_000),
      [],
      (parts) => `${parts.length} parts`,
    ),
    /** Papers issued before that this supplement takes back. */
    withdrawn: valueField<ReadonlyArray<string>>('Withdrawn papers', listOf(aText(64)), [], (ids) =>
      String(ids.length),
    ),
    /** Who may have it; of a restricted pack only. */
    access: valueField<ReadonlyArray<string>>('Access list', listOf(aText(200)), [], (names) => names.join(', ')),
    issuedOn: valueField<CivilDate | null>('Issued on', orNull(aCivilDate), null),
    issuedBy: valueField('Issued by', aText(200), ''),
  },
  indexes: ['meetingId'],
  parent: { kind: 'meeting', field: 'meetingId' },
  titleOf: ({ title }) => title,
});

export type IssuedPack = RecordOf<typeof issuedPackKind>;
