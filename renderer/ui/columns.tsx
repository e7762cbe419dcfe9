import type { CSSProperties, ReactElement, ReactNode } from 'react';
import styles from './columns.module.css';

export interface ColumnsProps {
  readonly children: ReactNode;
  /** Least width of a column in rem; with less room they stand one below another. */
  readonly least?: number | undefined;
}

export function Columns({ children, least = 20 }: ColumnsProps): ReactElement {
  return (
    <div className={styles['columns']} style={{ '--least': `${least}rem` } as CSSProperties}>
      {children}
    </div>
  );
}
