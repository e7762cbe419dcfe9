import type { ReactElement } from 'react';
import styles from './stat-row.module.css';
import { Status } from './status.tsx';
import type { Tone } from './tone.ts';

export interface Stat {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  /** Gives the note a shape: red for what is overdue. */
  readonly tone?: Tone | undefined;
  readonly href?: string | undefined;
}

export interface StatRowProps {
  readonly label: string;
  readonly stats: ReadonlyArray<Stat>;
}

export function StatRow({ label, stats }: StatRowProps): ReactElement {
  return (
    <ul className={styles['row']} aria-label={label}>
      {stats.map((stat) => (
        <li key={stat.label} className={styles['stat']}>
          <p className={styles['label']}>
            {stat.href === undefined ? (
              stat.label
            ) : (
              <a className={styles['link']} href={stat.href}>
                {stat.label}
              </a>
            )}
          </p>
          <p className={styles['value']}>{stat.value}</p>
          {stat.note !== undefined && (
            <p className={styles['note']}>
              {stat.tone === undefined ? stat.note : <Status tone={stat.tone}>{stat.note}</Status>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
