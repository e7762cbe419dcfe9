/**
 * What an officer must put right before a pack is issued, and what they should know. A draft is never stopped; an issue is,
 * where something would be given out that may not be, or be missing without anybody having said so.
 */
import { restrictedIds, type ItemLine, type PaperLine } from './pack-contents.ts';
import { isCleared, type PackOrder } from './pack-order.ts';
import { missingFromRestriction, type MissingFromRestriction } from '#shared/domain/meetings/restriction.ts';

export type Obstacle =
  /** An item for decision without a paper: the agenda goes without. */
  | { readonly type: 'NoPaper'; readonly item: ItemLine }
  /** A paper that is to come as a file, and has not come. */
  | { readonly type: 'NoFile'; readonly item: ItemLine; readonly paper: PaperLine }
  | { readonly type: 'NotCleared'; readonly item: ItemLine; readonly paper: PaperLine }
  /** Issued before and being written anew: the pages given out stand for now. */
  | { readonly type: 'StandsForNow'; readonly item: ItemLine; readonly paper: PaperLine }
  /** A restricted item that does not say why it is. */
  | { readonly type: 'NoGround'; readonly item: ItemLine; readonly missing: MissingFromRestriction }
  /** The officer has left it out. */
  | { readonly type: 'LeftOut'; readonly item: ItemLine; readonly paper: PaperLine };

export interface FoundBefore {
  readonly obstacle: Obstacle;
  /** Whether the pack cannot be issued as long as it stands. */
  readonly stops: boolean;
}

/** In the agenda's order. */
export function beforeIssue(
  order: PackOrder,
  papers: ReadonlyArray<PaperLine>,
  leftOut: ReadonlyArray<string>,
): ReadonlyArray<FoundBefore> {
  const isMain = order.form === 'main';
  const restricted = restrictedIds(order.entries.map(({ item }) => item));
  return order.entries.flatMap(({ item, papers: own, isWithheld }, at): FoundBefore[] => {
    const found: FoundBefore[] = [];
    const missing = missingFromRestriction(item);
    // The ground is printed on the public agenda too.
    if (missing !== null) found.push({ obstacle: { type: 'NoGround', item, missing }, stops: true });
    if (isWithheld) return found;
    const hasSubItems = (order.entries[at + 1]?.item.depth ?? 0) > item.depth;
    const out = papers.filter((paper) => paper.itemId === item.id && leftOut.includes(paper.id));
    if (own.length === 0 && out.length === 0 && item.purpose === 'decision' && !hasSubItems) {
      if (order.edition === 'public' || restricted.has(item.id))
        found.push({ obstacle: { type: 'NoPaper', item }, stops: false });
    }
    for (const paper of own) {
      const stands = order.movements.get(paper.id)?.type === 'stands';
      if (isCleared(paper)) continue;
      if (stands) found.push({ obstacle: { type: 'StandsForNow', item, paper }, stops: false });
      else if (paper.form === 'file' && paper.sha256 === null)
        found.push({ obstacle: { type: 'NoFile', item, paper }, stops: isMain });
      else found.push({ obstacle: { type: 'NotCleared', item, paper }, stops: isMain });
    }
    for (const paper of out) found.push({ obstacle: { type: 'LeftOut', item, paper }, stops: false });
    return found;
  });
}

/** Pages read with understanding in an hour (board-papers, *Sizes*). */
const pagesAnHour = 30;

/** Minutes it takes to read so many pages, to the next five above an hour. */
export function readingMinutes(pages: number): number {
  const minutes = Math.ceil((pages * 60) / pagesAnHour);
  return minutes <= 60 ? minutes : Math.ceil(minutes / 5) * 5;
}

/** `12 minutes`, `1 hour`, `2 hours 5 minutes` */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [
    ...(hours === 0 ? [] : [hours === 1 ? '1 hour' : `${hours} hours`]),
    ...(rest === 0 && hours > 0 ? [] : [rest === 1 ? '1 minute' : `${rest} minutes`]),
  ];
  return words.join(' ');
}
