import { useLayoutEffect, useState, type RefObject } from 'react';

/** In rem; every row of a grid is as high. */
const rowHeightInRem = 2.25;
const overscan = 10;

export interface RowsInSight {
  /** The first row drawn, from 0. */
  readonly first: number;
  /** The row after the last drawn. */
  readonly last: number;
  /** In pixels. */
  readonly rowHeight: number;
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Which rows of a long grid are in sight. All are equally high, so this is arithmetic and nothing is measured. */
export function useRowsInSight(scroller: RefObject<HTMLDivElement | null>, count: number): RowsInSight {
  const [place, setPlace] = useState({ top: 0, height: 600, rowHeight: rowHeightInRem * 16 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const rowHeight = rowHeightInRem * remInPixels();
      // Whole rows: a scroll within one draws nothing anew.
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const height = element.clientHeight || 600;
      setPlace((was) =>
        was.top === top && was.height === height && was.rowHeight === rowHeight ? was : { top, height, rowHeight },
      );
    };
    look();
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    observer?.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer?.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const { top, height, rowHeight } = place;
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - overscan), Math.max(0, count - 1));
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + overscan);
  return { first, last, rowHeight };
}

/** Scrolls as little as brings a row into sight. Answers with how many rows are in sight at once. */
export function showRow(scroller: HTMLElement | null, row: number): number {
  const rowHeight = rowHeightInRem * remInPixels();
  // The head of the grid covers as much as a row.
  const room = (scroller?.clientHeight || 600) - rowHeight;
  const top = row * rowHeight;
  if (scroller !== null) {
    const below = top + rowHeight - room;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (below > scroller.scrollTop) scroller.scrollTop = below;
  }
  return Math.max(1, Math.floor(room / rowHeight) - 1);
}
