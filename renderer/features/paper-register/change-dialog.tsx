import { useState, type ReactElement } from 'react';
import type { PaperChange } from '#shared/domain/papers/register.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { papersInWords } from './register-words.ts';

export interface ChangeDialogProps {
  readonly field: 'author' | 'dueOn';
  readonly count: number;
  /** Answers with what is wrong, in words. */
  readonly onChange: (change: PaperChange) => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Asks for the author or the due date of all selected papers. */
export function ChangeDialog({ field, count, onChange, onClose }: ChangeDialogProps): ReactElement {
  const { today } = useSession();
  const [author, setAuthor] = useState('');
  const [day, setDay] = useState<CivilDate | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function sent(): Promise<void> {
    if (fault !== null) return;
    const wrong = await onChange(field === 'author' ? { field, value: author } : { field, value: day });
    if (wrong === undefined) onClose();
    else setError(wrong);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${field === 'author' ? 'Author' : 'Due date'} of ${papersInWords(count)}`}
      size="s"
      onSubmit={() => void sent()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Change
          </Button>
        </>
      }
    >
      {field === 'author' ? (
        <TextField
          label="Author"
          hint="Leave it empty to take the author away"
          value={author}
          onChange={setAuthor}
          error={error}
          autoFocus
        />
      ) : (
        <DateField
          label="Due date"
          hint="Leave it empty to go by the day on which each meeting’s papers go out"
          value={day}
          today={today}
          onChange={setDay}
          onFault={setFault}
          error={error}
          autoFocus
        />
      )}
    </Dialog>
  );
}
