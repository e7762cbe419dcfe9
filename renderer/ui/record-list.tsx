import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import styles from './record-list.module.css';

export interface RecordLink {
  readonly id: string;
  readonly icon?: LucideIcon | undefined;
  readonly title: string;
  readonly href: string;
  readonly detail?: string | undefined;
}

export interface RecordListProps {
  readonly items: ReadonlyArray<RecordLink>;
  readonly label?: string | undefined;
}

/** Links to records, such as what was last worked on. */
export function RecordList({ items, label }: RecordListProps): ReactElement {
  return (
    <ul className={styles['list']} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles['item']}>
          {item.icon !== undefined && <Icon of={item.icon} size="s" />}
          <div className={styles['words']}>
            <a className={styles['title']} href={item.href}>
              {item.title}
            </a>
            {item.detail !== undefined && <p className={styles['detail']}>{item.detail}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
