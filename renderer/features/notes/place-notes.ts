/** Where notes stand in the file that is open. */
import { placeQuote } from '#shared/domain/notes/placing.ts';
import type { PageReader } from '#renderer/ui/pdf/opened-viewer.tsx';
import type { HeldNote } from './notes.queries.ts';
import type { ReadPart } from './read-part.ts';

export interface PlacedNote {
  readonly held: HeldNote;
  /** The page in the file, counted from 1; `null` where it could not be placed. */
  readonly page: number | null;
  /** The words it is on; `null` where it is on the page as a whole. */
  readonly words: { readonly start: number; readonly end: number } | null;
}

/** In the order of the pages, those that could not be placed last. */
export async function placeNotes(
  notes: ReadonlyArray<HeldNote>,
  parts: ReadonlyArray<ReadPart>,
  reader: PageReader,
): Promise<ReadonlyArray<PlacedNote>> {
  const texts = new Map<number, Promise<string>>();
  const textOf = async (page: number): Promise<string> => {
    const known = texts.get(page) ?? reader.textOf(page).catch(() => '');
    texts.set(page, known);
    return known;
  };
  const placed = await Promise.all(notes.map(async (held) => placeNote(held, parts, reader.pageCount, textOf)));
  return placed.sort(
    (a, b) => (a.page ?? Infinity) - (b.page ?? Infinity) || (a.words?.start ?? -1) - (b.words?.start ?? -1),
  );
}

async function placeNote(
  held: HeldNote,
  parts: ReadonlyArray<ReadPart>,
  pageCount: number,
  textOf: (page: number) => Promise<string>,
): Promise<PlacedNote> {
  const { note } = held;
  const unplaced = { held, page: null, words: null };
  // In a consolidated pack a paper may stand twice: a note belongs to the version it was made on, else to the newest.
  const those = parts.filter(({ subject }) => subject === note.subject);
  const named = those.find(({ says }) => says === note.says) ?? those.at(-1);
  if (named === undefined) return unplaced;
  const part = { ...named, pages: Math.min(named.pages, pageCount - named.first + 1) };
  const isSame = part.says === note.says;
  if (note.quote === '') {
    return isSame ? { held, page: part.first + Math.min(note.page, part.pages) - 1, words: null } : unplaced;
  }
  if (isSame && note.page <= part.pages) {
    const here = placeQuote({ ...note, page: 1 }, [await textOf(part.first + note.page - 1)]);
    if (here !== null) return { held, page: part.first + note.page - 1, words: here };
  }
  const texts = await Promise.all(Array.from({ length: part.pages }, (_, at) => textOf(part.first + at)));
  const found = placeQuote(note, texts);
  return found === null ? unplaced : { held, page: part.first + found.page - 1, words: found };
}
