/**
 * A reader's note on pages: on words that were marked, or on a page as a whole. It is anchored to what was read (a paper, as
 * it said then) and to the words quoted, never to a place in a file, so that it stays with them when a pack is built again.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, orNull } from '#shared/kernel/decode.ts';

export const longestNote = 10_000;
/** The most of the quoted words, and of those around them, that is kept. */
export const longestQuote = 2000;
export const contextLength = 60;

export const noteFields = {
  /** The paper it is on; for other pages of a pack, the meeting and what they are. */
  subject: valueField('On', aText(200), ''),
  /** What the paper said, as a hash: another version says something else. */
  says: valueField('Version', aText(64), ''),
  /** The page within the paper, counted from 1. */
  page: valueField('Page', aWholeNumber(1), 1),
  /** The words marked; empty for a note on the page as a whole. */
  quote: valueField('Quoted words', aText(longestQuote), ''),
  before: valueField('Words before', aText(contextLength * 2), ''),
  after: valueField('Words after', aText(contextLength * 2), ''),
  /** Empty where words are only marked. */
  words: valueField('Note', aText(longestNote), ''),
  by: valueField('By', aText(200), ''),
  madeOn: valueField<CivilDate | null>('Made on', orNull(aCivilDate), null),
};

/** Notes that colleagues see. Private ones have the same fields and never become a save (renderer/data, private notes). */
export const noteKind = kind({
  name: 'note',
  table: 'notes',
  label: 'note',
  since: 2,
  fields: noteFields,
  indexes: ['subject'],
  parent: null,
  titleOf: ({ words, quote }) => (words === '' ? quote : words).slice(0, 80),
});

export type Note = RecordOf<typeof noteKind>;
