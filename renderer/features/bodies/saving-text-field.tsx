import { useState, type ReactElement } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface SavingTextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the record says. */
  readonly kept: string;
  /** Keeps what was typed, or answers with why it cannot be kept. */
  readonly save: (value: string) => Promise<string | null>;
  /** Several lines, at least so many. */
  readonly rows?: number | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

/** A field that saves itself, and says why when it could not. */
export function SavingTextField({ label, hint, kept, save, rows, width }: SavingTextFieldProps): ReactElement {
  const [error, setError] = useState<string | null>(null);
  const { value, change, flush } = useDraft(kept, (typed) => void save(typed).then(setError));
  const props = { label, hint, value, error: error ?? undefined, onChange: change, onCommit: flush };
  return rows === undefined ? <TextField {...props} width={width} /> : <TextArea {...props} rows={rows} />;
}
