import { useId, useState, type ReactElement } from 'react';
import { tolerateRisk } from '#shared/domain/risks/bearing.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { addMonths } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface TolerateDialogProps {
  readonly risk: Risk;
  readonly onClose: () => void;
}

/** The board's decision to bear a risk as it is rated now, for twelve months at most. */
export function TolerateDialog({ risk, onClose }: TolerateDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [reason, setReason] = useState('');
  const [approvedMinute, setMinute] = useState('');
  const [approvedOn, setApproved] = useState(session.today);
  const [expiresOn, setExpires] = useState(addMonths(session.today, 6));
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function kept(): Promise<void> {
    const order = { id: session.newId(), risk, reason, approvedMinute, approvedOn, expiresOn };
    const result = await run(session, tolerateRisk, order);
    if (result.ok) {
      onClose();
      return;
    }
    setProblem(refusalInWords(result.refusal));
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Tolerate risk ${risk.number}`}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Tolerate
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-reason`, text: problem }]} />
      <p>The decision stands for the present rating. When the risk is rated anew, the board is asked again.</p>
      <TextArea
        id={`${id}-reason`}
        label="Reason"
        rows={2}
        value={reason}
        error={problem ?? undefined}
        onChange={setReason}
      />
      <TextField label="Minute" value={approvedMinute} onChange={setMinute} />
      <FormRow>
        <DateField
          label="Approved on"
          today={session.today}
          value={approvedOn}
          onChange={(day) => setApproved(day ?? session.today)}
        />
        <DateField
          label="Expires on"
          today={session.today}
          value={expiresOn}
          onChange={(day) => setExpires(day ?? expiresOn)}
        />
      </FormRow>
    </Dialog>
  );
}
