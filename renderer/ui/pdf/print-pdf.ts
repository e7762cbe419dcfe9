/**
 * Prints pages of a PDF: each is drawn at 200 dots per inch and put, alone on its sheet, where only the printer sees it. So
 * what is printed is what was shown, stamps included, whatever viewers the machine has.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import { releasePicture, renderInto } from './draw-page.ts';
import { openPdf, sizeOfPage, type OpenFailure, type OpenedPdf } from './open-pdf.ts';
import type { PageSize } from './page-layout.ts';
import styles from './print-pdf.module.css';

export interface PrintRange {
  /** Counted from 1, both printed. */
  readonly from: number;
  readonly to: number;
}

export interface PrintOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops it; nothing has been sent to the printer then. */
  readonly signal?: AbortSignal | undefined;
}

export type Printed = 'printed' | 'cancelled' | OpenFailure;

const dotsPerPoint = 200 / 72;
/** Above this a picture is a scan rather than text, and is kept smaller with no loss one could see on paper. */
const largestLossless = 2 * 1024 * 1024;
/** In milliseconds: how long the print dialog may stay open before what was made for it is put away. */
const dialogPatience = 10 * 60 * 1000;

/** Opens the print dialog with those pages; done when it is closed again, whatever was chosen there. */
export async function printPdf(
  file: Blob,
  range: PrintRange,
  makeWorker: () => Worker,
  options: PrintOptions = {},
): Promise<Printed> {
  const opening = await openPdf(file, makeWorker);
  if (opening.type === 'failed') return opening.reason;
  const { pdf } = opening;
  const signal = options.signal ?? new AbortController().signal;
  const sheets = document.createElement('div');
  sheets.className = styles['sheets'] ?? '';
  let paper: CSSStyleSheet | null = null;
  try {
    const total = range.to - range.from + 1;
    const first = sizeOfPage(await pdf.document.getPage(range.from));
    for (let page = range.from; page <= range.to; page += 1) {
      if (signal.aborted) return 'cancelled';
      sheets.append(await sheetOf(pdf, page, first, signal));
      options.onProgress?.(page - range.from + 1, total);
    }
    if (signal.aborted) return 'cancelled';
    paper = paperOf(first);
    document.adoptedStyleSheets.push(paper);
    document.body.append(sheets);
    await printed();
    return 'printed';
  } catch (fault) {
    if (signal.aborted) return 'cancelled';
    throw fault;
  } finally {
    sheets.remove();
    for (const image of sheets.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
    pdf.close();
  }
}

async function sheetOf(pdf: OpenedPdf, page: number, paper: PageSize, signal: AbortSignal): Promise<HTMLElement> {
  const proxy = await pdf.document.getPage(page);
  const size = sizeOfPage(proxy);
  const picture = await drawForPaper(proxy, isLandscape(size) !== isLandscape(paper), signal);
  proxy.cleanup();
  const image = document.createElement('img');
  image.className = styles['picture'] ?? '';
  image.alt = `Page ${pdf.labels[page - 1] ?? page}`;
  image.src = URL.createObjectURL(picture);
  await image.decode();
  const sheet = document.createElement('div');
  sheet.className = styles['sheet'] ?? '';
  sheet.append(image);
  return sheet;
}

/** A page that lies across the paper is turned anticlockwise: its head to the left, where packs are bound. */
async function drawForPaper(page: PDFPageProxy, turned: boolean, signal: AbortSignal): Promise<Blob> {
  const rotation = (page.rotate + (turned ? 270 : 0)) % 360;
  const viewport = page.getViewport({ scale: dotsPerPoint, rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  try {
    await renderInto(page, { canvas, viewport, intent: 'print' }, signal);
    const lossless = await toBlob(canvas, 'image/png');
    return lossless.size <= largestLossless ? lossless : await toBlob(canvas, 'image/jpeg', 0.9);
  } finally {
    releasePicture(canvas);
  }
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('A page could not be made ready for printing')) : resolve(blob)),
      type,
      quality,
    );
  });
}

function isLandscape({ width, height }: PageSize): boolean {
  return width > height;
}

/** The paper is that of the first page. A style sheet made so is no inline style to the page's policy. */
function paperOf({ width, height }: PageSize): CSSStyleSheet {
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { size: ${width.toFixed(2)}pt ${height.toFixed(2)}pt; margin: 0; }`);
  return paper;
}

/** Some hosts return from `print` at once, others when the dialog is closed: the event tells for both. */
async function printed(): Promise<void> {
  const closed = Promise.withResolvers<undefined>();
  window.addEventListener('afterprint', () => closed.resolve(undefined), { once: true });
  const patience = setTimeout(() => closed.resolve(undefined), dialogPatience);
  window.print();
  await closed.promise;
  clearTimeout(patience);
}
