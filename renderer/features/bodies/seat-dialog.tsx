import { useId, useMemo, useState, type ReactElement } from 'react';
import { addSeat, changeSeat, type SeatValues } from '#shared/domain/bodies/seat.commands.ts';
import { seatRoles, type Seat } from '#shared/domain/bodies/seat.ts';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckboxGroup } from '#renderer/ui/checkbox-group.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { findOrAddPerson } from './find-or-add-person.ts';
import { seatProblemOf, seatRoleOptions, type Problem } from './partner-words.ts';
import type { OpenBody } from './partners.queries.ts';
import { PersonField } from './person-field.tsx';

export interface SeatDialogProps {
  readonly open: OpenBody;
  /** `null` to add one. */
  readonly seat: Seat | null;
  readonly onClose: () => void;
}

/** A seat as it is being filled in: people by name, for they may be new. */
interface Entered extends Omit<SeatValues, 'memberId' | 'deputyId'> {
  readonly member: string;
  readonly deputy: string;
}

const empty: Entered = {
  name: '',
  organisationId: null,
  member: '',
  deputy: '',
  roles: ['representative'],
  votes: true,
};

/** A new seat, or one there is: then each field saves itself. */
export function SeatDialog({ open, seat, onClose }: SeatDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const [problem, setProblem] = useState<Problem<'name' | 'member' | 'deputy'> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { body, people, organisations, ownSeats: seats } = open;

  const kept = useMemo((): Entered => {
    if (seat === null) return empty;
    const nameOf = (person: string | null): string => people.find((each) => each.id === person)?.name ?? '';
    const { name, organisationId, memberId, deputyId, roles, votes } = seat;
    return { name, organisationId, member: nameOf(memberId), deputy: nameOf(deputyId), roles, votes };
  }, [seat, people]);

  async function keep({ member, deputy, ...entered }: Entered): Promise<boolean> {
    // Settled before anybody new is added to the people.
    const isSamePerson = member.trim() !== '' && isSameName(member, deputy);
    if (entered.name.trim() === '' || isSamePerson) {
      setProblem(seatProblemOf({ type: isSamePerson ? 'MemberIsDeputy' : 'NoName' }));
      return false;
    }
    // Whoever is held already keeps the seat under their name, though somebody else may bear the same.
    const idOf = async (name: string, held: string | null | undefined): Promise<string | null> =>
      findOrAddPerson(session, { name, people, organisationId: entered.organisationId, held: held ?? null });
    const values: SeatValues = {
      ...entered,
      memberId: await idOf(member, seat?.memberId),
      deputyId: await idOf(deputy, seat?.deputyId),
    };
    const result =
      seat === null
        ? await run(session, addSeat, { ...values, id: session.newId(), bodyId: body.id, seats })
        : await run(session, changeSeat, { seat, values, seats });
    setProblem(result.ok ? null : seatProblemOf(result.refusal));
    return result.ok;
  }
  const { value, change, flush } = useDraft(kept, (entered) => {
    if (seat !== null) void keep(entered);
  });

  // A half-typed name must not become a person: names wait until their field is left.
  const [names, setNames] = useState<{ readonly member?: string; readonly deputy?: string }>({});
  const shown = { ...value, ...names };
  function named(): void {
    change(shown);
    setNames({});
    flush();
  }

  async function added(): Promise<void> {
    if (await keep(shown)) onClose();
    else setAttempt(attempt + 1);
  }

  const errorAt = (field: 'name' | 'member' | 'deputy'): string | undefined =>
    problem?.field === field ? problem.text : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={seat === null ? 'Add a seat' : 'Seat'}
      onSubmit={() => {
        if (seat === null) void added();
        else flush();
      }}
      footer={
        seat === null ? (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" submit>
              Add seat
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        )
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={
          problem === null || (seat !== null && problem.field !== null)
            ? []
            : [{ fieldId: `${id}-${problem.field ?? 'name'}`, text: problem.text }]
        }
      />
      <FormRow>
        <TextField
          id={`${id}-name`}
          label="Seat"
          hint="For example: Chair, or Police"
          value={value.name}
          error={errorAt('name')}
          autoFocus
          onChange={(name) => change({ ...value, name: name.slice(0, 200) })}
          onCommit={flush}
        />
        <Select
          label="Organisation"
          hint="Whose seat it is"
          value={value.organisationId ?? ''}
          placeholder="None"
          options={organisations.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(text) => change({ ...value, organisationId: text === '' ? null : text })}
        />
      </FormRow>
      <FormRow>
        <PersonField
          id={`${id}-member`}
          label="Member"
          value={shown.member}
          open={open}
          error={errorAt('member')}
          onChange={(member) => setNames({ ...names, member: member.slice(0, 200) })}
          onCommit={named}
        />
        <PersonField
          id={`${id}-deputy`}
          label="Named deputy"
          value={shown.deputy}
          open={open}
          error={errorAt('deputy')}
          onChange={(deputy) => setNames({ ...names, deputy: deputy.slice(0, 200) })}
          onCommit={named}
        />
      </FormRow>
      <CheckboxGroup
        label="Roles"
        hint="What the seat counts as when the quorum is worked out"
        chosen={value.roles}
        options={seatRoleOptions}
        onChange={(chosen) => change({ ...value, roles: seatRoles.filter((role) => chosen.includes(role)) })}
      />
      <Checkbox label="Has a vote" checked={value.votes} onChange={(votes) => change({ ...value, votes })} />
    </Dialog>
  );
}
