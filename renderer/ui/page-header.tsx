import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './page-header.module.css';

export interface Breadcrumb {
  readonly label: string;
  /** The last crumb is this page and has none. */
  readonly href?: string | undefined;
}

export interface PageFact {
  readonly icon?: LucideIcon | undefined;
  readonly text: string;
}

export interface PageHeaderProps {
  readonly title: string;
  readonly breadcrumbs?: ReadonlyArray<Breadcrumb> | undefined;
  readonly facts?: ReadonlyArray<PageFact> | undefined;
  /** Stands right of the title: a status tag. */
  readonly beside?: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  readonly tabs?: ReactNode;
}

export function PageHeader({
  title,
  breadcrumbs = [],
  facts = [],
  beside,
  actions,
  tabs,
}: PageHeaderProps): ReactElement {
  return (
    <div className={styles['header']}>
      <div className={styles['words']}>
        {breadcrumbs.length > 0 && (
          <nav aria-label="Breadcrumb">
            <ol className={styles['crumbs']}>
              {breadcrumbs.map((crumb) => (
                <li key={crumb.label} className={styles['crumb']}>
                  {crumb.href === undefined ? (
                    <span aria-current="page">{crumb.label}</span>
                  ) : (
                    <>
                      <a href={crumb.href}>{crumb.label}</a>
                      <Icon of={ChevronRight} size="s" />
                    </>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles['titleRow']}>
          <h1>{title}</h1>
          {beside}
        </div>
        {facts.length > 0 && (
          <ul className={styles['facts']}>
            {facts.map((fact) => (
              <li key={fact.text} className={styles['fact']}>
                {fact.icon !== undefined && <Icon of={fact.icon} size="s" />}
                {fact.text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions !== undefined && actions !== null && <div className={styles['actions']}>{actions}</div>}
      {tabs !== undefined && tabs !== null && <div className={styles['tabs']}>{tabs}</div>}
    </div>
  );
}
