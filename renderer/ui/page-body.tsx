import type { ReactElement, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './page-body.module.css';

export interface PageBodyProps {
  readonly children: ReactNode;
  /** A narrow column at the right, which goes below when there is no room. */
  readonly side?: ReactNode;
  /** How wide the side column is: 300 px, or two fifths of the page. */
  readonly sideWidth?: 'narrow' | 'wide' | undefined;
  /** `reading`: a form or running text, no wider than reads well. */
  readonly layout?: 'full' | 'reading' | undefined;
}

/** What stands under a page's header, one block below another. */
export function PageBody({ children, side, sideWidth = 'narrow', layout = 'full' }: PageBodyProps): ReactElement {
  const sided = side !== undefined && side !== null;
  return (
    <div className={joinClasses(styles['body'], styles[layout], sided && styles['sided'], sided && styles[sideWidth])}>
      <div className={styles['column']}>{children}</div>
      {sided && <div className={styles['column']}>{side}</div>}
    </div>
  );
}
