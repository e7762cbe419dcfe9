import type { ReactElement } from 'react';
import styles from './count-badge.module.css';

export interface CountBadgeProps {
  readonly count: number;
  /** What is counted, for screen readers. */
  readonly means: string;
}

export function CountBadge({ count, means }: CountBadgeProps): ReactElement {
  return (
    <span className={styles['badge']}>
      {count}
      <span className="vh"> {means}</span>
    </span>
  );
}
