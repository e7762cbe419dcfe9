import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon } from './icon.tsx';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly text?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, icon, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles['empty']}>
      {icon !== undefined && (
        <span className={styles['picture']}>
          <Icon of={icon} size="l" />
        </span>
      )}
      <p className={styles['title']}>{title}</p>
      {text !== undefined && <p className={styles['text']}>{text}</p>}
      {action !== undefined && action !== null && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
