import type { ReactElement, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './stack.module.css';

export interface RowProps {
  readonly children: ReactNode;
  readonly gap?: 's' | 'm' | 'l' | undefined;
  /** To the right. */
  readonly end?: boolean | undefined;
}

/** Side by side, going on below when there is no room. */
export function Row({ children, gap = 's', end = false }: RowProps): ReactElement {
  return <div className={joinClasses(styles['row'], styles[gap], end && styles['end'])}>{children}</div>;
}
