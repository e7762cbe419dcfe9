import { useState, type ReactElement } from 'react';
import { answerEscalation } from '#shared/domain/risks/bearing.commands.ts';
import type { RiskEscalation } from '#shared/domain/risks/risk-escalation.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { escalationWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface AnswerDialogProps {
  readonly risk: Risk;
  readonly escalation: RiskEscalation;
  /** Others of the same risk still wait for an answer. */
  readonly othersWait: boolean;
  readonly onClose: () => void;
}

const answers = ['accepted', 'declined', 'returned'] as const;

/** What the other body said to a risk that was put to it. */
export function AnswerDialog({ risk, escalation, othersWait, onClose }: AnswerDialogProps): ReactElement {
  const session = useSession();
  const [status, setStatus] = useState<(typeof answers)[number]>('accepted');
  const [theirRef, setRef] = useState(escalation.theirRef);
  const [minuteRef, setMinute] = useState(escalation.minuteRef);

  async function kept(): Promise<void> {
    const order = { escalation, risk, status, theirRef, minuteRef, othersWait };
    const result = await run(session, answerEscalation, order);
    if (result.ok) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`The answer of ${escalation.otherBody}`}
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
      <RadioGroup
        label="Answer"
        value={status}
        options={answers.map((value) => ({ value, label: escalationWords[value] }))}
        onChange={(value) => setStatus(answers.find((one) => one === value) ?? 'accepted')}
      />
      <FormRow>
        <TextField label="Their reference" optional value={theirRef} onChange={setRef} />
        <TextField label="Minute" optional value={minuteRef} onChange={setMinute} />
      </FormRow>
      <p className="muted small">
        {status === 'accepted'
          ? 'It may now be closed here as accepted by another body.'
          : 'It is open here again, to be dealt with by this board.'}
      </p>
    </Dialog>
  );
}
