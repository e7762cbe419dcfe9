/**
 * A paper: written in the app from the report template, or brought in as a file. A file paper has versions, of which the
 * latest counts and the older ones are kept.
 */
import { kind, textField, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, listOf, objectOf, oneOf, orNull, type Decoded } from '#shared/kernel/decode.ts';

export const paperForms = ['written', 'file'] as const;
export type PaperForm = (typeof paperForms)[number];

export const paperStatuses = ['draft', 'ready', 'cleared', 'issued'] as const;
export type PaperStatus = (typeof paperStatuses)[number];
/** Those that officers mark a paper with. Issued it becomes with the pack that it is in. */
export const markedStatuses = paperStatuses.filter((status) => status !== 'issued');

/** The most characters that each field of a paper's head holds. */
export const longestHead = { title: 500, reference: 60, author: 200, reportOf: 200, contact: 300 } as const;

const anOriginal = objectOf({ sha256: aText(64), fileName: aText(300) });
export type Original = Decoded<typeof anOriginal>;

/** The most of the recommendations, and of a comment on them, that is kept to compare with. */
export const longestSeen = 20_000;

const aSeenComment = objectOf({
  section: aText(60),
  by: aText(200),
  on: aCivilDate,
  recommendations: aText(longestSeen),
  comment: aText(longestSeen),
});
/** What an officer had before them when they confirmed their statutory comment. */
export type SeenComment = Decoded<typeof aSeenComment>;

function dayInWords(day: CivilDate | null): string {
  return day === null ? 'none' : withYear(day);
}

export const paperKind = kind({
  name: 'paper',
  table: 'papers',
  label: 'paper',
  since: 1,
  fields: {
    meetingId: valueField('Meeting', orNull(aText(64)), null),
    itemId: valueField('Agenda item', orNull(aText(64)), null),
    /** Its place among the papers of one item. */
    place: valueField('Place among the papers', aText(400), ''),
    title: valueField('Title', aText(longestHead.title), ''),
    form: valueField<PaperForm>('Form', oneOf(paperForms), 'written'),
    status: valueField<PaperStatus>('Status', oneOf(paperStatuses), 'draft'),
    reference: valueField('Reference', aText(longestHead.reference), ''),
    author: valueField('Author', aText(longestHead.author), ''),
    reportOf: valueField('Report of', aText(longestHead.reportOf), ''),
    contact: valueField('Contact', aText(longestHead.contact), ''),
    /** The day its author owes it by, where that is not the day on which the meeting's papers go out. */
    dueOn: valueField<CivilDate | null>('Due date', orNull(aCivilDate), null, dayInWords),
    /** The day it was past drafting; nothing while it is still owed, or where an older Packhorse did not keep it. */
    receivedOn: valueField<CivilDate | null>('Received on', orNull(aCivilDate), null, dayInWords),
    /** The words of a written paper. */
    body: textField('Text'),
    /** The Word file that its text was imported from last, kept as it was. */
    original: valueField<Original | null>('Original file', orNull(anOriginal), null, (file) =>
      file === null ? 'none' : file.fileName,
    ),
    seen: valueField<ReadonlyArray<SeenComment>>('Confirmed comments', listOf(aSeenComment, 20), [], (seen) =>
      seen.map(({ by }) => by).join(', '),
    ),
    /** The latest version of a file paper. */
    versionId: valueField('Version', orNull(aText(64)), null),
  },
  indexes: ['meetingId', 'itemId', 'status', 'author', 'title'],
  parent: { kind: 'agendaItem', field: 'itemId' },
  titleOf: ({ title }) => title,
});

export type Paper = RecordOf<typeof paperKind>;
