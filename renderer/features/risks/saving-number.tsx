import { useState, type ReactElement } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';

export interface SavingNumberProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly kept: number;
  /** Keeps the number, or answers with why it cannot be kept. */
  readonly save: (value: number) => Promise<string | null>;
}

/** A number that saves itself once its typing has paused. An empty field changes nothing. */
export function SavingNumber({ kept, save, ...props }: SavingNumberProps): ReactElement {
  const [error, setError] = useState<string | null>(null);
  const { value, change, flush } = useDraft<number | null>(kept, (typed) => {
    if (typed !== null) void save(typed).then(setError);
  });
  return <NumberField {...props} value={value} error={error ?? undefined} onChange={change} onCommit={flush} />;
}
