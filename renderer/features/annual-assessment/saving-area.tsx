import type { ReactElement } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';

export interface SavingAreaProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows?: number | undefined;
  readonly kept: string;
  readonly save: (text: string) => void;
}

/** A text that saves itself once its typing has paused. */
export function SavingArea({ kept, save, ...props }: SavingAreaProps): ReactElement {
  const { value, change, flush } = useDraft(kept, save);
  return <TextArea {...props} optional value={value} onChange={change} onCommit={flush} />;
}
