import type { ReactElement } from 'react';
import { Toast, type ToastNotice } from './toast.tsx';
import styles from './toast.module.css';

export interface ToastRegionProps {
  readonly toasts: ReadonlyArray<ToastNotice>;
  readonly onDismiss: (id: string) => void;
}

/**
 * Short notices of what was done, with a way to take it back. The region is always there, so that screen readers hear what is
 * added to it; what a notice offers is also in the title bar, for those whom it leaves too soon.
 */
export function ToastRegion({ toasts, onDismiss }: ToastRegionProps): ReactElement {
  return (
    <section className={styles['region']} aria-label="Notices" data-react-aria-top-layer="true">
      <ol className={styles['list']} aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <Toast key={toast.id} notice={toast} onDismiss={onDismiss} />
        ))}
      </ol>
    </section>
  );
}
