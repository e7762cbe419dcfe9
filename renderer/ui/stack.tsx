import type { ReactElement, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './stack.module.css';

export interface StackProps {
  readonly children: ReactNode;
  readonly gap?: 's' | 'm' | 'l' | undefined;
}

/** One below another. */
export function Stack({ children, gap = 'm' }: StackProps): ReactElement {
  return <div className={joinClasses(styles['stack'], styles[gap])}>{children}</div>;
}
