import type { ReactElement } from 'react';
import styles from './diff-text.module.css';

export interface DiffPart {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface DiffTextProps {
  readonly parts: ReadonlyArray<DiffPart>;
}

/** What changed in a text: added words underlined, removed words struck out, and both said so to screen readers. */
export function DiffText({ parts }: DiffTextProps): ReactElement {
  // Parts stand in one fixed order and have no identity but their place in the text.
  const placed = parts.map((part, place) => ({ ...part, key: `${place}-${part.type}` }));
  return (
    <span className={styles['diff']}>
      {placed.map(({ key, type, text }) => {
        if (type === 'same') return <span key={key}>{text}</span>;
        const Change = type === 'added' ? 'ins' : 'del';
        return (
          <Change key={key} className={styles[type]}>
            <span className="vh">{type === 'added' ? ' [added: ' : ' [removed: '}</span>
            {text}
            <span className="vh">] </span>
          </Change>
        );
      })}
    </span>
  );
}
