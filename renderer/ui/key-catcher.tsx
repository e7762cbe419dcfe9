import { useEffect, useEffectEvent, useRef, type ReactElement, type ReactNode } from 'react';

export interface KeyCatcherProps {
  /** Sees each key before what lies within; stops it to keep it. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Catches keys on their way down to what lies within. */
export function KeyCatcher({ onKey, children }: KeyCatcherProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const caught = useEffectEvent((event: KeyboardEvent) => onKey(event));
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const left = new AbortController();
    element.addEventListener('keydown', (event) => caught(event), { capture: true, signal: left.signal });
    return () => left.abort();
  }, []);
  return <div ref={box}>{children}</div>;
}
