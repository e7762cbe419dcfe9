import { useId, useState, type ReactElement } from 'react';
import { turnIntoRisk } from '#shared/domain/workshops/workshop.commands.ts';
import type { WorkshopCard } from '#shared/domain/workshops/workshop-card.ts';
import { noRoomWords, run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface ScenarioDialogProps {
  readonly open: OpenRegister;
  readonly cards: ReadonlyArray<WorkshopCard>;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** A scenario made of what the cards say: what exposes, what may happen, what would follow. */
export function ScenarioDialog({ open, cards, onClose, onMade }: ScenarioDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [first] = cards;
  const [shortName, setShortName] = useState((first?.text ?? '').slice(0, 120));
  const [vulnerability, setVulnerability] = useState('');
  const [trigger, setTrigger] = useState('');
  const [consequences, setConsequences] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function made(): Promise<void> {
    const frozenNumbers = open.frozen.flatMap(({ positions }) => Object.keys(positions).map(Number));
    const result = await run(session, turnIntoRisk, {
      id: session.newId(),
      registerId: open.rows.register.id,
      cards,
      shortName,
      vulnerability,
      trigger,
      consequences: consequences
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      numbers: [...open.rows.risks.map(({ number }) => number), ...frozenNumbers],
    });
    if (result.ok) {
      onMade();
      return;
    }
    setProblem(result.refusal.type === 'StorageFull' ? noRoomWords : 'Give the risk a short name.');
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title="Make a scenario"
      onSubmit={() => void made()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Make a scenario
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-name`, text: problem }]} />
      <ul>
        {cards.map((card) => (
          <li key={card.id}>{card.text}</li>
        ))}
      </ul>
      <TextField
        id={`${id}-name`}
        label="Short name"
        value={shortName}
        error={problem ?? undefined}
        onChange={setShortName}
      />
      <TextArea
        label="Vulnerability"
        optional
        rows={2}
        hint="The situation that exposes the partnership"
        value={vulnerability}
        onChange={setVulnerability}
      />
      <TextArea
        label="Trigger"
        optional
        rows={2}
        hint="The event that would turn it into harm"
        value={trigger}
        onChange={setTrigger}
      />
      <TextArea
        label="Consequences"
        optional
        rows={3}
        hint="What would follow, one on each line"
        value={consequences}
        onChange={setConsequences}
      />
    </Dialog>
  );
}
