import type { ReactElement, ReactNode } from 'react';
import { StatusShape } from './status-shape.tsx';
import styles from './status.module.css';
import type { Tone } from './tone.ts';

export interface StatusProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A shape and a word in running text or a table, without a box. */
export function Status({ tone, children }: StatusProps): ReactElement {
  return (
    <span className={styles['status']}>
      <StatusShape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
