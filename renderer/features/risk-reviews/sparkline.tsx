import type { ReactElement } from 'react';
import styles from './risk-reviews.module.css';

export interface SparklineProps {
  /** The order of gravity at each review, 1 the mildest, of so many. */
  readonly steps: ReadonlyArray<{ readonly priority: number | null; readonly most: number }>;
  /** The same in cells, for whoever does not see the curve. */
  readonly codes: ReadonlyArray<string>;
}

/** A step curve from mild (low) to grave (high), broken where the risk was not on the register. */
export function Sparkline({ steps, codes }: SparklineProps): ReactElement {
  const slot = 100 / Math.max(1, steps.length);
  const path = steps
    .flatMap(({ priority, most }, at) => {
      if (priority === null) return [];
      const y = 18 - (16 * (priority - 1)) / Math.max(1, most - 1);
      const isJoined = at > 0 && steps[at - 1]?.priority !== null;
      return [`${isJoined ? 'L' : 'M'}${at * slot} ${y}L${(at + 1) * slot} ${y}`];
    })
    .join('');
  return (
    <svg
      className={styles['spark']}
      viewBox="0 0 100 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={codes.join(', then ')}
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
