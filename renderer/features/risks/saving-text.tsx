import { useState, type ReactElement } from 'react';
import { useDraft } from '#renderer/data/use-draft.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface SavingTextProps {
  readonly label: string;
  /** Said of what stands in the field. */
  readonly hintOf?: ((value: string) => string | undefined) | undefined;
  readonly kept: string;
  /** Keeps what was typed, or answers with why it cannot be kept. */
  readonly save: (value: string) => Promise<string | null>;
  /** Several lines, at least so many. */
  readonly rows?: number | undefined;
}

/** A field of a risk that saves itself, and says why when it could not. */
export function SavingText({ label, hintOf, kept, save, rows }: SavingTextProps): ReactElement {
  const [error, setError] = useState<string | null>(null);
  const { value, change, flush } = useDraft(kept, (typed) => void save(typed).then(setError));
  const props = {
    label,
    hint: hintOf?.(value),
    value,
    error: error ?? undefined,
    onChange: change,
    onCommit: flush,
  };
  return rows === undefined ? <TextField {...props} /> : <TextArea {...props} rows={rows} />;
}
