import type { ReactElement, ReactNode } from 'react';
import styles from './timeline.module.css';

export interface TimelineEvent {
  readonly id: string;
  /** What happened. */
  readonly label: string;
  /** Who did it. */
  readonly by?: string | undefined;
  /** When, in words. */
  readonly time: string;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  readonly events: ReadonlyArray<TimelineEvent>;
}

export function Timeline({ label, events }: TimelineProps): ReactElement {
  return (
    <ol className={styles['line']} aria-label={label}>
      {events.map((event) => (
        <li key={event.id} className={styles['event']}>
          <div className={styles['words']}>
            <p className={styles['label']}>
              <b>{event.label}</b>
              {event.by !== undefined && <span className={styles['soft']}> by {event.by}</span>}
            </p>
            <p className={styles['soft']}>{event.time}</p>
            {event.detail !== undefined && event.detail !== null && (
              <div className={styles['detail']}>{event.detail}</div>
            )}
          </div>
          {event.action !== undefined && event.action !== null && (
            <div className={styles['action']}>{event.action}</div>
          )}
        </li>
      ))}
    </ol>
  );
}
