import { CircleCheck, CircleEllipsis, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './save-state.module.css';

export type Saving =
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'saving' }
  | { readonly type: 'failed'; readonly because: string };

export interface SaveStateProps {
  readonly state: Saving;
}

/** Whether the work is safe, in words and by shape. Only a failure is read out unasked. */
export function SaveState({ state }: SaveStateProps): ReactElement {
  const [icon, words] = lookOf(state);
  return (
    <p
      className={joinClasses(styles['state'], styles[state.type])}
      role={state.type === 'failed' ? 'alert' : undefined}
    >
      <Icon of={icon} size="s" />
      <span className={styles['words']}>{words}</span>
    </p>
  );
}

function lookOf(state: Saving): readonly [LucideIcon, string] {
  switch (state.type) {
    case 'saved':
      return [CircleCheck, `Saved on this laptop, ${state.at}`];
    case 'saving':
      return [CircleEllipsis, 'Saving…'];
    case 'failed':
      return [OctagonX, `Not saved: ${state.because}`];
  }
}
