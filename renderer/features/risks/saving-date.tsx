import { useState, type ReactElement } from 'react';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { DateField } from '#renderer/ui/date-field.tsx';

export interface SavingDateProps {
  readonly label: string;
  readonly optional?: boolean | undefined;
  readonly latest?: CivilDate | undefined;
  readonly kept: CivilDate | null;
  /** Keeps the day, or answers with why it cannot be kept. */
  readonly save: (day: CivilDate | null) => Promise<string | null>;
}

/** A day that saves itself once its typing has paused. */
export function SavingDate({ kept, save, ...props }: SavingDateProps): ReactElement {
  const { today } = useSession();
  const [error, setError] = useState<string | null>(null);
  const { value, change, flush } = useDraft(kept, (day) => void save(day).then(setError));
  return (
    <DateField {...props} today={today} value={value} error={error ?? undefined} onChange={change} onCommit={flush} />
  );
}
