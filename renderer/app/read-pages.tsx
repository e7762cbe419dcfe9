import type { ReactElement } from 'react';
import { useReadingPlace } from '#renderer/features/notes/use-reading-place.ts';
import { WithNotes } from '#renderer/features/notes/with-notes.tsx';
import type { ReadPart } from '#renderer/features/notes/read-part.ts';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { PdfViewer } from '#renderer/ui/pdf/pdf-viewer.tsx';

export interface ReadPagesProps {
  /** Names what is read, for the place where somebody left off. */
  readonly placeKey: string;
  readonly file: Blob;
  readonly title: string;
  readonly parts: ReadonlyArray<ReadPart>;
  readonly labelOf: (page: number) => string;
}

/** The viewer with the reader’s notes, opened where they left off. */
export function ReadPages({ placeKey, file, title, parts, labelOf }: ReadPagesProps): ReactElement | null {
  const place = useReadingPlace(placeKey);
  if (place.page === undefined) return null;
  return (
    <WithNotes file={file} title={title} parts={parts} labelOf={labelOf}>
      {({ notes, toolbar, onPage }) => (
        <PdfViewer
          file={file}
          title={title}
          makeWorker={makePdfWorker}
          startPage={place.page}
          notes={notes}
          toolbar={toolbar}
          onPage={(page) => {
            place.turnedTo(page);
            onPage(page);
          }}
        />
      )}
    </WithNotes>
  );
}
