import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { KeyCatcher } from '#renderer/ui/key-catcher.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import styles from './pdf-viewer.module.css';
import type { Find } from './use-find.ts';

export interface FindBarProps {
  readonly find: Find;
  readonly onClose: () => void;
  /** Grows each time Ctrl+F is pressed: the field then takes the focus again. */
  readonly asked: number;
}

export function FindBar({ find, onClose, asked }: FindBarProps): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = bar.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [asked]);
  const count = find.query.trim() === '' ? '' : countWords(find);
  function keyPressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  }
  return (
    <KeyCatcher onKey={keyPressed}>
      <div ref={bar} className={styles['find']}>
        <SearchField label="Find in this document" value={find.query} onChange={find.ask} count={count} width="m" />
        <span className={styles['count']} aria-hidden="true">
          {count}
        </span>
        <IconButton label="Previous match" icon={ChevronUp} keys="Shift Enter" onPress={() => find.step(-1)} />
        <IconButton label="Next match" icon={ChevronDown} keys="Enter" onPress={() => find.step(1)} />
        <IconButton label="Close find" icon={X} keys="Esc" onPress={onClose} />
      </div>
    </KeyCatcher>
  );
}

function countWords({ matches, place, searching }: Find): string {
  if (matches.length === 0) return searching ? 'Searching…' : 'Not found';
  return `${place === 0 ? '' : `${place} of `}${matches.length}${searching ? ' so far' : ''}`;
}
