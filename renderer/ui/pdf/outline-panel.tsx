import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import type { Bookmark } from './outline.ts';
import styles from './outline-panel.module.css';
import { labelOf } from './page-labels.ts';

export interface OutlinePanelProps {
  readonly bookmarks: ReadonlyArray<Bookmark>;
  readonly labels: ReadonlyArray<string>;
  /** The one being read under. */
  readonly current: Bookmark | null;
  readonly onGo: (bookmark: Bookmark) => void;
}

/** The document's bookmarks as a tree: arrows, Home, End, letters; Enter goes there. */
export function OutlinePanel({ bookmarks, labels, current, onGo }: OutlinePanelProps): ReactElement {
  const [closed, setClosed] = useState<ReadonlySet<number>>(
    () => new Set(bookmarks.filter(({ hasChildren, depth }) => hasChildren && depth > 1).map(({ id }) => id)),
  );
  const [focused, setFocused] = useState<number | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const isOpen = (id: number | null): boolean =>
      id === null || (!closed.has(id) && isOpen(bookmarks[id]?.parent ?? null));
    return bookmarks.filter(({ parent }) => isOpen(parent));
  }, [bookmarks, closed]);
  const stop = shown.find(({ id }) => id === focused) ?? shown.find(({ id }) => id === current?.id) ?? shown[0];

  function setOpen(id: number, open: boolean): void {
    setClosed((before) => {
      const next = new Set(before);
      if (open) next.delete(id);
      else next.add(id);
      return next;
    });
  }

  function focusOn(bookmark: Bookmark | undefined): void {
    if (bookmark === undefined) return;
    setFocused(bookmark.id);
    tree.current?.querySelector<HTMLElement>(`[data-bookmark="${bookmark.id}"]`)?.focus();
  }

  function keyPressed(event: KeyboardEvent, bookmark: Bookmark): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = shown.indexOf(bookmark);
    const isClosed = closed.has(bookmark.id);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(shown[place + 1]),
      ArrowUp: () => focusOn(shown[place - 1]),
      Home: () => focusOn(shown[0]),
      End: () => focusOn(shown.at(-1)),
      ArrowRight: () => {
        if (!bookmark.hasChildren) return;
        if (isClosed) setOpen(bookmark.id, true);
        else focusOn(shown[place + 1]);
      },
      ArrowLeft: () => {
        if (bookmark.hasChildren && !isClosed) setOpen(bookmark.id, false);
        else focusOn(shown.find(({ id }) => id === bookmark.parent));
      },
      Enter: () => onGo(bookmark),
      ' ': () => onGo(bookmark),
    };
    const move = moves[event.key] ?? typedMove(event.key, place);
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  function typedMove(key: string, place: number): (() => void) | undefined {
    if (key.length !== 1) return undefined;
    const after = [...shown.slice(place + 1), ...shown.slice(0, place + 1)];
    const found = after.find(({ title }) => title.toLowerCase().startsWith(key.toLowerCase()));
    return found && (() => focusOn(found));
  }

  return (
    <div ref={tree} className={styles['tree']} role="tree" aria-label="Bookmarks">
      {shown.map((bookmark) => (
        <div
          key={bookmark.id}
          className={styles['bookmark']}
          role="treeitem"
          data-bookmark={bookmark.id}
          tabIndex={bookmark === stop ? 0 : -1}
          aria-level={bookmark.depth}
          aria-expanded={bookmark.hasChildren ? !closed.has(bookmark.id) : undefined}
          aria-selected={bookmark.id === current?.id}
          aria-current={bookmark.id === current?.id ? 'location' : undefined}
          style={{ ['--depth' as string]: Math.min(bookmark.depth, 6) }}
          onClick={() => {
            setFocused(bookmark.id);
            onGo(bookmark);
          }}
          onFocus={() => setFocused(bookmark.id)}
          onKeyDown={(event) => keyPressed(event, bookmark)}
        >
          <span
            className={styles['twist']}
            aria-hidden="true"
            onClick={(event) => {
              if (!bookmark.hasChildren) return;
              event.stopPropagation();
              setOpen(bookmark.id, closed.has(bookmark.id));
            }}
          >
            {bookmark.hasChildren && <Icon of={closed.has(bookmark.id) ? ChevronRight : ChevronDown} size="s" />}
          </span>
          <span className={styles['title']}>{bookmark.title}</span>
          {bookmark.page !== null && (
            <span className={styles['number']}>
              <span className="vh">, page </span>
              {labelOf(labels, bookmark.page)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
