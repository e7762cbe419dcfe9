/** Where links and bookmarks lead to within a document. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Anchor } from './page-layout.ts';

/** As the document gives it: the name of a place, or a page with how it is to be shown. */
export type Destination = string | ReadonlyArray<unknown>;

/** The page, counted from 1; null for a link that leads nowhere. */
export async function pageOf(document: PDFDocumentProxy, destination: Destination): Promise<number | null> {
  const explicit = await explicitOf(document, destination);
  return explicit === null ? null : pageOfTarget(document, explicit[0]);
}

/** The page and the height on it; null for a link that leads nowhere. */
export async function anchorOf(document: PDFDocumentProxy, destination: Destination): Promise<Anchor | null> {
  const explicit = await explicitOf(document, destination);
  if (explicit === null) return null;
  const page = await pageOfTarget(document, explicit[0]);
  if (page === null) return null;
  const point = pointOf(explicit);
  if (point === null) return { page, fraction: 0 };
  const viewport = (await document.getPage(page)).getViewport({ scale: 1 });
  const y = Number(viewport.convertToViewportPoint(point.x, point.y)[1]);
  return { page, fraction: Math.min(1, Math.max(0, y / viewport.height)) };
}

async function explicitOf(
  document: PDFDocumentProxy,
  destination: Destination,
): Promise<ReadonlyArray<unknown> | null> {
  const explicit: unknown =
    typeof destination === 'string' ? await document.getDestination(destination).catch(() => null) : destination;
  return Array.isArray(explicit) ? explicit : null;
}

async function pageOfTarget(document: PDFDocumentProxy, target: unknown): Promise<number | null> {
  const index = typeof target === 'number' ? target : await indexOfRef(document, target);
  return index !== null && Number.isInteger(index) && index >= 0 && index < document.numPages ? index + 1 : null;
}

async function indexOfRef(document: PDFDocumentProxy, target: unknown): Promise<number | null> {
  if (typeof target !== 'object' || target === null || !('num' in target) || !('gen' in target)) return null;
  const { num, gen } = target;
  if (typeof num !== 'number' || typeof gen !== 'number') return null;
  return document.getPageIndex({ num, gen }).catch(() => null);
}

/** In the page's own coordinates. */
function pointOf(explicit: ReadonlyArray<unknown>): { readonly x: number; readonly y: number } | null {
  const [, way, first, second] = explicit;
  const name = typeof way === 'object' && way !== null && 'name' in way ? way.name : null;
  if (name === 'XYZ' && typeof second === 'number') return { x: typeof first === 'number' ? first : 0, y: second };
  if ((name === 'FitH' || name === 'FitBH') && typeof first === 'number') return { x: 0, y: first };
  return null;
}
