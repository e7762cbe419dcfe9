import { useId, type ReactElement } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Right of the label: “47 pages”. */
  readonly text?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

export function ProgressBar({ label, done, total, text, hideLabel = false }: ProgressBarProps): ReactElement {
  const id = useId();
  return (
    <div className={styles['progress']}>
      <div className={joinClasses(styles['words'], hideLabel && 'vh')}>
        <label className={styles['label']} htmlFor={id}>
          {label}
        </label>
        {text !== undefined && <span className={styles['text']}>{text}</span>}
      </div>
      <progress className={styles['bar']} id={id} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
