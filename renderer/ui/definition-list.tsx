import type { ReactElement, ReactNode } from 'react';
import styles from './definition-list.module.css';

export interface Definition {
  readonly term: string;
  readonly detail: ReactNode;
}

export interface DefinitionListProps {
  readonly items: ReadonlyArray<Definition>;
  /** Facts beside one another, each under its name, instead of one per line. */
  readonly inline?: boolean | undefined;
}

export function DefinitionList({ items, inline = false }: DefinitionListProps): ReactElement {
  return (
    <dl className={inline ? styles['inline'] : styles['list']}>
      {items.map((item) => (
        <div key={item.term} className={styles['item']}>
          <dt className={styles['term']}>{item.term}</dt>
          <dd className={styles['detail']}>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
