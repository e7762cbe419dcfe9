/**
 * What goes into a meeting's board pack, and what stands in its way.
 *
 * The public pack is made from public papers alone: nothing of a restricted item gets near it, not its title and not its
 * length. An item under a restricted one is restricted with it.
 */
import type { Purpose, RestrictionGround } from '#shared/domain/meetings/agenda-item.ts';
import type { Edition } from './issued-pack.ts';
import type { PaperForm, PaperStatus } from '#shared/domain/papers/paper.ts';

/** An item as the agenda numbers it, in the agenda's order. */
export interface ItemLine {
  readonly id: string;
  /** Such as `7` or `7.2`. */
  readonly number: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly title: string;
  readonly purpose: Purpose;
  readonly lead: string;
  readonly minutes: number | null;
  readonly isRestricted: boolean;
  readonly ground: RestrictionGround | null;
  readonly groundReason: string;
}

export interface PaperLine {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly reference: string;
  readonly form: PaperForm;
  readonly status: PaperStatus;
  /** Hash of the latest version of a file paper; `null` while it has none. */
  readonly sha256: string | null;
  /** That version's number; `null` for a written paper. */
  readonly version: number | null;
}

export interface PackEntry {
  readonly item: ItemLine;
  readonly papers: ReadonlyArray<PaperLine>;
  /** Titles of papers that belong here and that the officer has left out; the agenda says so. */
  readonly leftOut: ReadonlyArray<string>;
  /** In the public pack: the item is named by its ground alone. */
  readonly isWithheld: boolean;
}

/** What each edition holds: every item for the agenda, and under it the papers that go in. */
export function contentsOf(
  edition: Edition,
  items: ReadonlyArray<ItemLine>,
  papers: ReadonlyArray<PaperLine>,
  leftOut: ReadonlyArray<string>,
): ReadonlyArray<PackEntry> {
  const restricted = restrictedIds(items);
  return items.flatMap((item): PackEntry[] => {
    const isRestricted = restricted.has(item.id);
    if (edition === 'restricted' && !isRestricted) return [];
    const isWithheld = edition === 'public' && isRestricted;
    const all = isWithheld ? [] : papers.filter((paper) => paper.itemId === item.id);
    const isOut = ({ id }: PaperLine): boolean => leftOut.includes(id);
    const out = all.filter(isOut).map(({ title }) => title);
    return [{ item, papers: all.filter((paper) => !isOut(paper)), leftOut: out, isWithheld }];
  });
}

/** Items that are restricted themselves or stand under one that is. */
export function restrictedIds(items: ReadonlyArray<ItemLine>): ReadonlySet<string> {
  const found = new Set<string>();
  let restrictedAbove: number | null = null;
  for (const item of items) {
    if (restrictedAbove !== null && item.depth <= restrictedAbove) restrictedAbove = null;
    if (item.isRestricted && restrictedAbove === null) restrictedAbove = item.depth;
    if (item.isRestricted || restrictedAbove !== null) found.add(item.id);
  }
  return found;
}

export type PackProblem =
  /** An item for decision without a paper. */
  | { readonly type: 'PaperMissing'; readonly item: ItemLine }
  | { readonly type: 'PaperNotReady'; readonly item: ItemLine; readonly paper: PaperLine }
  /** A paper that is to come as a file, and has not come. */
  | { readonly type: 'FileMissing'; readonly item: ItemLine; readonly paper: PaperLine }
  | { readonly type: 'GroundMissing'; readonly item: ItemLine };

/** What an officer would want to know before sending the pack. None of it stops a draft. */
export function problemsOf(
  items: ReadonlyArray<ItemLine>,
  papers: ReadonlyArray<PaperLine>,
  leftOut: ReadonlyArray<string>,
): ReadonlyArray<PackProblem> {
  return items.flatMap((item, index): PackProblem[] => {
    const own = papers.filter((paper) => paper.itemId === item.id && !leftOut.includes(paper.id));
    const hasSubItems = (items[index + 1]?.depth ?? 0) > item.depth;
    const problems: PackProblem[] = [];
    if (own.length === 0 && item.purpose === 'decision' && !hasSubItems) problems.push({ type: 'PaperMissing', item });
    for (const paper of own) {
      if (paper.form === 'file' && paper.sha256 === null) problems.push({ type: 'FileMissing', item, paper });
      else if (paper.status === 'draft') problems.push({ type: 'PaperNotReady', item, paper });
    }
    if (item.isRestricted && (item.ground === null || item.groundReason.trim() === '')) {
      problems.push({ type: 'GroundMissing', item });
    }
    return problems;
  });
}

export interface Progress {
  readonly ready: number;
  readonly papers: number;
}

/** How many of the papers in the packs are ready (or further). */
export function readinessOf(papers: ReadonlyArray<PaperLine>, leftOut: ReadonlyArray<string>): Progress {
  const wanted = papers.filter((paper) => !leftOut.includes(paper.id));
  const ready = wanted.filter(
    (paper) => paper.status !== 'draft' && (paper.form === 'written' || paper.sha256 !== null),
  );
  return { ready: ready.length, papers: wanted.length };
}
