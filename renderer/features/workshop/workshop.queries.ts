import { comparePlaces } from '#shared/changes/position.ts';
import { workshopCardKind, type WorkshopCard } from '#shared/domain/workshops/workshop-card.ts';
import { workshopVoteKind, type WorkshopVote } from '#shared/domain/workshops/workshop-vote.ts';
import { workshopKind, type Workshop } from '#shared/domain/workshops/workshop.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

/** The workshops of a register, the latest first. */
export async function readWorkshops(database: Database, registerId: string): Promise<ReadonlyArray<Workshop>> {
  const found = await rowsOf(database, workshopKind).where('registerId').equals(registerId).toArray();
  return found.sort((a, b) => (`${a.heldOn ?? ''} ${a.id}` < `${b.heldOn ?? ''} ${b.id}` ? 1 : -1));
}

export interface WorkshopRead {
  /** In the order in which they were written. */
  readonly cards: ReadonlyArray<WorkshopCard>;
  readonly votes: ReadonlyArray<WorkshopVote>;
}

export async function readWorkshop(database: Database, workshopId: string): Promise<WorkshopRead> {
  const [cards, votes] = await Promise.all([
    rowsOf(database, workshopCardKind).where('workshopId').equals(workshopId).toArray(),
    rowsOf(database, workshopVoteKind).where('workshopId').equals(workshopId).toArray(),
  ]);
  return {
    cards: cards.sort((a, b) => comparePlaces({ id: a.id, key: a.place }, { id: b.id, key: b.place })),
    votes,
  };
}
