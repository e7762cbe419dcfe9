/**
 * What the next pack of a meeting is to hold: the main pack while nothing has been issued, a supplement after that.
 *
 * A supplement holds what is new and what takes the place of something issued, once it is cleared; whatever else was issued
 * stands. Its agenda names everything, and says what is new, what is superseded and where.
 */
import type { Edition, IssuedItem } from './issued-pack.ts';
import {
  movementsOf,
  numberedAsIssued,
  standingPlace,
  withdrawnBy,
  type IssuedPlace,
  type IssuedSoFar,
  type Movement,
} from './issues.ts';
import { contentsOf, type ItemLine, type PackEntry, type PaperLine } from './pack-contents.ts';

export interface PaperInOrder {
  readonly item: ItemLine;
  readonly paper: PaperLine;
  /** Names its pages within the file; another one in each issue. */
  readonly partId: string;
  /** The number of the file's version; of a written paper, how many times it has been given out with this. */
  readonly version: number;
}

export interface PackOrder {
  readonly edition: Edition;
  readonly form: 'main' | 'supplement';
  readonly issue: number;
  /** The number to be printed on its first page. */
  readonly first: number;
  /** Every line of the agenda, numbered as issued. */
  readonly entries: ReadonlyArray<PackEntry>;
  /** The papers whose pages go in, in the agenda's order. */
  readonly inside: ReadonlyArray<PaperInOrder>;
  /** What becomes of each paper on the agenda that has been given out or goes in now. */
  readonly movements: ReadonlyMap<string, Movement>;
  /** Given out before and taken back with this. */
  readonly withdrawn: ReadonlyArray<IssuedPlace>;
}

export interface OrderedFrom {
  readonly edition: Edition;
  readonly items: ReadonlyArray<ItemLine>;
  readonly papers: ReadonlyArray<PaperLine>;
  readonly leftOut: ReadonlyArray<string>;
  readonly so: IssuedSoFar;
  /** The lines of every agenda issued for the meeting, of both editions, the newest last. */
  readonly issuedItems: ReadonlyArray<IssuedItem>;
  /** What each paper says, as a hash. */
  readonly says: ReadonlyMap<string, string>;
}

/** Cleared papers alone go into a supplement. */
export function isCleared({ status }: Pick<PaperLine, 'status'>): boolean {
  return status === 'cleared' || status === 'issued';
}

export function orderPack({ edition, items, papers, leftOut, so, issuedItems, says }: OrderedFrom): PackOrder {
  const form = so.issue === 0 ? 'main' : 'supplement';
  const issue = so.issue + 1;
  const entries = contentsOf(edition, numberedAsIssued(items, issuedItems), papers, leftOut);
  const shown = entries.flatMap((entry) => entry.papers);
  const now = new Map<string, string>();
  for (const paper of shown) {
    const standing = standingPlace(so, paper.id);
    // Being written anew: what was issued stands until the new one is cleared.
    if (standing !== null && !isCleared(paper)) now.set(paper.id, standing.part.says);
    else if (form === 'main' || isCleared(paper)) now.set(paper.id, says.get(paper.id) ?? '');
  }
  const movements = movementsOf(so, now);
  const inside = entries.flatMap(({ item, papers: own }) =>
    own
      .filter(({ id }) => movements.has(id) && movements.get(id)?.type !== 'stands')
      .map((paper): PaperInOrder => {
        const version = paper.version ?? (so.places.get(paper.id)?.length ?? 0) + 1;
        return { item, paper, partId: partIdOf(paper.id, issue), version };
      }),
  );
  const withdrawn = withdrawnBy(so, new Set(shown.map(({ id }) => id))).flatMap((id) => standingPlace(so, id) ?? []);
  return { edition, form, issue, first: so.last + 1, entries, inside, movements, withdrawn };
}

/** The name of a part in the files of one issue, so that in a consolidated pack each is its own. */
export function partIdOf(name: string, issue: number): string {
  return issue === 1 ? name : `${name}.${issue}`;
}

/** A supplement that would say nothing new. */
export function isEmptyOrder({ form, inside, withdrawn }: PackOrder): boolean {
  return form === 'supplement' && inside.length + withdrawn.length === 0;
}

/** `Board pack`, `Restricted pack`, `Supplement 1`, `Restricted supplement 2` */
export function packName(edition: Edition, form: 'main' | 'supplement' | 'consolidated', issue: number): string {
  const isPublic = edition === 'public';
  switch (form) {
    case 'main':
      return isPublic ? 'Board pack' : 'Restricted pack';
    case 'supplement':
      return `${isPublic ? 'Supplement' : 'Restricted supplement'} ${issue - 1}`;
    case 'consolidated':
      return isPublic ? 'Consolidated pack' : 'Consolidated restricted pack';
  }
}
