/** Notes that are shared. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { longestNote, noteKind, type Note, type noteFields } from './note.ts';

export type NoteValues = ValuesOf<typeof noteFields>;
export type NewNote = Omit<NoteValues, 'madeOn'>;

export type NoteRefusal = { readonly type: 'NothingNoted' } | { readonly type: 'NoteTooLong'; readonly most: number };

function refusalOf(words: string, quote: string): NoteRefusal | null {
  if (words.trim() === '' && quote === '') return { type: 'NothingNoted' };
  return words.length > longestNote ? { type: 'NoteTooLong', most: longestNote } : null;
}

export const addNote: Command<{ readonly id: string; readonly values: NewNote }, NoteRefusal> = (
  { id, values },
  { today },
) => {
  const refusal = refusalOf(values.words, values.quote);
  if (refusal !== null) return refuse(refusal);
  const label = values.words.trim() === '' ? 'Marked words in a paper' : 'Added a note';
  return ok(draft(label, '', [create(noteKind, id, { ...values, words: values.words.trim(), madeOn: today })]));
};

export const changeNote: Command<{ readonly note: Note; readonly values: Partial<NoteValues> }, NoteRefusal> = ({
  note,
  values,
}) => {
  const refusal = refusalOf(values.words ?? note.words, note.quote);
  return refusal === null ? ok(draft('Changed a note', '', [set(noteKind, note, values)])) : refuse(refusal);
};

export const removeNote: Command<{ readonly note: Note }> = ({ note }) =>
  ok(draft('Removed a note', '', [remove(noteKind, note.id)]));
