/** Draws one page: its picture, its words for selecting and reading out, and its links. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Destination } from './destinations.ts';
import type { PageBox } from './page-layout.ts';

/** About 64 MB a page: at 300 per cent on a fine screen pages are drawn a little less finely, not without end. */
const mostPixels = 16 * 1024 * 1024;

/** Rejects when `signal` stops it. */
export async function drawPicture(
  page: PDFPageProxy,
  box: Pick<PageBox, 'width' | 'height' | 'scale'>,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (box.width * box.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(box.width * ratio));
  canvas.height = Math.max(1, Math.round(box.height * ratio));
  const viewport = page.getViewport({ scale: box.scale });
  const transform = [canvas.width / viewport.width, 0, 0, canvas.height / viewport.height, 0, 0];
  await renderInto(page, { canvas, viewport, transform }, signal);
  return canvas;
}

/** Frees the memory of a picture that is no longer shown, without waiting for the browser to notice. */
export function releasePicture(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}

export async function renderInto(
  page: PDFPageProxy,
  target: Pick<Parameters<PDFPageProxy['render']>[0], 'canvas' | 'viewport' | 'transform' | 'intent'>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const task = page.render(target);
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
}

/** Lays the page's words, unseen, over its picture. Rejects when `signal` stops it. */
export async function layWords(page: PDFPageProxy, container: HTMLElement, signal: AbortSignal): Promise<void> {
  const { TextLayer } = await import('pdfjs-dist');
  signal.throwIfAborted();
  const layer = new TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: true }),
    container,
    viewport: page.getViewport({ scale: 1 }),
  });
  const stop = (): void => layer.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await layer.render();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export interface PageLink {
  readonly id: string;
  readonly target:
    | { readonly type: 'inside'; readonly destination: Destination }
    | { readonly type: 'outside'; readonly address: string };
  /** Shares of the page's width and height, from its top left. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const mostLinks = 2000;

export async function readLinks(page: PDFPageProxy): Promise<ReadonlyArray<PageLink>> {
  const annotations: ReadonlyArray<Readonly<Record<string, unknown>>> = await page.getAnnotations();
  const viewport = page.getViewport({ scale: 1 });
  return annotations.slice(0, mostLinks).flatMap((annotation, index): ReadonlyArray<PageLink> => {
    const target = targetOf(annotation);
    const { rect } = annotation;
    if (target === null || !Array.isArray(rect)) return [];
    const [x1, y1] = viewport.convertToViewportPoint(Number(rect[0]), Number(rect[1])).map(Number);
    const [x2, y2] = viewport.convertToViewportPoint(Number(rect[2]), Number(rect[3])).map(Number);
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    return [
      {
        id: `link-${index}`,
        target,
        left: Math.min(x1, x2) / viewport.width,
        top: Math.min(y1, y2) / viewport.height,
        width: Math.abs(x2 - x1) / viewport.width,
        height: Math.abs(y2 - y1) / viewport.height,
      },
    ];
  });
}

function targetOf({ subtype, dest, url }: Readonly<Record<string, unknown>>): PageLink['target'] | null {
  if (subtype !== 'Link') return null;
  if (typeof dest === 'string' || Array.isArray(dest)) return { type: 'inside', destination: dest };
  return typeof url === 'string' ? { type: 'outside', address: url } : null;
}
