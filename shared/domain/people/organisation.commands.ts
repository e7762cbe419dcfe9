import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import type { Seat } from '#shared/domain/bodies/seat.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { organisationKind, type Organisation, type Partnership } from './organisation.ts';
import type { Person } from './person.ts';
import { isSameName } from './same-name.ts';

export type OrganisationRefusal =
  | { readonly type: 'NoName' }
  /** There is an organisation of this name already. */
  | { readonly type: 'NameTaken'; readonly name: string };

export interface OrganisationValues {
  readonly name: string;
  readonly partnership: Partnership;
  readonly note: string;
}

export interface AddOrganisation extends OrganisationValues {
  readonly id: string;
  /** The organisations there are. */
  readonly others: ReadonlyArray<Organisation>;
}

function refusedName(
  name: string,
  others: ReadonlyArray<Organisation>,
  own: string | null,
): OrganisationRefusal | null {
  if (name.trim() === '') return { type: 'NoName' };
  const taken = others.find((other) => other.id !== own && isSameName(other.name, name));
  return taken === undefined ? null : { type: 'NameTaken', name: taken.name };
}

export const addOrganisation: Command<AddOrganisation, OrganisationRefusal> = (input) => {
  const { id, others, name, partnership, note } = input;
  const refusal = refusedName(name, others, null);
  if (refusal !== null) return refuse(refusal);
  const trimmed = name.trim();
  return ok(
    draft(`Added ${trimmed}`, '', [create(organisationKind, id, { name: trimmed, partnership, note: note.trim() })]),
  );
};

export interface ChangeOrganisation {
  readonly organisation: Organisation;
  readonly values: Partial<OrganisationValues>;
  readonly others: ReadonlyArray<Organisation>;
}

export const changeOrganisation: Command<ChangeOrganisation, OrganisationRefusal> = (input) => {
  const { organisation, values, others } = input;
  const name = values.name?.trim();
  const refusal = name === undefined ? null : refusedName(name, others, organisation.id);
  if (refusal !== null) return refuse(refusal);
  return ok(
    draft(`Changed ${organisation.name}`, '', [
      set(organisationKind, organisation, name === undefined ? values : { ...values, name }),
    ]),
  );
};

export interface RemoveOrganisation {
  readonly organisation: Organisation;
  /** The people who belong to it. */
  readonly people: ReadonlyArray<Person>;
  /** The seats it has, on whatever body. */
  readonly seats: ReadonlyArray<Seat>;
}

/** Removing it would leave these people without an organisation, or these seats without a partner. */
export interface OrganisationInUse {
  readonly type: 'InUse';
  readonly people: ReadonlyArray<string>;
  readonly seats: ReadonlyArray<string>;
}

export const removeOrganisation: Command<RemoveOrganisation, OrganisationInUse> = ({ organisation, people, seats }) =>
  people.length > 0 || seats.length > 0
    ? refuse({ type: 'InUse', people: people.map((person) => person.name), seats: seats.map((seat) => seat.name) })
    : ok(draft(`Removed ${organisation.name}`, '', [remove(organisationKind, organisation.id)]));
