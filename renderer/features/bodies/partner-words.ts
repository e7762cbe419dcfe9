/** Kinds, roles and refusals of partners and bodies in words. */
import type { BodyRefusal } from '#shared/domain/bodies/body.commands.ts';
import { bodyTypes, type BodyType } from '#shared/domain/bodies/body.ts';
import type { SeatRefusal } from '#shared/domain/bodies/seat.commands.ts';
import { seatRoles, type SeatRole } from '#shared/domain/bodies/seat.ts';
import type { OrganisationInUse, OrganisationRefusal } from '#shared/domain/people/organisation.commands.ts';
import { partnerships, type Partnership } from '#shared/domain/people/organisation.ts';
import type { PersonInUse, PersonRefusal } from '#shared/domain/people/person.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { StorageFull } from '#renderer/data/run.ts';

const bodyTypeWords: Readonly<Record<BodyType, string>> = {
  board: 'Board',
  executive: 'Executive group',
  subGroup: 'Sub-group',
  localGroup: 'Local group',
  taskGroup: 'Task and finish group',
};

export function bodyTypeInWords(type: BodyType): string {
  return bodyTypeWords[type];
}

export const bodyTypeOptions = bodyTypes.map((type) => ({ value: type, label: bodyTypeWords[type] }));

const seatRoleWords: Readonly<Record<SeatRole, string>> = {
  chair: 'Chair',
  deputyChair: 'Deputy chair',
  councilOfficer: 'Council officer',
  health: 'Health',
  representative: 'Representative',
};

export const seatRoleOptions = seatRoles.map((role) => ({ value: role, label: seatRoleWords[role] }));

/** The roles of a seat, in the order in which the protocols name them. */
export function rolesInWords(roles: ReadonlyArray<SeatRole>): string {
  return seatRoles
    .filter((role) => roles.includes(role))
    .map((role) => seatRoleWords[role])
    .join(', ');
}

const partnershipWords: Readonly<Record<Partnership, string>> = {
  primary: 'Primary partner',
  relevant: 'Relevant partner',
  representative: 'Representative body',
  other: 'Other partner',
};

export function partnershipInWords(partnership: Partnership): string {
  return partnershipWords[partnership];
}

export const partnershipOptions = partnerships.map((value) => ({ value, label: partnershipWords[value] }));

/** What is wrong, and at which field; `null` where it is at none of them. */
export interface Problem<Field extends string> {
  readonly field: Field | null;
  readonly text: string;
}

const storageFull: Problem<never> = {
  field: null,
  text: 'This laptop has no room left, so that was not saved. What was saved before is safe. Make room, then try again.',
};

export function bodyProblemOf(refusal: BodyRefusal | StorageFull): Problem<'name' | 'parentId'> {
  switch (refusal.type) {
    case 'NoName':
      return { field: 'name', text: 'Enter a name for the body' };
    case 'NameTaken':
      return { field: 'name', text: `There is a body called ${refusal.name} already. Choose another name` };
    case 'AnswersToItself':
      return { field: 'parentId', text: `${refusal.through} already answers to this body. Choose another one` };
    case 'StorageFull':
      return storageFull;
    default:
      return unreachable(refusal);
  }
}

export function organisationProblemOf(refusal: OrganisationRefusal | StorageFull): Problem<'name'> {
  switch (refusal.type) {
    case 'NoName':
      return { field: 'name', text: 'Enter the organisation’s name' };
    case 'NameTaken':
      return { field: 'name', text: `${refusal.name} is in the list already` };
    case 'StorageFull':
      return storageFull;
    default:
      return unreachable(refusal);
  }
}

export function personProblemOf(refusal: PersonRefusal | StorageFull): Problem<'name' | 'email'> {
  switch (refusal.type) {
    case 'NoName':
      return { field: 'name', text: 'Enter the person’s name' };
    case 'SamePerson':
      return { field: 'name', text: `${refusal.name} is in the list already, with the same role and organisation` };
    case 'NotAnEmail':
      return { field: 'email', text: 'Enter an e-mail address like name@organisation.gov.uk' };
    case 'StorageFull':
      return storageFull;
    default:
      return unreachable(refusal);
  }
}

export function seatProblemOf(refusal: SeatRefusal | StorageFull): Problem<'name' | 'member' | 'deputy'> {
  switch (refusal.type) {
    case 'NoName':
      return { field: 'name', text: 'Enter a name for the seat' };
    case 'MemberIsDeputy':
      return { field: 'deputy', text: 'The named deputy must be somebody other than the member' };
    case 'HasAnotherSeat': {
      const there = refusal.thereAs === 'member' ? 'is the member' : 'is the named deputy';
      const why = 'Nobody can be counted on for two seats of one body';
      return { field: refusal.as, text: `This person ${there} for the seat ${refusal.seat}. ${why}` };
    }
    case 'StorageFull':
      return storageFull;
    default:
      return unreachable(refusal);
  }
}

function listed(names: ReadonlyArray<string>): string {
  const most = 4;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

export function organisationInUseInWords({ people, seats }: OrganisationInUse): string {
  const has = [
    ...(people.length === 0 ? [] : [`people (${listed(people)})`]),
    ...(seats.length === 0 ? [] : [`seats (${listed(seats)})`]),
  ].join(' and ');
  return `It still has ${has}. Move or remove those first. Nothing was changed.`;
}

export function personInUseInWords({ seats }: PersonInUse): string {
  return `They are member or named deputy for ${listed(seats)}. Name somebody else there first. Nothing was changed.`;
}

export function storageFullInWords(): string {
  return storageFull.text;
}
