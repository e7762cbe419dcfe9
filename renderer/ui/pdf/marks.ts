/** Words marked on the pages, and words just selected on them. */
import { useCallback, useEffect, useRef } from 'react';
import { placesOf, rangeAt } from './page-text.ts';

/** Words of a page that bear a mark. */
export interface PdfMark {
  readonly id: string;
  /** Counted from 1. */
  readonly page: number;
  /** Places in the page's text, from and to. */
  readonly start: number;
  readonly end: number;
}

/** Words of one page that the reader has selected. */
export interface SelectedWords {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** As it stands in the style sheet. */
const markName = 'pdf-note';

/** Draws the marks over the pages near the view; gives what pages call when their words come and go. */
export function useMarks(
  marks: ReadonlyArray<PdfMark>,
  onSelected: (selected: SelectedWords | null) => void,
): (page: number, words: HTMLElement | null) => void {
  const pages = useRef(new Map<number, HTMLElement>());
  const wanted = useRef(marks);
  const told = useRef(onSelected);

  const draw = useCallback((): void => {
    const drawn = new Highlight();
    for (const { page, start, end } of wanted.current) {
      const words = pages.current.get(page);
      const range = words === undefined ? null : rangeAt(words, start, end);
      if (range !== null) drawn.add(range);
    }
    CSS.highlights.set(markName, drawn);
  }, []);

  useEffect(() => {
    wanted.current = marks;
    told.current = onSelected;
    draw();
  }, [marks, onSelected, draw]);

  useEffect(() => {
    const look = (): void => told.current(selectedWords(pages.current));
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
      CSS.highlights.delete(markName);
    };
  }, []);

  return useCallback(
    (page, words) => {
      if (words === null) pages.current.delete(page);
      else pages.current.set(page, words);
      draw();
    },
    [draw],
  );
}

function selectedWords(pages: ReadonlyMap<number, HTMLElement>): SelectedWords | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  for (const [page, words] of pages) {
    // What goes on to the next page is marked as far as its own.
    if (!words.contains(range.startContainer)) continue;
    const places = placesOf(words, range);
    if (places !== null) return { page, ...places };
  }
  return null;
}
