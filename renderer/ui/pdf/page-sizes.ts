/**
 * The sizes of a document's pages. Until a page is known it is taken to be as large as the first one shown, which nearly all
 * are. Those around the page being read are learnt before they come into view; the rest only of a file small enough, for
 * page by page that means reading all of it.
 */
import { sizeOfPage, type OpenedPdf } from './open-pdf.ts';
import type { PageSize } from './page-layout.ts';

export interface PageSizes {
  /** The same list until something in it changes. */
  readonly current: () => ReadonlyArray<PageSize>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which page is being read, counted from 1. */
  readonly turnTo: (page: number) => void;
  readonly stop: () => void;
}

const before = 8;
const ahead = 16;
const pagesAtOnce = 8;
/** In bytes. */
const smallFile = 8 * 1024 * 1024;
/** In milliseconds: the first page is drawn before anything is learnt of those far off. */
const patience = 1500;
/** In milliseconds: changes are told together, for each lays out all pages anew. */
const tellAfter = 60;

/** Begins with `firstPage`, counted from 1. Rejects when that page cannot be read. */
export async function measurePages(pdf: OpenedPdf, fileSize: number, firstPage: number): Promise<PageSizes> {
  const usual = sizeOfPage(await pdf.document.getPage(firstPage));
  const sizes: PageSize[] = Array.from({ length: pdf.pageCount }, () => usual);
  const asked = new Set([firstPage]);
  const listeners = new Set<() => void>();
  const stopped = new AbortController();
  let told: ReadonlyArray<PageSize> = [...sizes];
  let telling: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    telling = undefined;
    told = [...sizes];
    for (const listener of listeners) listener();
  }

  async function measure(page: number): Promise<void> {
    if (asked.has(page)) return;
    asked.add(page);
    // A page that cannot be read keeps the usual size; it says so itself when it comes into view.
    const read = await pdf.document.getPage(page).catch(() => null);
    if (read === null || stopped.signal.aborted) return;
    const size = sizeOfPage(read);
    if (size.width === usual.width && size.height === usual.height) return;
    sizes[page - 1] = size;
    telling ??= setTimeout(tell, tellAfter);
  }

  async function measureRest(): Promise<void> {
    for (let page = 1; page <= pdf.pageCount && !stopped.signal.aborted; page += pagesAtOnce) {
      const last = Math.min(page + pagesAtOnce - 1, pdf.pageCount);
      await Promise.all(pagesFrom(page, last).map(measure));
    }
  }
  const rest = fileSize <= smallFile ? setTimeout(() => void measureRest(), patience) : undefined;

  return {
    current: () => told,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    turnTo: (page) => {
      const near = pagesFrom(Math.max(1, page - before), Math.min(pdf.pageCount, page + ahead));
      for (const each of near) void measure(each);
    },
    stop: () => {
      stopped.abort();
      clearTimeout(rest);
      clearTimeout(telling);
    },
  };
}

function pagesFrom(first: number, last: number): ReadonlyArray<number> {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
