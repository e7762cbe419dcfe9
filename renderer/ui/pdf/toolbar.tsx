import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import styles from './pdf-viewer.module.css';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

const reachable = 'button:not([disabled]), input:not([disabled]), select:not([disabled]), a[href]';

/**
 * One stop for Tab; Left and Right go from tool to tool. In a text field they move the caret first, and go on from its ends.
 */
export function Toolbar({ label, children }: ToolbarProps): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  const lastUsed = useRef<HTMLElement | null>(null);

  function tools(): ReadonlyArray<HTMLElement> {
    return [...(bar.current?.querySelectorAll<HTMLElement>(reachable) ?? [])];
  }

  function keyPressed(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const all = tools();
    if (event.key === 'Tab') {
      lastUsed.current = event.target;
      // From the first or the last tool, the browser's own step leaves the toolbar.
      (event.shiftKey ? all[0] : all.at(-1))?.focus();
      return;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || isCaretOnItsWay(event.target, step)) return;
    const place = all.indexOf(event.target);
    const next = all[(place + step + all.length) % all.length];
    if (place < 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }

  return (
    <div
      ref={bar}
      className={styles['toolbar']}
      role="toolbar"
      aria-label={label}
      aria-orientation="horizontal"
      onKeyDownCapture={keyPressed}
      onFocus={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        const back = lastUsed.current;
        lastUsed.current = null;
        if (back !== null && back.isConnected) back.focus();
      }}
    >
      {children}
    </div>
  );
}

function isCaretOnItsWay(target: HTMLElement, step: 1 | -1): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return false;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart !== selectionEnd) return true;
  return step === 1 ? selectionEnd !== value.length : selectionStart !== 0;
}
