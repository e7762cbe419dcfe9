import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLive } from '#renderer/data/session-context.tsx';
import type { PdfMark } from '#renderer/ui/pdf/marks.ts';
import type { PageReader } from '#renderer/ui/pdf/opened-viewer.tsx';
import { readNotes, type HeldNote } from './notes.queries.ts';
import { placeNotes, type PlacedNote } from './place-notes.ts';
import type { ReadPart } from './read-part.ts';

export interface OpenNotes {
  readonly placed: ReadonlyArray<PlacedNote>;
  readonly marks: ReadonlyArray<PdfMark>;
  readonly reader: PageReader | null;
  onReady(reader: PageReader): void;
}

const none: ReadonlyArray<HeldNote> = [];
const nowhere: ReadonlyArray<PlacedNote> = [];

/** The notes on what is open, each where it stands in the file. */
export function useNotes(parts: ReadonlyArray<ReadPart>): OpenNotes {
  const subjects = useMemo(() => [...new Set(parts.map(({ subject }) => subject))], [parts]);
  const notes = useLive((database) => readNotes(database, subjects), [subjects.join(' ')]) ?? none;
  const [reader, setReader] = useState<PageReader | null>(null);
  const [placed, setPlaced] = useState(nowhere);
  useEffect(() => {
    if (reader === null) return undefined;
    let isWanted = true;
    void placeNotes(notes, parts, reader).then((found) => {
      if (isWanted) setPlaced(found);
    });
    return () => {
      isWanted = false;
    };
  }, [notes, parts, reader]);
  const marks = useMemo(
    () =>
      placed.flatMap(({ held, page, words }): PdfMark[] =>
        page === null || words === null ? [] : [{ id: held.note.id, page, start: words.start, end: words.end }],
      ),
    [placed],
  );
  const onReady = useCallback((ready: PageReader) => setReader(ready), []);
  return { placed, marks, reader, onReady };
}
