/** One person answers for a risk. A team, a list of people or “to be confirmed” does not. */
import type { Answerable } from './values.ts';

const team =
  /\b(?:team|group|board|committee|partnership|panel|forum|unit|department|directorate|services|partners|members|officers|everyone|all|various|tbc|tba|vacant|vacancy)\b|&|\/|;| and /i;

/** Whether an owner's name is that of a team, of two people, or of nobody yet. */
export function readsAsTeam({ name }: Pick<Answerable, 'name'>): boolean {
  return team.test(name);
}

/** What an owner must not be: nobody, or a name that reads as a team and is on no list of people. */
export function isOwnerFit(owner: Answerable | null): boolean {
  if (owner === null || owner.name.trim() === '') return false;
  return owner.personId !== null || !readsAsTeam(owner);
}
