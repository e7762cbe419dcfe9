import type { ReactElement, ReactNode } from 'react';
import styles from './action-bar.module.css';

export interface ActionBarProps {
  readonly note?: ReactNode;
  /** Buttons, the primary one last. */
  readonly children: ReactNode;
}

/** Stays at the foot of the page while its content scrolls. */
export function ActionBar({ note, children }: ActionBarProps): ReactElement {
  return (
    <div className={styles['bar']}>
      <div className={styles['note']}>{note}</div>
      <div className={styles['buttons']}>{children}</div>
    </div>
  );
}
