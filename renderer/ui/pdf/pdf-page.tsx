import { useEffect, useRef, useState, type ReactElement } from 'react';
import { drawPicture, layWords, readLinks, releasePicture, type PageLink } from './draw-page.ts';
import type { DrawQueue } from './draw-queue.ts';
import type { OpenedPdf } from './open-pdf.ts';
import type { PageBox } from './page-layout.ts';
import { PdfLink } from './pdf-link.tsx';
import styles from './pdf-page.module.css';

export interface PdfPageProps {
  readonly pdf: OpenedPdf;
  readonly queue: DrawQueue;
  /** Counted from 1. */
  readonly page: number;
  /** The number it carries. */
  readonly label: string;
  readonly box: PageBox;
  readonly pixelRatio: number;
  readonly onLink: (target: PageLink['target']) => void;
  /** The page's words stand in the element; called again with null when they go. */
  readonly onWords: (page: number, words: HTMLElement | null) => void;
}

/** One page of the document: a place of the right size at once, its picture, words and links as soon as they are drawn. */
export function PdfPage({ pdf, queue, page, label, box, pixelRatio, onLink, onWords }: PdfPageProps): ReactElement {
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [links, setLinks] = useState<ReadonlyArray<PageLink>>([]);
  const [failed, setFailed] = useState(false);
  const { width, height, scale } = box;

  useEffect(() => {
    const stopped = new AbortController();
    const leaveQueue = queue.add({
      page,
      order: 0,
      run: async () => {
        try {
          const proxy = await pdf.document.getPage(page);
          const canvas = await drawPicture(proxy, { width, height, scale }, stopped.signal);
          // The last picture, stretched, stands until the new one is there: never a blank page between.
          const before = picture.current?.querySelectorAll('canvas') ?? [];
          picture.current?.append(canvas);
          before.forEach(releasePicture);
        } catch {
          if (!stopped.signal.aborted) setFailed(true);
        }
      },
    });
    return () => {
      leaveQueue();
      stopped.abort();
    };
  }, [pdf, queue, page, width, height, scale, pixelRatio]);

  useEffect(() => {
    const stopped = new AbortController();
    const container = words.current;
    const holder = picture.current;
    const leaveQueue = queue.add({
      page,
      order: 1,
      run: async () => {
        try {
          const proxy = await pdf.document.getPage(page);
          if (container === null || stopped.signal.aborted) return;
          await layWords(proxy, container, stopped.signal);
          onWords(page, container);
          const read = await readLinks(proxy);
          if (!stopped.signal.aborted) setLinks(read);
        } catch {
          // The picture is what counts; a page whose words cannot be read is shown all the same.
          container?.replaceChildren();
        }
      },
    });
    return () => {
      leaveQueue();
      stopped.abort();
      onWords(page, null);
      container?.replaceChildren();
      holder?.querySelectorAll('canvas').forEach(releasePicture);
      void pdf.document.getPage(page).then(
        (proxy) => proxy.cleanup(),
        () => {},
      );
    };
  }, [pdf, queue, page, onWords]);

  return (
    <div
      className={styles['page']}
      role="group"
      aria-label={`Page ${label}`}
      style={{
        left: box.left,
        top: box.top,
        width,
        height,
        // The names pdf.js reads in the words it lays.
        ['--total-scale-factor' as string]: scale,
      }}
    >
      <div ref={picture} className={styles['picture']} aria-hidden="true" />
      <div ref={words} className={styles['words']} />
      {links.map((link) => (
        <PdfLink key={link.id} link={link} pdf={pdf} onFollow={() => onLink(link.target)} />
      ))}
      {failed && (
        <p className={styles['failed']} role="alert">
          This page could not be drawn. The file is safe and its other pages are not affected.
        </p>
      )}
    </div>
  );
}
