import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import styles from './job-progress.module.css';
import { ProgressBar } from './progress-bar.tsx';

export interface JobProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** What is being worked on: “Adding Finance report”. Shown, but not read out each time. */
  readonly step?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly cancelLabel?: string | undefined;
}

/** A job of more than a second. Screen readers hear its quarters only. */
export function JobProgress({
  label,
  done,
  total,
  step,
  onCancel,
  cancelLabel = 'Cancel',
}: JobProgressProps): ReactElement {
  const quarters = total > 0 ? Math.floor((done / total) * 4) : 0;
  return (
    <div className={styles['job']}>
      <div className={styles['bar']}>
        <ProgressBar label={label} done={done} total={total} text={`${done} of ${total}`} />
        {step !== undefined && <p className={styles['step']}>{step}</p>}
      </div>
      {onCancel !== undefined && <Button onPress={onCancel}>{cancelLabel}</Button>}
      <span className="vh" role="status">
        {`${label}: ${quarters * 25} per cent done`}
      </span>
    </div>
  );
}
