import type { ReactElement, ReactNode } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import type { FindingInWords } from './before-issue-words.ts';
import styles from './finding-list.module.css';

export interface Finding extends FindingInWords {
  readonly id: string;
  /** What it is about, a step away. */
  readonly about: { readonly name: string; readonly href: string } | null;
  readonly actions?: ReactNode;
}

export interface FindingListProps {
  readonly label: string;
  readonly findings: ReadonlyArray<Finding>;
  /** Said where there is nothing to find. */
  readonly none: string;
}

/** One list of the check before issue. */
export function FindingList({ label, findings, none }: FindingListProps): ReactElement {
  return (
    <Panel title={label} count={findings.length === 0 ? undefined : String(findings.length)}>
      {findings.length === 0 ? (
        <p className={styles['none']}>{none}</p>
      ) : (
        <ul className={styles['list']} aria-label={label}>
          {findings.map(({ id, tone, title, text, about, actions }) => (
            <li key={id} className={styles['finding']}>
              <div className={styles['words']}>
                <Status tone={tone}>{title}</Status>
                <p className={styles['text']}>
                  {about !== null && (
                    <>
                      <a href={about.href}>{about.name}</a>
                      <br />
                    </>
                  )}
                  {text}
                </p>
              </div>
              {actions !== undefined && actions !== null && <div className={styles['actions']}>{actions}</div>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
