import type { ReactElement, ReactNode } from 'react';
import styles from './task-list.module.css';

export interface Task {
  readonly id: string;
  /** “Today” and “23 Nov”. */
  readonly when?: { readonly main: string; readonly sub?: string | undefined } | undefined;
  /** Stands before the title: a status shape. */
  readonly shape?: ReactNode;
  readonly title: string;
  readonly href?: string | undefined;
  readonly detail?: string | undefined;
  /** One small button. */
  readonly action?: ReactNode;
}

export interface TaskListProps {
  readonly tasks: ReadonlyArray<Task>;
  readonly label?: string | undefined;
  /** Without padding at the sides, inside a padded panel. */
  readonly inset?: boolean | undefined;
}

/** What is to be done, one row each: when, what, and the button that does it. */
export function TaskList({ tasks, label, inset = false }: TaskListProps): ReactElement {
  return (
    <ul className={inset ? styles['inset'] : styles['list']} aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} className={styles['task']}>
          {task.when !== undefined && (
            <p className={styles['when']}>
              <b>{task.when.main}</b>
              {task.when.sub !== undefined && <span> {task.when.sub}</span>}
            </p>
          )}
          {task.shape !== undefined && <span className={styles['shape']}>{task.shape}</span>}
          <div className={styles['words']}>
            <p className={styles['title']}>
              {task.href === undefined ? task.title : <a href={task.href}>{task.title}</a>}
            </p>
            {task.detail !== undefined && <p className={styles['detail']}>{task.detail}</p>}
          </div>
          {task.action !== undefined && task.action !== null && <div className={styles['action']}>{task.action}</div>}
        </li>
      ))}
    </ul>
  );
}
