import { Check, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './deadline-strip.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';

export interface DeadlineStep {
  readonly id: string;
  readonly label: string;
  /** The day, in words. */
  readonly date: string;
  /** What more is to be known: “5 clear days”. */
  readonly note?: string | undefined;
  readonly state: 'done' | 'now' | 'coming' | 'late';
}

export interface DeadlineStripProps {
  readonly label: string;
  readonly steps: ReadonlyArray<DeadlineStep>;
}

const stateWords = { done: 'Done: ', now: 'Now: ', coming: '', late: 'Late: ' } as const;

/** The way to a meeting and where we stand on it. */
export function DeadlineStrip({ label, steps }: DeadlineStripProps): ReactElement {
  return (
    <ol className={styles['strip']} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={joinClasses(styles['step'], styles[step.state])}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles['shape']}>
            {step.state === 'done' && <Icon of={Check} size="s" />}
            {step.state === 'late' && <Icon of={TriangleAlert} />}
          </span>
          <span className={styles['words']}>
            <span className="vh">{stateWords[step.state]}</span>
            <b>{step.label}</b>
            <span className={styles['date']}>
              {' '}
              {step.date}
              {step.note !== undefined && `, ${step.note}`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
