import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import type { Seat } from '#shared/domain/bodies/seat.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { personKind, type Person } from './person.ts';
import { isSameName } from './same-name.ts';

export type PersonRefusal =
  | { readonly type: 'NoName' }
  /** The same name, role and organisation are there already. */
  | { readonly type: 'SamePerson'; readonly name: string }
  | { readonly type: 'NotAnEmail' };

export interface PersonValues {
  readonly name: string;
  readonly jobTitle: string;
  readonly organisationId: string | null;
  readonly email: string;
  readonly telephone: string;
}

export interface AddPerson extends PersonValues {
  readonly id: string;
  /** The people of the same name, or all there are. */
  readonly others: ReadonlyArray<Person>;
}

/** Names may be shared; a second entry for one and the same person is a slip. */
function refusedPerson(values: PersonValues, others: ReadonlyArray<Person>, own: string | null): PersonRefusal | null {
  if (values.name === '') return { type: 'NoName' };
  if (values.email !== '' && !/^[^\s@]+@[^\s@]+$/.test(values.email)) return { type: 'NotAnEmail' };
  const same = others.find(
    (other) =>
      other.id !== own &&
      isSameName(other.name, values.name) &&
      isSameName(other.jobTitle, values.jobTitle) &&
      other.organisationId === values.organisationId,
  );
  return same === undefined ? null : { type: 'SamePerson', name: same.name };
}

function trimmed({ name, jobTitle, organisationId, email, telephone }: PersonValues): PersonValues {
  return {
    name: name.trim(),
    jobTitle: jobTitle.trim(),
    organisationId,
    email: email.trim(),
    telephone: telephone.trim(),
  };
}

export const addPerson: Command<AddPerson, PersonRefusal> = ({ id, others, ...given }) => {
  const values = trimmed(given);
  const refusal = refusedPerson(values, others, null);
  if (refusal !== null) return refuse(refusal);
  return ok(draft(`Added ${values.name}`, '', [create(personKind, id, { ...values })]));
};

export interface ChangePerson {
  readonly person: Person;
  readonly values: Partial<PersonValues>;
  readonly others: ReadonlyArray<Person>;
}

export const changePerson: Command<ChangePerson, PersonRefusal> = ({ person, values, others }) => {
  const { name, jobTitle, organisationId, email, telephone } = person;
  const wanted = trimmed({ name, jobTitle, organisationId, email, telephone, ...values });
  const refusal = refusedPerson(wanted, others, person.id);
  if (refusal !== null) return refuse(refusal);
  return ok(draft(`Changed ${person.name}`, '', [set(personKind, person, { ...wanted })]));
};

export interface RemovePerson {
  readonly person: Person;
  /** The seats they hold or are named deputy of. */
  readonly seats: ReadonlyArray<Seat>;
}

/** They hold these seats or are named deputy of them: somebody else must be named first. */
export interface PersonInUse {
  readonly type: 'InUse';
  readonly seats: ReadonlyArray<string>;
}

export const removePerson: Command<RemovePerson, PersonInUse> = ({ person, seats }) =>
  seats.length > 0
    ? refuse({ type: 'InUse', seats: seats.map((seat) => seat.name) })
    : ok(draft(`Removed ${person.name}`, '', [remove(personKind, person.id)]));
