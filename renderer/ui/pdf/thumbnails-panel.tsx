import { useEffect, useRef, useState, type ReactElement } from 'react';
import { drawPicture, releasePicture } from './draw-page.ts';
import type { DrawQueue } from './draw-queue.ts';
import type { OpenedPdf } from './open-pdf.ts';
import { labelOf } from './page-labels.ts';
import styles from './thumbnails-panel.module.css';

export interface ThumbnailsPanelProps {
  readonly pdf: OpenedPdf;
  readonly queue: DrawQueue;
  readonly current: number;
  readonly onGo: (page: number) => void;
}

/** Height of a row, its label included; pictures fit into it whatever their shape. In px. */
const rowHeight = 168;
const pictureHeight = 136;
const pictureWidth = 112;
/** Rows drawn above and below those in sight. */
const beyond = 2;

/** Every page, small: only those in sight are drawn. Arrows go from page to page, Enter goes there. */
export function ThumbnailsPanel({ pdf, queue, current, onGo }: ThumbnailsPanelProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ first: Math.max(1, current - beyond), last: current + 8 });
  const [focused, setFocused] = useState<number | null>(null);
  const stop = focused ?? current;

  function look(): void {
    const element = scroller.current;
    if (element === null) return;
    const first = Math.max(1, Math.floor(element.scrollTop / rowHeight) + 1 - beyond);
    const last = Math.min(pdf.pageCount, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond);
    setSight((before) => (before.first === first && before.last === last ? before : { first, last }));
  }

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const top = (current - 1) * rowHeight;
    const isInSight = top >= element.scrollTop && top + rowHeight <= element.scrollTop + element.clientHeight;
    if (!isInSight) element.scrollTop = Math.max(0, top - element.clientHeight / 2 + rowHeight / 2);
    look();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only turning a page brings its picture into sight
  }, [current]);

  function focusOn(page: number): void {
    const to = Math.min(Math.max(1, page), pdf.pageCount);
    const element = scroller.current;
    if (element === null) return;
    const top = (to - 1) * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    look();
    setFocused(to);
  }

  const moves: Readonly<Record<string, number>> = {
    ArrowDown: stop + 1,
    ArrowRight: stop + 1,
    ArrowUp: stop - 1,
    ArrowLeft: stop - 1,
    Home: 1,
    End: pdf.pageCount,
  };
  const last = Math.min(sight.last, pdf.pageCount);
  const shown = Array.from({ length: Math.max(0, last - sight.first + 1) }, (_, at) => sight.first + at);
  return (
    <div ref={scroller} className={styles['scroller']} onScroll={look}>
      <ol className={styles['pages']} style={{ blockSize: pdf.pageCount * rowHeight }} aria-label="Pages, small">
        {shown.map((page) => (
          <li key={page} className={styles['row']} style={{ insetBlockStart: (page - 1) * rowHeight }}>
            <button
              type="button"
              className={styles['page']}
              tabIndex={page === stop ? 0 : -1}
              aria-current={page === current ? 'page' : undefined}
              ref={(element) => {
                if (page === focused && document.activeElement !== element) element?.focus({ preventScroll: true });
              }}
              onClick={() => onGo(page)}
              onBlur={() => setFocused(null)}
              onKeyDown={(event) => {
                const to = event.ctrlKey || event.altKey || event.metaKey ? undefined : moves[event.key];
                if (to === undefined) return;
                event.preventDefault();
                event.stopPropagation();
                focusOn(to);
              }}
            >
              <SmallPicture pdf={pdf} queue={queue} page={page} />
              <span className={styles['label']}>Page {labelOf(pdf.labels, page)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface SmallPictureProps {
  readonly pdf: OpenedPdf;
  readonly queue: DrawQueue;
  readonly page: number;
}

/** Drawn after the large pages and their words: it never holds up what is being read. */
function SmallPicture({ pdf, queue, page }: SmallPictureProps): ReactElement {
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const stopped = new AbortController();
    const place = holder.current;
    const leaveQueue = queue.add({
      page,
      order: 40,
      run: async () => {
        try {
          const proxy = await pdf.document.getPage(page);
          const { width, height } = proxy.getViewport({ scale: 1 });
          const scale = Math.min(pictureWidth / width, pictureHeight / height);
          const box = { width: width * scale, height: height * scale, scale };
          const canvas = await drawPicture(proxy, box, stopped.signal);
          canvas.style.inlineSize = `${box.width}px`;
          canvas.style.blockSize = `${box.height}px`;
          place?.replaceChildren(canvas);
        } catch {
          // A page that cannot be drawn says so where it is read; here its number is enough.
        }
      },
    });
    return () => {
      leaveQueue();
      stopped.abort();
      place?.querySelectorAll('canvas').forEach(releasePicture);
    };
  }, [pdf, queue, page]);
  return <span ref={holder} className={styles['picture']} aria-hidden="true" />;
}
