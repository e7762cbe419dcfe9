import { useState, type ReactElement } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';

export interface SavingNumberFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kept: number | null;
  readonly save: (value: number | null) => Promise<string | null>;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

/** A number that saves itself. */
export function SavingNumberField({ kept, save, ...props }: SavingNumberFieldProps): ReactElement {
  const [error, setError] = useState<string | null>(null);
  const { value, change, flush } = useDraft(kept, (typed) => void save(typed).then(setError));
  return <NumberField {...props} value={value} error={error ?? undefined} onChange={change} onCommit={flush} />;
}
