import { useState, type ReactElement } from 'react';
import { PackPage } from '#renderer/features/packs/pack-page.tsx';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { PdfViewer } from '#renderer/ui/pdf/pdf-viewer.tsx';
import { PrintDialog } from '#renderer/ui/pdf/print-dialog.tsx';

export interface PackScreenProps {
  readonly meetingId: string;
}

/** A meeting's pack with the viewer in it. */
export function PackScreen({ meetingId }: PackScreenProps): ReactElement {
  const [printing, setPrinting] = useState<{ readonly file: Blob; readonly title: string } | null>(null);
  return (
    <>
      <PackPage
        meetingId={meetingId}
        viewerOf={(file, title) => <PdfViewer file={file} title={title} makeWorker={makePdfWorker} />}
        onPrint={(file, title) => setPrinting({ file, title })}
      />
      {printing !== null && (
        <PrintDialog
          open
          file={printing.file}
          title={printing.title}
          makeWorker={makePdfWorker}
          onClose={() => setPrinting(null)}
        />
      )}
    </>
  );
}
