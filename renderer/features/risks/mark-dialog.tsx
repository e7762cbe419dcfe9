import { useId, useState, type ReactElement } from 'react';
import { markAction } from '#shared/domain/risks/risk-action.commands.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import { actionStatuses } from '#shared/domain/risks/values.ts';
import { actionStatusWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface MarkDialogProps {
  readonly action: PlannedAction;
  readonly onClose: () => void;
}

/** How far an action is. Completing one suggests rating its risk anew, and does no more than that. */
export function MarkDialog({ action, onClose }: MarkDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [status, setStatus] = useState(action.status);
  const [completedOn, setCompleted] = useState(action.completedOn ?? session.today);
  const [outcome, setOutcome] = useState(action.outcome);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function kept(): Promise<void> {
    const result = await run(session, markAction, {
      action,
      status,
      completedOn: status === 'complete' ? completedOn : null,
      outcome: outcome.trim(),
    });
    if (!result.ok) {
      setProblem(refusalInWords(result.refusal));
      setAttempt(attempt + 1);
      return;
    }
    onClose();
    if (status === 'complete' && action.status !== 'complete') {
      noticeShown(`Action ${action.ref} is complete. Does the risk still stand where it is rated?`, 'blue');
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Action ${action.ref}`}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Keep
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-day`, text: problem }]} />
      <p>{action.text}</p>
      <RadioGroup
        label="Status"
        value={status}
        options={actionStatuses.map((value) => ({ value, label: actionStatusWords[value] }))}
        onChange={(value) => setStatus(actionStatuses.find((one) => one === value) ?? action.status)}
      />
      {status === 'complete' && (
        <DateField
          id={`${id}-day`}
          label="Completed on"
          today={session.today}
          value={completedOn}
          error={problem ?? undefined}
          onChange={(day) => setCompleted(day ?? session.today)}
        />
      )}
      <TextArea
        label={status === 'cancelled' ? 'Why it was cancelled' : 'Outcome'}
        optional
        rows={2}
        value={outcome}
        onChange={setOutcome}
      />
    </Dialog>
  );
}
