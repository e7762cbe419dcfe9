import { useEffect, useEffectEvent, useState } from 'react';
import { openPdf, type OpenedPdf, type OpenFailure } from './open-pdf.ts';
import { readOutline, type Bookmark } from './outline.ts';
import { measurePages, type PageSizes } from './page-sizes.ts';

export type PdfState =
  | { readonly type: 'opening' }
  | { readonly type: 'failed'; readonly reason: OpenFailure }
  | { readonly type: 'open'; readonly pdf: OpenedPdf; readonly sizes: PageSizes };

/** A document that is open as long as it is shown. */
export function useOpenedPdf(file: Blob, makeWorker: () => Worker, startPage: number): PdfState {
  const [state, setState] = useState<PdfState & { readonly file: Blob | null }>({ type: 'opening', file: null });
  const make = useEffectEvent(() => makeWorker());
  const start = useEffectEvent(() => startPage);
  useEffect(() => {
    let left = false;
    let close = (): void => {};
    async function open(): Promise<void> {
      const opening = await openPdf(file, make);
      if (opening.type === 'failed') {
        if (!left) setState({ ...opening, file });
        return;
      }
      const { pdf } = opening;
      close = pdf.close;
      if (left) return close();
      try {
        const first = Math.min(Math.max(1, Math.trunc(start())), pdf.pageCount);
        const sizes = await measurePages(pdf, file.size, first);
        close = () => {
          sizes.stop();
          pdf.close();
        };
        if (left) return close();
        setState({ type: 'open', pdf, sizes, file });
      } catch {
        // The first page cannot be read: to the officer that is a damaged file.
        pdf.close();
        if (!left) setState({ type: 'failed', reason: 'damaged', file });
      }
    }
    void open();
    return () => {
      left = true;
      close();
    };
  }, [file]);
  return state.file === file ? state : { type: 'opening' };
}

/** The bookmarks, or null while they are being read. */
export function useOutline(pdf: OpenedPdf): ReadonlyArray<Bookmark> | null {
  const [outline, setOutline] = useState<ReadonlyArray<Bookmark> | null>(null);
  useEffect(() => {
    let left = false;
    readOutline(pdf).then(
      (read) => {
        if (!left) setOutline(read);
      },
      () => {
        if (!left) setOutline([]);
      },
    );
    return () => {
      left = true;
    };
  }, [pdf]);
  return outline;
}
