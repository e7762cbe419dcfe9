import { useId, useState, type ReactElement } from 'react';
import { closeRisk } from '#shared/domain/risks/close.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { closureReasons } from '#shared/domain/risks/values.ts';
import { closureWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { refusalInWords } from './refusal-words.ts';
import { RiskSelect } from './risk-select.tsx';

export interface CloseDialogProps {
  readonly open: OpenRegister;
  readonly risk: Risk;
  readonly onClose: () => void;
}

/** Taking a risk off the register, with the reason and the minute; it stays to be read. */
export function CloseDialog({ open, risk, onClose }: CloseDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [reason, setReason] = useState<(typeof closureReasons)[number]>('managed');
  const [on, setOn] = useState(session.today);
  const [note, setNote] = useState('');
  const [minuteRef, setMinute] = useState('');
  const [mergedIntoId, setMergedInto] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { rows, frozen } = open;

  async function closed(): Promise<void> {
    const result = await run(session, closeRisk, {
      risk,
      reason,
      note,
      minuteRef,
      on,
      mergedInto: rows.risks.find((one) => one.id === mergedIntoId) ?? null,
      actions: rows.actions.filter(({ riskId }) => riskId === risk.id),
      escalations: rows.escalations.filter(({ riskId }) => riskId === risk.id),
      wasFrozen: frozen.some(({ positions }) => positions[String(risk.number)] !== undefined),
    });
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
      size="l"
      onClose={onClose}
      title={`Close risk ${risk.number}`}
      onSubmit={() => void closed()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Close this risk
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-note`, text: problem }]} />
      <RadioGroup
        label="Why it is closed"
        value={reason}
        options={closureReasons.map((value) => ({ value, label: closureWords[value] }))}
        onChange={(value) => setReason(closureReasons.find((one) => one === value) ?? 'managed')}
      />
      {reason === 'merged' && (
        <RiskSelect label="Merged into" open={open} without={risk.id} value={mergedIntoId} onChange={setMergedInto} />
      )}
      <TextArea id={`${id}-note`} label="Note" rows={2} value={note} error={problem ?? undefined} onChange={setNote} />
      <FormRow>
        <TextField
          label="Minute"
          optional={reason === 'enteredInError'}
          hint="Such as: Board, 10 December, minute 47"
          value={minuteRef}
          onChange={setMinute}
        />
        <DateField label="Closed on" today={session.today} value={on} onChange={(day) => setOn(day ?? session.today)} />
      </FormRow>
    </Dialog>
  );
}
