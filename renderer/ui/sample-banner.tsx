import { FlaskConical } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './sample-banner.module.css';

export interface SampleBannerProps {
  /** More words after “Sample: nothing here is real”. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Stands above every page of the sample. */
export function SampleBanner({ children, actions }: SampleBannerProps): ReactElement {
  return (
    <section className={styles['banner']} aria-label="Sample">
      <Icon of={FlaskConical} size="s" />
      <p className={styles['words']}>
        <b>Sample: nothing here is real.</b> {children}
      </p>
      {actions}
    </section>
  );
}
