import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { anchorOf, type Destination } from './destinations.ts';
import { createDrawQueue } from './draw-queue.ts';
import type { PageLink } from './draw-page.ts';
import { FindBar } from './find-bar.tsx';
import { useHighlights } from './highlights.ts';
import type { OpenedPdf } from './open-pdf.ts';
import { currentBookmark } from './outline.ts';
import { OutlinePanel } from './outline-panel.tsx';
import { OutsideLinkDialog } from './outside-link-dialog.tsx';
import { useMarks, type PdfMark, type SelectedWords } from './marks.ts';
import { labelOf } from './page-labels.ts';
import type { PageSizes } from './page-sizes.ts';
import { readPageText, readWordQuads } from './page-text.ts';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-viewer.module.css';
import { ThumbnailsPanel } from './thumbnails-panel.tsx';
import { useFind } from './use-find.ts';
import { useOutline } from './use-opened-pdf.ts';
import { usePages } from './use-pages.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import { ViewerToolbar } from './viewer-toolbar.tsx';
import type { WordQuad } from './word-quads.ts';
import { nextZoom, percentOf, type Zoom } from './zoom.ts';

export interface OpenedViewerProps {
  readonly pdf: OpenedPdf;
  readonly sizes: PageSizes;
  readonly title: string;
  readonly startPage: number;
  readonly onPage: ((page: number) => void) | undefined;
  readonly toolbar: ReactNode;
  readonly notes: ViewerNotes | undefined;
}

/** Marks on the pages, and what is told to whoever keeps them. */
export interface ViewerNotes {
  readonly marks: ReadonlyArray<PdfMark>;
  /** Goes there when it changes to another. */
  readonly jump: { readonly page: number; readonly times: number } | null;
  /** Stands beside the pages. */
  readonly aside: ReactNode;
  onSelected(selected: SelectedWords | null): void;
  /** Told once: how the text of pages is read. */
  onReady(reader: PageReader): void;
}

export interface PageReader {
  readonly pageCount: number;
  textOf(page: number): Promise<string>;
  /** The corners of some of a page's text, in the page's own units. */
  quadsOf(page: number, start: number, end: number): Promise<ReadonlyArray<WordQuad>>;
}

/** The viewer once its document is open. */
export function OpenedViewer({
  pdf,
  sizes,
  title,
  startPage,
  onPage,
  toolbar,
  notes,
}: OpenedViewerProps): ReactElement {
  const inside = useRef<HTMLDivElement>(null);
  const [queue] = useState(createDrawQueue);
  const [zoom, setZoom] = useState<Zoom>('width');
  // At first only where it does not crowd out the pages.
  const [sideShown, setSideShown] = useState<Side | null>(() =>
    window.innerWidth >= 72 * rootFontSize() ? 'bookmarks' : null,
  );
  const [findAsked, setFindAsked] = useState(0);
  const [outside, setOutside] = useState<string | null>(null);
  const pageSizes = useSyncExternalStore(sizes.subscribe, sizes.current);
  const pages = usePages(pageSizes, zoom, startPage);
  const { current, goTo, scroller } = pages;
  const outline = useOutline(pdf);
  const find = useFind(pdf, current, (match) => {
    const isNear = match.page >= pages.near.first && match.page <= pages.near.last;
    if (!isNear) goTo({ page: match.page, fraction: 0 });
  });
  const highlighted = useHighlights(find.query, find.current);
  const marked = useMarks(notes?.marks ?? noMarks, notes?.onSelected ?? nobody);
  const onWords = useCallback(
    (page: number, words: HTMLElement | null): void => {
      highlighted(page, words);
      marked(page, words);
    },
    [highlighted, marked],
  );
  const finding = findAsked > 0;
  const hasOutline = outline !== null && outline.length > 0;
  const side = sideShown === 'bookmarks' && !hasOutline ? null : sideShown;

  const tellPage = useEffectEvent((page: number) => onPage?.(page));
  useEffect(() => {
    queue.turnTo(current);
    sizes.turnTo(current);
    tellPage(current);
  }, [queue, sizes, current]);

  const tellReady = useEffectEvent((reader: PageReader) => notes?.onReady(reader));
  useEffect(
    () =>
      tellReady({
        pageCount: pdf.pageCount,
        textOf: (page) => readPageText(pdf, page),
        quadsOf: (page, start, end) => readWordQuads(pdf, page, start, end),
      }),
    [pdf],
  );
  const jump = notes?.jump ?? null;
  const jumped = useEffectEvent((page: number) => goToPage(page));
  useEffect(() => {
    if (jump !== null) jumped(jump.page);
  }, [jump]);

  function goToPage(page: number): void {
    goTo({ page: Math.min(Math.max(1, page), pdf.pageCount), fraction: 0 });
  }

  function follow(destination: Destination): void {
    void anchorOf(pdf.document, destination).then((anchor) => {
      if (anchor !== null) goTo(anchor);
    });
  }

  function linkFollowed(target: PageLink['target']): void {
    if (target.type === 'inside') follow(target.destination);
    else setOutside(target.address);
  }

  function zoomStepped(direction: 'in' | 'out'): void {
    setZoom(nextZoom(percentOf(pages.layout.boxes[current - 1]?.scale ?? 1), direction));
  }

  function findClosed(): void {
    setFindAsked(0);
    find.ask('');
    scroller.current?.focus({ preventScroll: true });
  }

  useViewerKeys(inside, {
    onPage: (to) => {
      const pageOfKey = { previous: current - 1, next: current + 1, first: 1, last: pdf.pageCount };
      goToPage(pageOfKey[to]);
    },
    onZoom: (how) => (how === 'width' ? setZoom('width') : zoomStepped(how)),
    onFind: () => setFindAsked((times) => times + 1),
  });

  function sideToggle(which: Side): { readonly shown: boolean; readonly onToggle: () => void } {
    return { shown: side === which, onToggle: () => setSideShown(side === which ? null : which) };
  }

  const shown = pages.layout.boxes.slice(pages.near.first - 1, pages.near.last);
  return (
    <div ref={inside} className={styles['inside']}>
      <ViewerToolbar
        title={title}
        labels={pdf.labels}
        page={current}
        onPage={goToPage}
        zoom={zoom}
        onZoom={setZoom}
        onZoomStep={zoomStepped}
        outline={hasOutline ? sideToggle('bookmarks') : null}
        thumbnails={sideToggle('pages')}
        finding={finding}
        onFind={() => (finding ? findClosed() : setFindAsked(1))}
        more={toolbar}
      />
      {finding && <FindBar find={find} asked={findAsked} onClose={findClosed} />}
      <div className={styles['columns']}>
        {side === 'pages' && (
          <div className={joinClasses(styles['side'], styles['narrow'])}>
            <ThumbnailsPanel pdf={pdf} queue={queue} current={current} onGo={goToPage} />
          </div>
        )}
        {side === 'bookmarks' && outline !== null && (
          <div className={styles['side']}>
            <OutlinePanel
              bookmarks={outline}
              labels={pdf.labels}
              current={currentBookmark(outline, current)}
              onGo={({ destination }) => {
                if (destination !== null) follow(destination);
              }}
            />
          </div>
        )}
        <div
          ref={scroller}
          className={styles['scroller']}
          role="group"
          aria-label="Pages"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be in reach of the keyboard
          tabIndex={0}
          onScroll={pages.onScroll}
        >
          <div className={styles['pages']} style={{ width: pages.layout.width, height: pages.layout.height }}>
            {pages.ready &&
              shown.map((box, index) => {
                const page = pages.near.first + index;
                return (
                  <PdfPage
                    key={page}
                    pdf={pdf}
                    queue={queue}
                    page={page}
                    label={labelOf(pdf.labels, page)}
                    box={box}
                    pixelRatio={pages.pixelRatio}
                    onLink={linkFollowed}
                    onWords={onWords}
                  />
                );
              })}
          </div>
        </div>
        {notes !== undefined && notes.aside !== null && <div className={styles['aside']}>{notes.aside}</div>}
      </div>
      <OutsideLinkDialog address={outside} onClose={() => setOutside(null)} />
      <p className="vh" role="status">
        {`Page ${labelOf(pdf.labels, current)} of ${pdf.pageCount}`}
      </p>
    </div>
  );
}

type Side = 'bookmarks' | 'pages';

const noMarks: ReadonlyArray<PdfMark> = [];
const nobody = (): void => {};

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
