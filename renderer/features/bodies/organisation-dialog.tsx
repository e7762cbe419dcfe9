import { useId, useMemo, useState, type ReactElement } from 'react';
import {
  addOrganisation,
  changeOrganisation,
  removeOrganisation,
  type OrganisationValues,
} from '#shared/domain/people/organisation.commands.ts';
import { partnerships, type Organisation } from '#shared/domain/people/organisation.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import {
  organisationInUseInWords,
  organisationProblemOf,
  partnershipOptions,
  storageFullInWords,
  type Problem,
} from './partner-words.ts';
import type { Partners } from './partners.queries.ts';

export interface OrganisationDialogProps {
  /** `null` to add one. */
  readonly organisation: Organisation | null;
  readonly partners: Partners;
  readonly onClose: () => void;
}

const empty: OrganisationValues = { name: '', partnership: 'other', note: '' };

/** A new organisation, or one there is: then each field saves itself. */
export function OrganisationDialog({ organisation, partners, onClose }: OrganisationDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [problem, setProblem] = useState<Problem<'name'> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const others = partners.organisations;

  const kept = useMemo(
    () =>
      organisation === null
        ? empty
        : { name: organisation.name, partnership: organisation.partnership, note: organisation.note },
    [organisation],
  );

  async function changed(values: OrganisationValues): Promise<void> {
    if (organisation === null) return;
    const result = await run(session, changeOrganisation, { organisation, values, others });
    setProblem(result.ok ? null : organisationProblemOf(result.refusal));
  }
  const { value, change, flush } = useDraft(kept, (values) => void changed(values));

  async function added(): Promise<void> {
    const result = await run(session, addOrganisation, { ...value, id: session.newId(), others });
    if (result.ok) {
      onClose();
      return;
    }
    setProblem(organisationProblemOf(result.refusal));
    setAttempt(attempt + 1);
  }

  async function removed(wanted: Organisation): Promise<void> {
    const result = await run(session, removeOrganisation, {
      organisation: wanted,
      people: partners.people.filter((person) => person.organisationId === wanted.id),
      seats: partners.seats.filter((seat) => seat.organisationId === wanted.id),
    });
    if (result.ok) {
      onClose();
      noticeShown(`Removed ${wanted.name}. Undo brings it back.`);
      return;
    }
    const text = result.refusal.type === 'InUse' ? organisationInUseInWords(result.refusal) : storageFullInWords();
    setProblem({ field: null, text });
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={organisation === null ? 'Add an organisation' : organisation.name}
      size="s"
      onSubmit={() => {
        if (organisation === null) void added();
        else flush();
      }}
      footer={
        organisation === null ? (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" submit>
              Add organisation
            </Button>
          </>
        ) : (
          <>
            <Button kind="danger" onPress={() => void removed(organisation)}>
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
        problems={
          problem === null || (organisation !== null && problem.field !== null)
            ? []
            : [{ fieldId: `${id}-name`, text: problem.text }]
        }
      />
      <TextField
        id={`${id}-name`}
        label="Organisation"
        value={value.name}
        error={problem?.field === 'name' ? problem.text : undefined}
        autoFocus
        onChange={(name) => change({ ...value, name: name.slice(0, 200) })}
        onCommit={flush}
      />
      <Select
        label="Kind of partner"
        value={value.partnership}
        options={partnershipOptions}
        onChange={(text) => {
          const partnership = partnerships.find((each) => each === text) ?? 'other';
          change({ ...value, partnership });
        }}
      />
      <TextArea
        label="Note"
        optional
        rows={2}
        value={value.note}
        onChange={(note) => change({ ...value, note: note.slice(0, 2000) })}
        onCommit={flush}
      />
    </Dialog>
  );
}
