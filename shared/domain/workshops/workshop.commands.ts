/** What is done in a workshop. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import { freshKeysAfter } from '#shared/changes/position.ts';
import { cellCode, cellOf, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import { riskClusterKind } from '#shared/domain/risks/risk-cluster.ts';
import { riskKind, type Risk } from '#shared/domain/risks/risk.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { longestCard, workshopCardKind, type WorkshopCard } from './workshop-card.ts';
import { workshopVoteKind, type WorkshopVote } from './workshop-vote.ts';
import { workshopKind, type Workshop } from './workshop.ts';

export interface NothingSaid {
  readonly type: 'NothingSaid';
}

export const startWorkshop: Command<
  { readonly id: string; readonly registerId: string; readonly name: string },
  NothingSaid
> = ({ id, registerId, ...input }, { today }) => {
  const name = input.name.trim();
  if (name === '') return refuse({ type: 'NothingSaid' });
  return ok(draft(`Started the workshop ${name}`, '', [create(workshopKind, id, { registerId, name, heldOn: today })]));
};

export const endWorkshop: Command<{ readonly workshop: Workshop }> = ({ workshop }) =>
  ok(draft(`Ended the workshop ${workshop.name}`, '', [set(workshopKind, workshop, { isOver: true })]));

export interface AddCards {
  readonly workshopId: string;
  /** One card each. Empty ones are left out, and what is too long is cut where a card ends. */
  readonly texts: ReadonlyArray<string>;
  /** The last key of a place so far; `null` before the first card. */
  readonly after: string | null;
}

/** Cards as they are called out: one with Enter, or many from a list that is pasted. */
export const addCards: Command<AddCards, NothingSaid> = ({ workshopId, texts, after }, { newId }) => {
  const said = texts.map((text) => text.trim().slice(0, longestCard)).filter((text) => text !== '');
  if (said.length === 0) return refuse({ type: 'NothingSaid' });
  const keys = freshKeysAfter(after, said.length);
  return ok(
    draft(
      said.length === 1 ? 'Wrote a card' : `Wrote ${said.length} cards`,
      '',
      said.map((text, at) => create(workshopCardKind, newId(), { workshopId, text, place: keys[at] ?? '' })),
    ),
  );
};

export const changeCard: Command<{ readonly card: WorkshopCard; readonly text: string }, NothingSaid> = ({
  card,
  ...input
}) => {
  const text = input.text.trim().slice(0, longestCard);
  return text === ''
    ? refuse({ type: 'NothingSaid' })
    : ok(draft('Changed a card', '', [set(workshopCardKind, card, { text })]));
};

export const removeCard: Command<{ readonly card: WorkshopCard }> = ({ card }) =>
  ok(draft('Took a card away', '', [remove(workshopCardKind, card.id)]));

export interface GatherCards {
  readonly cards: ReadonlyArray<WorkshopCard>;
  /** A cluster that is there, a new one of this name, or none. */
  readonly under: { readonly id: string } | { readonly name: string } | null;
  readonly registerId: string;
}

/** Puts cards under a theme, which becomes a cluster of the register. */
export const gatherCards: Command<GatherCards, NothingSaid> = ({ cards, under, registerId }, { newId }) => {
  if (under !== null && 'name' in under && under.name.trim() === '') return refuse({ type: 'NothingSaid' });
  const id = under === null ? null : 'id' in under ? under.id : newId();
  const isNew = under !== null && 'name' in under;
  return ok(
    draft(cards.length === 1 ? 'Moved a card' : `Moved ${cards.length} cards`, '', [
      isNew && id !== null ? create(riskClusterKind, id, { registerId, name: under.name.trim() }) : [],
      ...cards.map((card) => set(workshopCardKind, card, { clusterId: id })),
    ]),
  );
};

export interface TurnIntoRisk {
  readonly id: string;
  readonly registerId: string;
  /** The cards that it is made of; they stay and say which risk they became. */
  readonly cards: ReadonlyArray<WorkshopCard>;
  readonly shortName: string;
  readonly vulnerability: string;
  readonly trigger: string;
  readonly consequences: ReadonlyArray<string>;
  /** Every number given so far. */
  readonly numbers: Iterable<number>;
}

/** A scenario out of cards: a proposed risk, under the cluster of its first card. */
export const turnIntoRisk: Command<TurnIntoRisk, NothingSaid> = (
  { id, registerId, cards, numbers, ...input },
  { today },
) => {
  const shortName = input.shortName.trim();
  if (shortName === '') return refuse({ type: 'NothingSaid' });
  let number = 1;
  for (const one of numbers) number = Math.max(number, one + 1);
  return ok(
    draft(`Made a scenario of ${cards.length === 1 ? 'a card' : `${cards.length} cards`}`, '', [
      create(riskKind, id, {
        registerId,
        number,
        shortName,
        vulnerability: input.vulnerability.trim(),
        trigger: input.trigger.trim(),
        consequences: input.consequences,
        clusterId: cards[0]?.clusterId ?? null,
        identifiedOn: today,
        identifiedVia: 'workshop',
        status: 'proposed',
      }),
      ...cards.map((card) => set(workshopCardKind, card, { riskId: id })),
    ]),
  );
};

export interface CastVote {
  readonly id: string;
  readonly workshopId: string;
  readonly risk: Risk;
  readonly voter: string;
  readonly cell: Cell;
  readonly scheme: Scheme;
  /** The votes on this risk so far. */
  readonly votes: ReadonlyArray<WorkshopVote>;
}

/** A vote, or another by the same voter, which replaces the first. */
export const castVote: Command<CastVote, NothingSaid | { readonly type: 'UnknownCell' }> = (input) => {
  const { id, workshopId, risk, cell, scheme, votes } = input;
  const voter = input.voter.trim();
  if (voter === '') return refuse({ type: 'NothingSaid' });
  if (cellOf(scheme, cell) === null) return refuse({ type: 'UnknownCell' });
  const before = votes.find((vote) => vote.riskId === risk.id && vote.voter.toLowerCase() === voter.toLowerCase());
  const { likelihood, impact } = cell;
  return ok(
    draft(`${voter} voted on risk ${risk.number}`, '', [
      before === undefined
        ? create(workshopVoteKind, id, { workshopId, riskId: risk.id, voter, likelihood, impact })
        : set(workshopVoteKind, before, { likelihood, impact }),
    ]),
  );
};

/** How many voted for each cell, the most first; of equals the one that was voted for by name order. Nothing is averaged. */
export function countVotes(
  votes: ReadonlyArray<Pick<WorkshopVote, 'likelihood' | 'impact'>>,
): ReadonlyArray<{ readonly cell: Cell; readonly count: number }> {
  const counts = new Map<string, { readonly cell: Cell; count: number }>();
  for (const { likelihood, impact } of votes) {
    const code = cellCode({ likelihood, impact });
    const held = counts.get(code);
    if (held === undefined) counts.set(code, { cell: { likelihood, impact }, count: 1 });
    else held.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (cellCode(a.cell) < cellCode(b.cell) ? -1 : 1));
}
