import type { ReactElement, ReactNode } from 'react';
import styles from './form-row.module.css';

export interface FormRowProps {
  readonly children: ReactNode;
}

/** Fields side by side, one below another when there is no room. */
export function FormRow({ children }: FormRowProps): ReactElement {
  return <div className={styles['row']}>{children}</div>;
}
