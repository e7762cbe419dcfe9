import { useId, useState, type ReactElement } from 'react';
import { escalateRisk } from '#shared/domain/risks/bearing.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { escalationDirections } from '#shared/domain/risks/values.ts';
import { directionWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface EscalateDialogProps {
  readonly risk: Risk;
  readonly onClose: () => void;
}

/** A risk put to another body, or noted as come from a partner's register. */
export function EscalateDialog({ risk, onClose }: EscalateDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [direction, setDirection] = useState<(typeof escalationDirections)[number]>('up');
  const [otherBody, setBody] = useState('');
  const [theirRef, setRef] = useState('');
  const [minuteRef, setMinute] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function kept(): Promise<void> {
    const order = { id: session.newId(), risk, direction, otherBody, theirRef, minuteRef };
    const result = await run(session, escalateRisk, order);
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
      title={`Escalate risk ${risk.number}`}
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
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-body`, text: problem }]} />
      <RadioGroup
        label="Direction"
        value={direction}
        options={escalationDirections.map((value) => ({ value, label: directionWords[value] }))}
        onChange={(value) => setDirection(escalationDirections.find((one) => one === value) ?? 'up')}
      />
      <TextField
        id={`${id}-body`}
        label="Other body"
        value={otherBody}
        error={problem ?? undefined}
        onChange={setBody}
      />
      <FormRow>
        <TextField label="Their reference" optional value={theirRef} onChange={setRef} />
        <TextField label="Minute" optional value={minuteRef} onChange={setMinute} />
      </FormRow>
      {direction !== 'in' && <p className="muted small">It stays on this register until they accept it.</p>}
    </Dialog>
  );
}
