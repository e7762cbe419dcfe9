import { useId, type ReactElement, type ReactNode } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { OpenedViewer, type ViewerNotes } from './opened-viewer.tsx';
import { openFailureWords } from './open-pdf.ts';
import styles from './pdf-viewer.module.css';
import { useOpenedPdf } from './use-opened-pdf.ts';

export interface PdfViewerProps {
  readonly file: Blob;
  /** Names the region: “Pack for 10 December”. */
  readonly title: string;
  /** Makes the worker PDFs are read in; each document has its own and ends it. */
  readonly makeWorker: () => Worker;
  /** Counted from 1, whatever number the page carries. */
  readonly startPage?: number | undefined;
  readonly onPage?: ((page: number) => void) | undefined;
  /** More tools, at the end of the toolbar. */
  readonly toolbar?: ReactNode;
  readonly notes?: ViewerNotes | undefined;
}

/** Shows a PDF. It takes the height its parent gives it. */
export function PdfViewer({
  file,
  title,
  makeWorker,
  startPage = 1,
  onPage,
  toolbar,
  notes,
}: PdfViewerProps): ReactElement {
  const id = useId();
  const state = useOpenedPdf(file, makeWorker, startPage);
  return (
    <section className={styles['viewer']} aria-label={title} aria-busy={state.type === 'opening' ? true : undefined}>
      {state.type === 'opening' && <Loading label={`Opening ${title}`} />}
      {state.type === 'failed' && (
        <Banner tone="error" title={openFailureWords(state.reason).title} announce>
          {openFailureWords(state.reason).text}
        </Banner>
      )}
      {state.type === 'open' && (
        <OpenedViewer
          key={`${id}-${state.pdf.document.loadingTask.docId}`}
          pdf={state.pdf}
          sizes={state.sizes}
          title={title}
          startPage={Math.min(Math.max(1, Math.trunc(startPage)), state.pdf.pageCount)}
          onPage={onPage}
          toolbar={toolbar}
          notes={notes}
        />
      )}
    </section>
  );
}
