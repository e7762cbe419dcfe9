import { useId, type ReactElement, type ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Softer text beside the title: “10 items, 2 h 5 min of 2 h 30 min”. */
  readonly count?: string | undefined;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  /** No padding inside, for tables and lists that reach the edge. */
  readonly flush?: boolean | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, count, actions, footer, flush = false, level = 2, children }: PanelProps): ReactElement {
  const titleId = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div className={styles['header']}>
        <Title className={styles['title']} id={titleId}>
          {title}
        </Title>
        {count !== undefined && <span className={styles['count']}>{count}</span>}
        {actions !== undefined && actions !== null && <div className={styles['actions']}>{actions}</div>}
      </div>
      <div className={joinClasses(styles['body'], flush && styles['flush'])}>{children}</div>
      {footer !== undefined && footer !== null && <div className={styles['footer']}>{footer}</div>}
    </section>
  );
}
