import { useId, useState, type ReactElement } from 'react';
import { findPage, labelOf } from './page-labels.ts';
import styles from './pdf-viewer.module.css';

export interface PageFieldProps {
  readonly labels: ReadonlyArray<string>;
  /** Counted from 1. */
  readonly page: number;
  readonly onGo: (page: number) => void;
}

/** “Page 12 of 226”: the number is the one the page carries, and another can be typed. */
export function PageField({ labels, page, onGo }: PageFieldProps): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [unknown, setUnknown] = useState<string | null>(null);
  const label = labelOf(labels, page);
  const last = labelOf(labels, labels.length);

  function settle(): void {
    const text = typed?.trim() ?? '';
    if (text === '') {
      setTyped(null);
      return;
    }
    const found = findPage(labels, text);
    if (found === null) {
      setUnknown(text.slice(0, 20));
      return;
    }
    setTyped(null);
    setUnknown(null);
    onGo(found);
  }

  return (
    <div className={styles['pageField']}>
      <label htmlFor={id}>Page</label>
      <input
        id={id}
        type="text"
        className={styles['pageInput']}
        value={typed ?? label}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={unknown === null ? undefined : true}
        aria-describedby={`${id}-of ${id}-problem`}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setUnknown(null);
        }}
        onBlur={() => {
          setTyped(null);
          setUnknown(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            settle();
          }
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
            setUnknown(null);
          }
        }}
      />
      <span id={`${id}-of`}>of {labels.length}</span>
      <span className={styles['pageProblem']} id={`${id}-problem`} role="status">
        {unknown === null ? '' : `No page “${unknown}”. Pages go from ${labelOf(labels, 1)} to ${last}.`}
      </span>
    </div>
  );
}
