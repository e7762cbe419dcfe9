import type { ReactElement } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import type { Guide } from './guides.ts';
import styles from './help-page.module.css';

export interface GuideTextProps {
  readonly guide: Guide;
}

export function GuideText({ guide }: GuideTextProps): ReactElement {
  return (
    <Panel title={guide.title}>
      <div className={styles['guide']}>
        <p>{guide.intro}</p>
        <ol>
          {guide.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {guide.after.map((note) => (
          <p key={note} className="muted">
            {note}
          </p>
        ))}
      </div>
    </Panel>
  );
}
