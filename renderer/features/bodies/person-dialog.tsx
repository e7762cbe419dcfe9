import { useId, useMemo, useState, type ReactElement } from 'react';
import { addPerson, changePerson, removePerson, type PersonValues } from '#shared/domain/people/person.commands.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { personInUseInWords, personProblemOf, storageFullInWords, type Problem } from './partner-words.ts';
import type { Partners } from './partners.queries.ts';

export interface PersonDialogProps {
  /** `null` to add one. */
  readonly person: Person | null;
  readonly partners: Partners;
  readonly onClose: () => void;
}

const empty: PersonValues = { name: '', jobTitle: '', organisationId: null, email: '', telephone: '' };

/** A new person, or one there is: then each field saves itself. */
export function PersonDialog({ person, partners, onClose }: PersonDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [problem, setProblem] = useState<Problem<'name' | 'email'> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const others = partners.people;

  const kept = useMemo((): PersonValues => {
    if (person === null) return empty;
    const { name, jobTitle, organisationId, email, telephone } = person;
    return { name, jobTitle, organisationId, email, telephone };
  }, [person]);

  async function changed(values: PersonValues): Promise<void> {
    if (person === null) return;
    const result = await run(session, changePerson, { person, values, others });
    setProblem(result.ok ? null : personProblemOf(result.refusal));
  }
  const { value, change, flush } = useDraft(kept, (values) => void changed(values));

  async function added(): Promise<void> {
    const result = await run(session, addPerson, { ...value, id: session.newId(), others });
    if (result.ok) {
      onClose();
      return;
    }
    setProblem(personProblemOf(result.refusal));
    setAttempt(attempt + 1);
  }

  async function removed(wanted: Person): Promise<void> {
    const seats = partners.seats.filter((seat) => seat.memberId === wanted.id || seat.deputyId === wanted.id);
    const result = await run(session, removePerson, { person: wanted, seats });
    if (result.ok) {
      onClose();
      noticeShown(`Removed ${wanted.name}. Undo brings them back.`);
      return;
    }
    const text = result.refusal.type === 'InUse' ? personInUseInWords(result.refusal) : storageFullInWords();
    setProblem({ field: null, text });
    setAttempt(attempt + 1);
  }

  function text(field: 'name' | 'jobTitle' | 'email' | 'telephone', label: string, most = 200): ReactElement {
    return (
      <TextField
        id={`${id}-${field}`}
        label={label}
        value={value[field]}
        error={problem?.field === field ? problem.text : undefined}
        autoFocus={field === 'name'}
        inputType={field === 'email' ? 'email' : field === 'telephone' ? 'tel' : 'text'}
        onChange={(typed) => change({ ...value, [field]: typed.slice(0, most) })}
        onCommit={flush}
      />
    );
  }

  const isListed = problem !== null && (person === null || problem.field === null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={person === null ? 'Add a person' : person.name}
      onSubmit={() => {
        if (person === null) void added();
        else flush();
      }}
      footer={
        person === null ? (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" submit>
              Add person
            </Button>
          </>
        ) : (
          <>
            <Button kind="danger" onPress={() => void removed(person)}>
              Remove
            </Button>
            <Button kind="primary" onPress={onClose}>
              Done
            </Button>
          </>
        )
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={isListed ? [{ fieldId: `${id}-${problem.field ?? 'name'}`, text: problem.text }] : []}
      />
      <FormRow>
        {text('name', 'Name')}
        {text('jobTitle', 'Role')}
      </FormRow>
      <Select
        label="Organisation"
        value={value.organisationId ?? ''}
        placeholder="None"
        options={partners.organisations.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={(organisationId) =>
          change({ ...value, organisationId: organisationId === '' ? null : organisationId })
        }
      />
      <FormRow>
        {text('email', 'E-mail')}
        {text('telephone', 'Telephone', 60)}
      </FormRow>
    </Dialog>
  );
}
