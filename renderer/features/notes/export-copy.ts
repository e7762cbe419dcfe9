/** A copy of what is read with the notes in it, for readers who have no Packhorse. */
import { annotatedCopy, type NoteOnPage } from '#shared/pdf/annotated-copy.ts';
import type { PdfRefusal } from '#shared/pdf/refusal.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { flateCodec } from '#renderer/data/flate-codec.ts';
import type { PageReader } from '#renderer/ui/pdf/opened-viewer.tsx';
import type { PlacedNote } from './place-notes.ts';

/** Shared notes, and private ones where that is wished. Notes that stand on no page are in no copy. */
export async function copyWithNotes(
  file: Blob,
  placed: ReadonlyArray<PlacedNote>,
  reader: PageReader,
  withPrivate: boolean,
): Promise<Result<Blob, PdfRefusal>> {
  const notes: NoteOnPage[] = [];
  for (const { held, page, words } of placed) {
    if (page === null || (held.isPrivate && !withPrivate)) continue;
    const quads = words === null ? [] : await reader.quadsOf(page, words.start, words.end);
    notes.push({ page, quads, words: held.note.words, author: held.note.by });
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = { write: (bytes: Uint8Array): void => void pieces.push(new Uint8Array(bytes)) };
  const made = await annotatedCopy(new Uint8Array(await file.arrayBuffer()), notes, { sink, codec: flateCodec });
  return made.ok ? ok(new Blob(pieces, { type: 'application/pdf' })) : made;
}
