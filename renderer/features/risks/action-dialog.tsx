import { useId, useState, type ReactElement } from 'react';
import { addAction, changeAction } from '#shared/domain/risks/risk-action.commands.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { reviewFrequencies } from '#shared/domain/risks/values.ts';
import { frequencyWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { OwnerField } from './owner-field.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface ActionDialogProps {
  readonly risk: Risk;
  /** The actions that the risk has. */
  readonly actions: ReadonlyArray<PlannedAction>;
  /** `null` to add one. */
  readonly action: PlannedAction | null;
  /** What a new one will be called: `3.2`. */
  readonly nextRef: string;
  readonly onClose: () => void;
}

/** What is to be done, by whom, and how one will know. The due date of one that is there is changed with a reason, elsewhere. */
export function ActionDialog({ risk, actions, action, nextRef, onClose }: ActionDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [text, setText] = useState(action?.text ?? '');
  const [responsible, setResponsible] = useState(action?.responsible ?? null);
  const [successFactors, setFactors] = useState(action?.successFactors ?? '');
  const [kpi, setKpi] = useState(action?.kpi ?? '');
  const [reviewFrequency, setFrequency] = useState(action?.reviewFrequency ?? 'quarterly');
  const [startOn, setStart] = useState(action?.startOn ?? null);
  const [dueOn, setDue] = useState(action?.dueOn ?? null);
  const [problem, setProblem] = useState<{ readonly field: 'text' | 'due'; readonly words: string } | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function kept(): Promise<void> {
    const values = { text: text.trim(), responsible, successFactors, kpi, reviewFrequency, startOn };
    const result =
      action === null
        ? await run(session, addAction, { id: session.newId(), risk, actions, dueOn, values })
        : await run(session, changeAction, { action, values });
    if (result.ok) {
      onClose();
      return;
    }
    const { refusal } = result;
    setProblem({
      field: refusal.type === 'WordsMissing' || refusal.type === 'StorageFull' ? 'text' : 'due',
      words: refusalInWords(refusal),
    });
    setAttempt(attempt + 1);
  }
  const errorAt = (field: 'text' | 'due'): string | undefined => (problem?.field === field ? problem.words : undefined);

  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={action === null ? `Add action ${nextRef}` : `Action ${action.ref}`}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            {action === null ? 'Add action' : 'Keep'}
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={problem === null ? [] : [{ fieldId: `${id}-${problem.field}`, text: problem.words }]}
      />
      <TextArea id={`${id}-text`} label="Action" rows={2} value={text} error={errorAt('text')} onChange={setText} />
      <FormRow>
        <OwnerField label="Responsible" value={responsible} onChange={setResponsible} />
        <Select
          label="Reviewed"
          value={reviewFrequency}
          options={reviewFrequencies.map((value) => ({ value, label: frequencyWords[value] }))}
          onChange={(value) => setFrequency(reviewFrequencies.find((one) => one === value) ?? 'quarterly')}
        />
      </FormRow>
      <FormRow>
        <DateField label="Starts on" optional today={session.today} value={startOn} onChange={setStart} />
        {action === null && (
          <DateField
            id={`${id}-due`}
            label="Due date"
            today={session.today}
            value={dueOn}
            error={errorAt('due')}
            onChange={setDue}
          />
        )}
      </FormRow>
      <TextArea label="Critical success factors" optional rows={2} value={successFactors} onChange={setFactors} />
      <TextArea label="Key performance indicator" optional rows={1} value={kpi} onChange={setKpi} />
    </Dialog>
  );
}
