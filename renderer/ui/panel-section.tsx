import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './panel-section.module.css';

export interface PanelSectionProps {
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

export function PanelSection({ title, children }: PanelSectionProps): ReactElement {
  const titleId = useId();
  return (
    <section className={styles['section']} aria-labelledby={title === undefined ? undefined : titleId}>
      {title !== undefined && (
        <h3 className={styles['title']} id={titleId}>
          {title}
        </h3>
      )}
      {children}
    </section>
  );
}
