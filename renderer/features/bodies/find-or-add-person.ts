import { addPerson } from '#shared/domain/people/person.commands.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';

export interface PersonWanted {
  readonly name: string;
  readonly people: ReadonlyArray<Person>;
  /** Where somebody new belongs. */
  readonly organisationId: string | null;
  /** Who is there now, to be kept where the name is still theirs. */
  readonly held: string | null;
}

/** The person of this name; somebody new is added. `null` for no name, or where there was no room to add them. */
export async function findOrAddPerson(session: Session, wanted: PersonWanted): Promise<string | null> {
  const { name, people, organisationId, held } = wanted;
  if (name.trim() === '') return null;
  const same = people.filter((person) => isSameName(person.name, name));
  const known =
    same.find((person) => person.id === held) ??
    same.find((person) => person.organisationId === organisationId) ??
    same[0];
  if (known !== undefined) return known.id;
  const id = session.newId();
  const values = { name, jobTitle: '', organisationId, email: '', telephone: '' };
  const result = await run(session, addPerson, { ...values, id, others: people });
  return result.ok ? id : null;
}
