import { useId, useState, type ReactElement } from 'react';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { presets, storm } from '#shared/domain/rating/presets.ts';
import { addRiskRegister } from '#shared/domain/risks/risk-register.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { noRoomWords, run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface AddRegisterDialogProps {
  readonly onClose: () => void;
}

/** A register to begin with: whose it is, by which scheme risks are rated, and what they may threaten. */
export function AddRegisterDialog({ onClose }: AddRegisterDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const bodies = useLive((database) => rowsOf(database, bodyKind).orderBy('name').toArray(), []) ?? [];
  const [chosenBody, setBody] = useState<string | null>(null);
  const [typedName, setName] = useState<string | null>(null);
  const [preset, setPreset] = useState(storm.name);
  const [vision, setVision] = useState('');
  const [mission, setMission] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const bodyId = chosenBody ?? bodies.find(({ type }) => type === 'board')?.id ?? bodies[0]?.id ?? '';
  const name = typedName ?? `Risk register of ${bodies.find((body) => body.id === bodyId)?.name ?? 'the board'}`;

  async function added(): Promise<void> {
    const registerId = session.newId();
    const result = await run(session, addRiskRegister, {
      id: registerId,
      schemeId: session.newId(),
      bodyId,
      name,
      scheme: presets.find((scheme) => scheme.name === preset) ?? storm,
      values: { vision: vision.trim(), mission: mission.trim() },
    });
    if (result.ok) {
      onClose();
      goTo(pathTo.riskRegister(registerId));
      return;
    }
    setAttempt(attempt + 1);
    switch (result.refusal.type) {
      case 'NoName':
        setProblem('Give the register a name.');
        return;
      case 'SchemeFaulty':
        setProblem('This scheme cannot be used: its cells are not in order.');
        return;
      case 'StorageFull':
        setProblem(noRoomWords);
        return;
      default:
        unreachable(result.refusal);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Set up a risk register"
      onSubmit={() => void added()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Set up
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-name`, text: problem }]} />
      <Select
        label="Body"
        value={bodyId}
        options={bodies.map((body) => ({ value: body.id, label: body.name }))}
        onChange={setBody}
      />
      <TextField id={`${id}-name`} label="Name" value={name} onChange={setName} error={problem ?? undefined} />
      <Select
        label="Rating scheme"
        value={preset}
        hint="It can be changed later; what is rated by then keeps its meaning."
        options={presets.map((scheme) => ({
          value: scheme.name,
          label: `${scheme.name}: ${scheme.likelihood.length} by ${scheme.impact.length}`,
        }))}
        onChange={setPreset}
      />
      <TextArea label="Vision" optional rows={2} value={vision} onChange={setVision} />
      <TextArea label="Mission" optional rows={2} value={mission} onChange={setMission} />
    </Dialog>
  );
}
