/** How large pages are shown. */

export type Zoom = 'width' | 'page' | number;

/** The room the pages have, in CSS pixels. */
export interface ViewBox {
  readonly width: number;
  readonly height: number;
}

/** In per cent; 100 is the size on paper, as far as the screen tells its own. */
export const zoomSteps: ReadonlyArray<number> = [50, 75, 100, 125, 150, 200, 250, 300];

/** CSS pixels for each point at 100 per cent. */
export const pixelsPerPoint = 96 / 72;

const leastPercent = 5;
const most = 300;
const margin = 24;

/**
 * CSS pixels for each point. Fitting is done page by page: a landscape table among portrait pages fills the width too, and
 * nothing changes its size while one scrolls.
 */
export function scaleOf(zoom: Zoom, size: { readonly width: number; readonly height: number }, view: ViewBox): number {
  if (typeof zoom === 'number') return (zoom / 100) * pixelsPerPoint;
  const byWidth = (view.width - margin) / size.width;
  const fitting = zoom === 'width' ? byWidth : Math.min(byWidth, (view.height - margin) / size.height);
  const percent = (fitting / pixelsPerPoint) * 100;
  return (Math.min(most, Math.max(leastPercent, percent)) / 100) * pixelsPerPoint;
}

export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100);
}

/** The next step up or down from what is shown now; the same when there is none. */
export function nextZoom(percent: number, direction: 'in' | 'out'): number {
  const found =
    direction === 'in' ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return found ?? percent;
}
