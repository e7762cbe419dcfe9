/** Opens a PDF to be shown or printed. It is read piece by piece, so that a pack of 90 MB opens as fast as a letter. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PageSize } from './page-layout.ts';

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  readonly pageCount: number;
  /** One for each page: the number it carries. */
  readonly labels: ReadonlyArray<string>;
  readonly close: () => void;
}

export type OpenFailure = 'locked' | 'damaged' | 'unreadable';

export type Opening =
  { readonly type: 'open'; readonly pdf: OpenedPdf } | { readonly type: 'failed'; readonly reason: OpenFailure };

/** Large enough that a page seldom takes two pieces, small enough that the first comes at once. */
const pieceSize = 256 * 1024;

class BundledFiles {
  // pdf.js makes this itself and calls it for each file it needs.
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const { readPdfAsset } = await import('./pdf-assets.ts');
    return readPdfAsset(filename);
  }
}

/** Refuses with a reason; what `makeWorker` makes is ended by `close`. */
export async function openPdf(file: Blob, makeWorker: () => Worker): Promise<Opening> {
  // The worker starts while the library is loaded.
  const worker = makeWorker();
  const library = await import('pdfjs-dist');
  const broken = Promise.withResolvers<never>();
  worker.addEventListener('error', () => broken.reject(new Error('The PDF worker stopped')), { once: true });
  broken.promise.catch(() => {});

  const range = new library.PDFDataRangeTransport(file.size, null);
  range.requestDataRange = (begin: number, end: number): void => {
    file
      .slice(begin, end)
      .arrayBuffer()
      .then((piece) => range.onDataRange(begin, new Uint8Array(piece)))
      .catch(broken.reject);
  };
  const port = new library.PDFWorker({ port: worker as never, verbosity: library.VerbosityLevel.ERRORS });
  const task = library.getDocument({
    range,
    worker: port,
    rangeChunkSize: pieceSize,
    disableAutoFetch: true,
    disableStream: true,
    useWorkerFetch: false,
    BinaryDataFactory: BundledFiles,
    // The same look on every laptop, whatever fonts it has.
    useSystemFonts: false,
    enableXfa: false,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  const locked = Promise.withResolvers<never>();
  locked.promise.catch(() => {});
  task.onPassword = () => locked.reject(new library.PasswordException('locked', 1));

  function close(): void {
    void task.destroy().finally(() => {
      port.destroy();
      worker.terminate();
    });
  }

  try {
    const document = await Promise.race([task.promise, broken.promise, locked.promise]);
    const labels = await Promise.race([document.getPageLabels(), broken.promise]);
    const pageCount = document.numPages;
    return {
      type: 'open',
      pdf: {
        document,
        pageCount,
        labels: Array.from({ length: pageCount }, (_, index) => labels?.[index] || String(index + 1)),
        close,
      },
    };
  } catch (fault) {
    close();
    return { type: 'failed', reason: reasonOf(fault) };
  }
}

function reasonOf(fault: unknown): OpenFailure {
  if (!(fault instanceof Error)) return 'unreadable';
  if (fault.name === 'PasswordException') return 'locked';
  // Whatever else pdf.js cannot make sense of it names itself; the rest is a file that could not be read at all.
  return fault.name === 'NotReadableError' || fault.name === 'NotFoundError' ? 'unreadable' : 'damaged';
}

/** What happened, what is safe and what to do. */
export function openFailureWords(reason: OpenFailure): { readonly title: string; readonly text: string } {
  switch (reason) {
    case 'locked':
      return {
        title: 'This PDF is locked with a password',
        text: 'The file is kept as it is. Ask its author for a copy without a password and replace it.',
      };
    case 'damaged':
      return {
        title: 'This PDF is damaged and cannot be shown',
        text: 'The file is kept as it is. Ask its author for a fresh copy and replace it.',
      };
    case 'unreadable':
      return {
        title: 'This PDF could not be read',
        text: 'Nothing was changed. Close it and open it again; if it still cannot be read, restart the app.',
      };
  }
}

export function sizeOfPage(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width: width > 0 ? width : 1, height: height > 0 ? height : 1 };
}
