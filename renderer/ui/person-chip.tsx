import type { ReactElement } from 'react';
import styles from './person-chip.module.css';

export interface PersonChipProps {
  readonly name: string;
  readonly post?: string | undefined;
  /** “for R Tideswell” */
  readonly detail?: string | undefined;
}

export function PersonChip({ name, post, detail }: PersonChipProps): ReactElement {
  const initials = name
    .split(/\s+/)
    .filter((part) => !/^(cllr|dr|mr|mrs|ms|miss|prof|rev|sir|dame)\.?$/i.test(part))
    .map((part) => part.charAt(0).toUpperCase());
  return (
    <span className={styles['chip']}>
      <span className={styles['initials']} aria-hidden="true">
        {initials[0]}
        {initials.length > 1 && initials.at(-1)}
      </span>
      <span className={styles['words']}>
        <span>{name}</span>
        {post !== undefined && <span className={styles['soft']}>, {post}</span>}
        {detail !== undefined && <span className={styles['soft']}> ({detail})</span>}
      </span>
    </span>
  );
}
