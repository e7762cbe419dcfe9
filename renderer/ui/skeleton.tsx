import type { ReactElement } from 'react';
import styles from './loading.module.css';

export interface SkeletonProps {
  /** What is going on, for screen readers. */
  readonly label: string;
  readonly rows?: number | undefined;
}

/** The shape of rows to come; unseen for its first 200 ms. */
export function Skeleton({ label, rows = 5 }: SkeletonProps): ReactElement {
  return (
    <div className={styles['skeleton']} role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={`row-${row}`} className={styles['bone']} />
      ))}
    </div>
  );
}
