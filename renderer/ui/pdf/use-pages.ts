/**
 * Where one is in the pages: which are near the view, which is being read, and how to go to another. Whatever changes the
 * layout (zoom, the window, a page that turns out larger), the lines one is reading stay where they are.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import {
  anchorAt,
  heightOf,
  layOutPages,
  pageAt,
  pageGap,
  pageInView,
  type Anchor,
  type PageSize,
  type PagesLayout,
} from './page-layout.ts';
import type { ViewBox, Zoom } from './zoom.ts';

export interface Pages {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Whether it is known how much room there is. */
  readonly ready: boolean;
  readonly layout: PagesLayout;
  /** Pages to be drawn, from and to. */
  readonly near: { readonly first: number; readonly last: number };
  /** The page being read, counted from 1. */
  readonly current: number;
  /** Grows when the screen's fineness changes, as when the window is moved to another screen. */
  readonly pixelRatio: number;
  readonly goTo: (anchor: Anchor) => void;
  readonly onScroll: () => void;
}

interface Room extends ViewBox {
  readonly pixelRatio: number;
}

interface Seen {
  readonly first: number;
  readonly last: number;
  readonly current: number;
}

/** In pixels: how much is drawn beyond the view, at least. */
const leastAhead = 700;

export function usePages(sizes: ReadonlyArray<PageSize>, zoom: Zoom, startPage: number): Pages {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0, pixelRatio: 1 });
  const [seen, setSeen] = useState<Seen>({ first: startPage, last: startPage, current: startPage });
  const anchor = useRef<Anchor>({ page: startPage, fraction: 0 });
  /** The page last asked for, and where the view stood then: near the end it may not reach the top of the view. */
  const asked = useRef<{ readonly page: number; readonly top: number } | null>(null);
  const layout = useMemo(() => layOutPages(sizes, zoom, room), [sizes, zoom, room]);

  const look = useCallback((): void => {
    const element = scroller.current;
    if (element === null || room.height === 0) return;
    const { scrollTop } = element;
    if (asked.current !== null && Math.abs(asked.current.top - scrollTop) > 2) asked.current = null;
    const ahead = Math.max(leastAhead, room.height);
    const next: Seen = {
      first: pageAt(layout, scrollTop - ahead),
      last: pageAt(layout, scrollTop + room.height + ahead),
      current: asked.current?.page ?? pageInView(layout, scrollTop, room.height),
    };
    setSeen((before) =>
      before.first === next.first && before.last === next.last && before.current === next.current ? before : next,
    );
  }, [layout, room.height]);

  const place = useCallback(
    (to: Anchor): void => {
      const element = scroller.current;
      if (element === null) return;
      anchor.current = to;
      element.scrollTop = heightOf(layout, to) - pageGap / 2;
    },
    [layout],
  );

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const left = new AbortController();
    function measure(): void {
      if (element === null) return;
      const next = { width: element.clientWidth, height: element.clientHeight, pixelRatio: window.devicePixelRatio };
      setRoom((before) =>
        before.width === next.width && before.height === next.height && before.pixelRatio === next.pixelRatio
          ? before
          : next,
      );
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure, { signal: left.signal });
    measure();
    return () => {
      observer.disconnect();
      left.abort();
    };
  }, []);

  useLayoutEffect(() => {
    if (room.height === 0) return;
    const kept = asked.current;
    place(anchor.current);
    if (kept !== null) asked.current = { page: kept.page, top: scroller.current?.scrollTop ?? 0 };
    look();
  }, [place, look, room.height]);

  const goTo = useCallback(
    (to: Anchor): void => {
      const element = scroller.current;
      if (element === null) return;
      // The page that held the focus may be put away; keys must still reach the pages.
      if (element.contains(document.activeElement)) element.focus({ preventScroll: true });
      place(to);
      asked.current = { page: to.page, top: element.scrollTop };
      look();
    },
    [place, look],
  );

  const onScroll = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    anchor.current = anchorAt(layout, element.scrollTop + pageGap / 2);
    look();
  }, [layout, look]);

  return {
    scroller,
    ready: room.height > 0,
    layout,
    near: { first: seen.first, last: Math.min(seen.last, sizes.length) },
    current: Math.min(seen.current, sizes.length),
    pixelRatio: room.pixelRatio,
    goTo,
    onScroll,
  };
}
