import { useId, useState, type ReactElement } from 'react';
import { addBody } from '#shared/domain/bodies/body.commands.ts';
import { bodyTypes, type Body, type BodyType } from '#shared/domain/bodies/body.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { bodyProblemOf, bodyTypeOptions, type Problem } from './partner-words.ts';

export interface AddBodyDialogProps {
  readonly bodies: ReadonlyArray<Body>;
  readonly onClose: () => void;
}

export function AddBodyDialog({ bodies, onClose }: AddBodyDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [name, setName] = useState('');
  const [type, setType] = useState<BodyType>(bodies.length === 0 ? 'board' : 'subGroup');
  const [parentId, setParentId] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem<'name' | 'parentId'> | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function added(): Promise<void> {
    const bodyId = session.newId();
    const result = await run(session, addBody, { id: bodyId, name, type, parentId, others: bodies });
    if (result.ok) {
      onClose();
      goTo(pathTo.body(bodyId));
      return;
    }
    setProblem(bodyProblemOf(result.refusal));
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a body"
      size="s"
      onSubmit={() => void added()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Add body
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={problem === null ? [] : [{ fieldId: `${id}-name`, text: problem.text }]}
      />
      <TextField
        id={`${id}-name`}
        label="Name"
        hint="For example: Partnership Board"
        value={name}
        error={problem?.field === 'name' ? problem.text : undefined}
        autoFocus
        onChange={(text) => setName(text.slice(0, 200))}
      />
      <Select
        label="Kind of body"
        value={type}
        options={bodyTypeOptions}
        onChange={(value) => setType(bodyTypes.find((each) => each === value) ?? 'board')}
      />
      {bodies.length > 0 && (
        <Select
          label="Accountable to"
          value={parentId ?? ''}
          placeholder="Nobody"
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          onChange={(value) => setParentId(value === '' ? null : value)}
        />
      )}
    </Dialog>
  );
}
