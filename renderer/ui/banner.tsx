import type { ReactElement, ReactNode } from 'react';
import styles from './banner.module.css';
import { joinClasses } from './join-classes.ts';
import { StatusShape } from './status-shape.tsx';
import type { Tone } from './tone.ts';

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error' | 'success';
  /** What happened. */
  readonly title: string;
  /** What is safe and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears: at once for an error, else when the reader pauses. */
  readonly announce?: boolean | undefined;
}

const shapes: Readonly<Record<BannerProps['tone'], Tone>> = {
  info: 'blue',
  warning: 'amber',
  error: 'red',
  success: 'green',
};

export function Banner({ tone, title, children, actions, announce = false }: BannerProps): ReactElement {
  return (
    <div
      className={joinClasses(styles['banner'], styles[tone])}
      role={announce ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <span className={styles['shape']}>
        <StatusShape tone={shapes[tone]} />
      </span>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && children !== null && <div className={styles['text']}>{children}</div>}
      </div>
      {actions !== undefined && actions !== null && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
