import { useState, type ReactElement, type ReactNode } from 'react';
import { IssuedPage } from '#renderer/features/packs/issued-page.tsx';
import { PackPage, type ShownPack } from '#renderer/features/packs/pack-page.tsx';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { PdfViewer } from '#renderer/ui/pdf/pdf-viewer.tsx';
import { PrintDialog } from '#renderer/ui/pdf/print-dialog.tsx';

export interface PackScreenProps {
  readonly meetingId: string;
}

/** A meeting's pack with the viewer in it. */
export function PackScreen({ meetingId }: PackScreenProps): ReactElement {
  return (
    <WithPrinting>{(onPrint) => <PackPage meetingId={meetingId} viewerOf={viewerOf} onPrint={onPrint} />}</WithPrinting>
  );
}

export interface IssuedScreenProps {
  readonly id: string;
}

/** A pack as it was issued, with the viewer in it. */
export function IssuedScreen({ id }: IssuedScreenProps): ReactElement {
  return <WithPrinting>{(onPrint) => <IssuedPage id={id} viewerOf={viewerOf} onPrint={onPrint} />}</WithPrinting>;
}

function viewerOf({ file, title }: ShownPack): ReactNode {
  return <PdfViewer file={file} title={title} makeWorker={makePdfWorker} />;
}

interface WithPrintingProps {
  readonly children: (onPrint: (shown: ShownPack) => void) => ReactNode;
}

function WithPrinting({ children }: WithPrintingProps): ReactElement {
  const [printing, setPrinting] = useState<ShownPack | null>(null);
  return (
    <>
      {children(setPrinting)}
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
