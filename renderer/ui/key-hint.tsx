import type { ReactElement } from 'react';
import styles from './key-hint.module.css';

export interface KeyHintProps {
  /** The keys in the order they are pressed, such as `Ctrl Shift B`. */
  readonly keys: string;
}

export function KeyHint({ keys }: KeyHintProps): ReactElement {
  return <kbd className={styles['keys']}>{keys}</kbd>;
}
