import type { ReactElement } from 'react';
import styles from './tabs.module.css';

export interface TabLink {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current: boolean;
}

export interface TabLinksProps {
  readonly label: string;
  readonly tabs: ReadonlyArray<TabLink>;
}

/** Tabs that are places of their own: links, so that going back works. */
export function TabLinks({ label, tabs }: TabLinksProps): ReactElement {
  return (
    <nav aria-label={label}>
      <ul className={styles['list']}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a className={styles['tab']} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className={styles['count']}>{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
