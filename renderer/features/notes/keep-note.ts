/**
 * Keeping notes. Shared ones are saves like any other. Private ones are written to a table of their own and never become a
 * save: what is in the log goes into bundles, and these must not leave the laptop.
 */
import { addNote, changeNote, removeNote, type NewNote } from '#shared/domain/notes/note.commands.ts';
import { isStorageFull, run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import type { HeldNote } from './notes.queries.ts';

/** Whether it was kept. */
export async function keepNew(session: Session, values: NewNote, isPrivate: boolean): Promise<boolean> {
  const id = session.newId();
  if (!isPrivate) return (await run(session, addNote, { id, values })).ok;
  const note = { ...values, id, words: values.words.trim(), madeOn: session.today };
  return kept(() => session.database.privateNotes.add(note));
}

type Changes = Partial<Pick<NewNote, 'words' | 'says' | 'page' | 'quote' | 'before' | 'after'>>;

export async function keepChanged(session: Session, held: HeldNote, values: Changes): Promise<boolean> {
  if (!held.isPrivate) return (await run(session, changeNote, { note: held.note, values })).ok;
  return kept(() => session.database.privateNotes.update(held.note.id, values));
}

export async function remove(session: Session, held: HeldNote): Promise<boolean> {
  if (!held.isPrivate) return (await run(session, removeNote, { note: held.note })).ok;
  return kept(() => session.database.privateNotes.delete(held.note.id));
}

async function kept(write: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (fault) {
    if (isStorageFull(fault)) return false;
    throw fault;
  }
}
