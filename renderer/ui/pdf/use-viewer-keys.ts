import { useEffect, useEffectEvent, type RefObject } from 'react';

export interface ViewerKeys {
  readonly onPage: (to: 'previous' | 'next' | 'first' | 'last') => void;
  readonly onZoom: (how: 'in' | 'out' | 'width') => void;
  readonly onFind: () => void;
}

const pageKeys: Readonly<Record<string, 'previous' | 'next' | 'first' | 'last'>> = {
  PageUp: 'previous',
  PageDown: 'next',
  Home: 'first',
  End: 'last',
};

const zoomKeys: Readonly<Record<string, 'in' | 'out' | 'width'>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'width' };

/** The viewer's keys: wherever the focus is in it, or nowhere. Fields keep their own Home and End. */
export function useViewerKeys(viewer: RefObject<HTMLElement | null>, keys: ViewerKeys): void {
  const pressed = useEffectEvent((event: KeyboardEvent): boolean => {
    if (event.altKey || event.metaKey || event.defaultPrevented) return false;
    if (event.ctrlKey) {
      const zoom = zoomKeys[event.key];
      if (zoom !== undefined) keys.onZoom(zoom);
      else if (event.key.toLowerCase() === 'f' && !event.shiftKey) keys.onFind();
      else return false;
      return true;
    }
    const page = pageKeys[event.key];
    if (page === undefined || event.shiftKey || isField(event.target)) return false;
    keys.onPage(page);
    return true;
  });
  const turned = useEffectEvent((event: WheelEvent): void => {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    keys.onZoom(event.deltaY < 0 ? 'in' : 'out');
  });
  useEffect(() => {
    const left = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        const { target } = event;
        const isOurs =
          target === document.body || (target instanceof Node && viewer.current?.contains(target) === true);
        if (isOurs && pressed(event)) event.preventDefault();
      },
      { signal: left.signal },
    );
    viewer.current?.addEventListener('wheel', (event) => turned(event), { signal: left.signal, passive: false });
    return () => left.abort();
  }, [viewer]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [role="tree"] *');
}
