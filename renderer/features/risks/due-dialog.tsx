import { useId, useState, type ReactElement } from 'react';
import { changeDueDate } from '#shared/domain/risks/risk-action.commands.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface DueDialogProps {
  readonly risk: Risk;
  readonly action: PlannedAction;
  readonly onClose: () => void;
}

/** Another due date. Putting one off needs a reason, and the first date agreed stays in sight. */
export function DueDialog({ risk, action, onClose }: DueDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [dueOn, setDue] = useState(action.dueOn);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ readonly field: 'due' | 'reason'; readonly words: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isPutOff = action.dueOn !== null && dueOn !== null && dueOn > action.dueOn;

  async function kept(): Promise<void> {
    if (dueOn === null) {
      setProblem({ field: 'due', words: 'Give a day.' });
      setAttempt(attempt + 1);
      return;
    }
    const result = await run(session, changeDueDate, { action, risk, dueOn, reason });
    if (result.ok) {
      onClose();
      return;
    }
    setProblem({
      field: result.refusal.type === 'ReasonMissing' ? 'reason' : 'due',
      words: refusalInWords(result.refusal),
    });
    setAttempt(attempt + 1);
  }
  const errorAt = (field: 'due' | 'reason'): string | undefined =>
    problem?.field === field ? problem.words : undefined;

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Due date of action ${action.ref}`}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            {isPutOff ? 'Put off' : 'Keep'}
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={problem === null ? [] : [{ fieldId: `${id}-${problem.field}`, text: problem.words }]}
      />
      {action.originalDueOn !== null && <p>First agreed for {withYear(action.originalDueOn)}.</p>}
      <DateField
        id={`${id}-due`}
        label="Due date"
        today={session.today}
        value={dueOn}
        error={errorAt('due')}
        onChange={setDue}
      />
      <TextArea
        id={`${id}-reason`}
        label="Reason"
        optional={!isPutOff}
        rows={2}
        value={reason}
        error={errorAt('reason')}
        onChange={setReason}
      />
    </Dialog>
  );
}
