import { useId, useState, type ReactElement } from 'react';
import { addControl, changeControl } from '#shared/domain/risks/risk-control.commands.ts';
import type { RiskControl } from '#shared/domain/risks/risk-control.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { adequacies } from '#shared/domain/risks/values.ts';
import { adequacyWords, assuranceWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckboxGroup } from '#renderer/ui/checkbox-group.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface ControlDialogProps {
  readonly open: OpenRegister;
  readonly risk: Risk;
  /** `null` to add one. */
  readonly control: RiskControl | null;
  readonly onClose: () => void;
}

/** A control, new or there already. It may serve several risks. */
export function ControlDialog({ open, risk, control, onClose }: ControlDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [text, setText] = useState(control?.text ?? '');
  const [owner, setOwner] = useState(control?.owner ?? '');
  const [adequacy, setAdequacy] = useState(control?.adequacy ?? 'notAssessed');
  const [assuranceLine, setAssurance] = useState(control?.assuranceLine ?? 0);
  const [lastAssuredOn, setLastAssured] = useState(control?.lastAssuredOn ?? null);
  const [evidence, setEvidence] = useState(control?.evidence ?? '');
  const [riskIds, setRiskIds] = useState<ReadonlyArray<string>>(control?.riskIds ?? [risk.id]);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const others = open.rows.risks.filter(({ id: other, status }) => status !== 'closed' || riskIds.includes(other));

  async function kept(): Promise<void> {
    const values = {
      text: text.trim(),
      owner: owner.trim(),
      adequacy,
      assuranceLine,
      lastAssuredOn,
      evidence,
      riskIds,
    };
    const result =
      control === null
        ? await run(session, addControl, { id: session.newId(), registerId: risk.registerId, values })
        : await run(session, changeControl, { control, values });
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
      title={control === null ? 'Add a control' : 'Control'}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            {control === null ? 'Add control' : 'Keep'}
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-text`, text: problem }]} />
      <TextArea
        id={`${id}-text`}
        label="Control"
        rows={2}
        value={text}
        error={problem ?? undefined}
        onChange={setText}
      />
      <FormRow>
        <TextField label="Kept up by" optional value={owner} onChange={setOwner} />
        <Select
          label="Adequacy"
          value={adequacy}
          options={adequacies.map((value) => ({ value, label: adequacyWords[value] }))}
          onChange={(value) => setAdequacy(adequacies.find((one) => one === value) ?? 'notAssessed')}
        />
      </FormRow>
      <FormRow>
        <Select
          label="Who says that it works"
          value={String(assuranceLine)}
          options={assuranceWords.map((label, line) => ({ value: String(line), label }))}
          onChange={(value) => setAssurance(Number(value))}
        />
        <DateField
          label="Last assured on"
          optional
          today={session.today}
          value={lastAssuredOn}
          onChange={setLastAssured}
        />
      </FormRow>
      <TextArea label="Evidence" optional rows={2} value={evidence} onChange={setEvidence} />
      {others.length > 1 && others.length <= 40 && (
        <CheckboxGroup
          label="Risks it serves"
          chosen={riskIds}
          options={others.map((one) => ({ value: one.id, label: `${one.number}. ${one.shortName}` }))}
          onChange={(chosen) => setRiskIds(chosen.length === 0 ? [risk.id] : chosen)}
        />
      )}
    </Dialog>
  );
}
