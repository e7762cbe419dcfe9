/** Notes on what is being read, shared ones and those of this reader alone. */
import { noteKind, type Note } from '#shared/domain/notes/note.ts';
import { rowsOf, type Database, type PrivateNote } from '#renderer/data/database.ts';

export type HeldNote =
  { readonly isPrivate: false; readonly note: Note } | { readonly isPrivate: true; readonly note: PrivateNote };

export async function readNotes(database: Database, subjects: ReadonlyArray<string>): Promise<ReadonlyArray<HeldNote>> {
  const [shared, own] = await Promise.all([
    rowsOf(database, noteKind).where('subject').anyOf(subjects).toArray(),
    database.privateNotes.where('subject').anyOf(subjects).toArray(),
  ]);
  return [
    ...shared.map((note): HeldNote => ({ isPrivate: false, note })),
    ...own.map((note): HeldNote => ({ isPrivate: true, note })),
  ];
}
