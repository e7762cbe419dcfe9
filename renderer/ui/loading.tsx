import type { ReactElement } from 'react';
import styles from './loading.module.css';
import { Spinner } from './spinner.tsx';

export interface LoadingProps {
  /** What is going on: “Opening the meeting”. */
  readonly label: string;
}

/** Stays unseen for its first 200 ms, so that what is quick does not flicker. */
export function Loading({ label }: LoadingProps): ReactElement {
  return (
    <p className={styles['loading']} role="status">
      <Spinner />
      {label}
    </p>
  );
}
