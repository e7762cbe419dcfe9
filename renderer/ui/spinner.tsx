import type { ReactElement } from 'react';
import styles from './spinner.module.css';

/** A turning ring for work without a known length; the words beside it say what is going on. */
export function Spinner(): ReactElement {
  return <span className={styles['ring']} aria-hidden="true" />;
}
