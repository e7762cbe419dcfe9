/**
 * Where the pages of a document stand when they are laid one below another: pure sums, so that 2,000 pages cost nothing but
 * a list of numbers and only those near the view are drawn.
 */
import { scaleOf, type ViewBox, type Zoom } from './zoom.ts';

/** As shown, after the page's own rotation; in points (1/72 inch). */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** In whole CSS pixels, so that a drawn page is not smeared over its neighbours' pixels. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** CSS pixels for each point of the page. */
  readonly scale: number;
}

export interface PagesLayout {
  /** One for each page, in order. */
  readonly boxes: ReadonlyArray<PageBox>;
  readonly width: number;
  readonly height: number;
}

/** A place in the pages that stays the same at every zoom: how far down its page, as a share of the page's height. */
export interface Anchor {
  /** Counted from 1. */
  readonly page: number;
  readonly fraction: number;
}

export const pageGap = 12;

export function layOutPages(sizes: ReadonlyArray<PageSize>, zoom: Zoom, view: ViewBox): PagesLayout {
  let top = pageGap;
  let widest = 0;
  const boxes = sizes.map((size): PageBox => {
    const scale = scaleOf(zoom, size, view);
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    const left = Math.max(pageGap, Math.floor((view.width - width) / 2));
    const box = { left, top, width, height, scale };
    top += height + pageGap;
    widest = Math.max(widest, width);
    return box;
  });
  return { boxes, width: widest + 2 * pageGap, height: top };
}

/** The page that stands at a height, or the one before the gap there; counted from 1. */
export function pageAt(layout: PagesLayout, y: number): number {
  let low = 0;
  let high = layout.boxes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.boxes[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export function anchorAt(layout: PagesLayout, y: number): Anchor {
  const page = pageAt(layout, y);
  const box = layout.boxes[page - 1];
  return { page, fraction: box === undefined ? 0 : (y - box.top) / box.height };
}

export function heightOf(layout: PagesLayout, anchor: Anchor): number {
  const box = layout.boxes[anchor.page - 1];
  return box === undefined ? 0 : box.top + anchor.fraction * box.height;
}

/** The page one would say one is reading: the first of which at least half is in view, or which fills half the view. */
export function pageInView(layout: PagesLayout, top: number, viewHeight: number): number {
  const first = pageAt(layout, top);
  for (let page = first; page <= layout.boxes.length; page += 1) {
    const box = layout.boxes[page - 1];
    if (box === undefined || box.top >= top + viewHeight) break;
    const shown = Math.min(box.top + box.height, top + viewHeight) - Math.max(box.top, top);
    if (shown * 2 >= Math.min(box.height, viewHeight)) return page;
  }
  return first;
}
