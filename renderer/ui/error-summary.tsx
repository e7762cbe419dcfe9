import { useEffect, useId, useRef, type ReactElement } from 'react';
import styles from './error-summary.module.css';

export interface Problem {
  /** The `id` given to the field. */
  readonly fieldId: string;
  /** The same words as stand beside the field. */
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly problems: ReadonlyArray<Problem>;
  /** Grows with each try to finish; on each, the focus comes here if there are problems. */
  readonly attempt: number;
}

export function ErrorSummary({ problems, attempt }: ErrorSummaryProps): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div className={styles['summary']} ref={box} role="group" aria-labelledby={titleId} tabIndex={-1}>
      <h2 className={styles['title']} id={titleId}>
        There is a problem
      </h2>
      <ul className={styles['list']}>
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.text}`}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                // The address after `#` is the place in the app, so the link must not be followed.
                event.preventDefault();
                const field = document.getElementById(problem.fieldId);
                field?.focus();
                field?.scrollIntoView({ block: 'center' });
              }}
            >
              {problem.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
