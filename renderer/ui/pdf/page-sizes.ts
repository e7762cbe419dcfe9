/**
 * The sizes of a document's pages, learnt in the background. Until a page is known it is taken to be as large as the first
 * one shown, which nearly all are.
 */
import { sizeOfPage, type OpenedPdf } from './open-pdf.ts';
import type { PageSize } from './page-layout.ts';

export interface PageSizes {
  /** The same list until something in it changes. */
  readonly current: () => ReadonlyArray<PageSize>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Of pages asked for before their turn came. */
  readonly learn: (page: number, size: PageSize) => void;
  readonly stop: () => void;
}

const pagesAtOnce = 16;
/** In milliseconds: changes are told together, for each lays out all pages anew. */
const tellAfter = 100;

/** Begins with `firstPage`, counted from 1, and goes on from there. */
export async function measurePages(pdf: OpenedPdf, firstPage: number): Promise<PageSizes> {
  const usual = sizeOfPage(await pdf.document.getPage(firstPage));
  const known: PageSize[] = Array.from({ length: pdf.pageCount }, () => usual);
  let told: ReadonlyArray<PageSize> = [...known];
  const listeners = new Set<() => void>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stopped = new AbortController();

  function tell(): void {
    waiting = undefined;
    told = [...known];
    for (const listener of listeners) listener();
  }

  function learn(page: number, size: PageSize): void {
    const before = known[page - 1];
    if (
      stopped.signal.aborted ||
      before === undefined ||
      (before.width === size.width && before.height === size.height)
    )
      return;
    known[page - 1] = size;
    waiting ??= setTimeout(tell, tellAfter);
  }

  async function measureAll(): Promise<void> {
    for (let begin = 0; begin < pdf.pageCount && !stopped.signal.aborted; begin += pagesAtOnce) {
      const pages = Array.from(
        { length: Math.min(pagesAtOnce, pdf.pageCount - begin) },
        (_, index) => ((firstPage - 1 + begin + index) % pdf.pageCount) + 1,
      );
      await Promise.all(
        pages.map(async (page) => {
          // A page that cannot be read keeps the usual size; it says so itself when it comes into view.
          const read = await pdf.document.getPage(page).catch(() => null);
          if (read !== null) learn(page, sizeOfPage(read));
        }),
      );
    }
  }
  void measureAll();

  return {
    current: () => told,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    learn,
    stop: () => {
      stopped.abort();
      clearTimeout(waiting);
    },
  };
}
