/**
 * What has been issued of a meeting's pack so far, and what the next supplement has to hold.
 *
 * Numbers ascend through main pack and supplements and are never used twice; a paper that is replaced or withdrawn keeps the
 * pages it had (board-papers, *Numbering design*).
 */
import type { Edition, IssuedItem, IssuedPack, IssuedPart } from './issued-pack.ts';

/** A paper's pages in one issue. */
export interface IssuedPlace {
  readonly issue: number;
  readonly part: IssuedPart;
}

/** Numbers of the first and last page of a part, as printed. */
export function pagesOf(part: Pick<IssuedPart, 'first' | 'pages'>, edition: Edition): PageRange {
  const prefix = edition === 'restricted' ? 'R' : '';
  return { first: `${prefix}${part.first}`, last: `${prefix}${part.first + part.pages - 1}` };
}

export interface PageRange {
  readonly first: string;
  readonly last: string;
}

/** `page 12` or `pages 91–104` */
export function rangeInWords({ first, last }: PageRange): string {
  return first === last ? `page ${first}` : `pages ${first}–${last}`;
}

export interface IssuedSoFar {
  readonly edition: Edition;
  /** Main pack and supplements in the order of their issues; empty before the first. */
  readonly packs: ReadonlyArray<IssuedPack>;
  /** The newest issue; 0 before the first. */
  readonly issue: number;
  /** The last number used; 0 before the first. */
  readonly last: number;
  /** For each paper, where it stood in each issue that held it, the oldest first. */
  readonly places: ReadonlyMap<string, ReadonlyArray<IssuedPlace>>;
  /** Papers taken back and not given out again since. */
  readonly withdrawn: ReadonlySet<string>;
}

/**
 * Main pack and supplements in their order: by issue, then by number, then by id, so that every laptop counts alike.
 * Consolidated packs hold nothing of their own and are left out.
 */
export function issuedSoFar(all: ReadonlyArray<IssuedPack>, edition: Edition): IssuedSoFar {
  const packs = all
    .filter((pack) => pack.edition === edition && pack.form !== 'consolidated')
    .sort((a, b) => a.issue - b.issue || a.first - b.first || (a.id < b.id ? -1 : 1));
  const places = new Map<string, IssuedPlace[]>();
  const withdrawn = new Set<string>();
  for (const pack of packs) {
    for (const id of pack.withdrawn) withdrawn.add(id);
    for (const part of pack.parts) {
      if (part.role !== 'paper' || part.paperId === null) continue;
      withdrawn.delete(part.paperId);
      const known = places.get(part.paperId) ?? [];
      places.set(part.paperId, [...known, { issue: pack.issue, part }]);
    }
  }
  return {
    edition,
    packs,
    issue: packs.reduce((most, { issue }) => Math.max(most, issue), 0),
    last: packs.reduce((most, { last }) => Math.max(most, last), 0),
    places,
    withdrawn,
  };
}

/**
 * Two laptops that made the same issue unknown to each other. Both are kept; those told here are to be made again as the
 * next supplement, never silently renumbered.
 */
export function issuedTwice({ packs }: IssuedSoFar): ReadonlyArray<IssuedPack> {
  return packs.filter((pack, at) => packs.slice(0, at).some(({ issue }) => issue === pack.issue));
}

/** Where a paper stands now: its newest pages, unless it was withdrawn. */
export function standingPlace({ places, withdrawn }: IssuedSoFar, paperId: string): IssuedPlace | null {
  return withdrawn.has(paperId) ? null : (places.get(paperId)?.at(-1) ?? null);
}

/** What the next pack does with a paper. */
export type Movement =
  /** Given out for the first time. */
  | { readonly type: 'new' }
  /** Says something else than when it was given out; its new pages take the place of these. */
  | { readonly type: 'replaces'; readonly old: IssuedPlace }
  | { readonly type: 'stands'; readonly place: IssuedPlace };

/**
 * @param says what each paper that is to be in the pack says, as a hash
 */
export function movementsOf(so: IssuedSoFar, says: ReadonlyMap<string, string>): ReadonlyMap<string, Movement> {
  const found = new Map<string, Movement>();
  for (const [paperId, now] of says) {
    const place = standingPlace(so, paperId);
    if (place === null) found.set(paperId, { type: 'new' });
    else if (place.part.says === now) found.set(paperId, { type: 'stands', place });
    else found.set(paperId, { type: 'replaces', old: place });
  }
  return found;
}

/** Papers given out that the officer no longer has in the pack: the next supplement says that they are withdrawn. */
export function withdrawnBy(so: IssuedSoFar, wanted: ReadonlySet<string>): ReadonlyArray<string> {
  return [...so.places.keys()].filter((id) => !wanted.has(id) && !so.withdrawn.has(id));
}

/** An item as numbered, or one that has gone from the agenda since it was issued. */
export interface NumberedItem {
  readonly id: string;
  readonly number: string;
  readonly depth: number;
}

/**
 * Numbers for an agenda that has been issued: what had a number keeps it, and what is new goes to the end, of the agenda or
 * of the item it stands under (late items under their item, new ones last: Haringey Children's Trust front sheet).
 *
 * @param items as the agenda stands now, in its order
 * @param issued the lines of every issued agenda, the newest last
 */
export function numberedAsIssued<Item extends NumberedItem>(
  items: ReadonlyArray<Item>,
  issued: ReadonlyArray<IssuedItem>,
): ReadonlyArray<Item> {
  if (issued.length === 0) return items;
  const fixed = new Map(issued.map((item) => [item.id, item.number]));
  const order = new Map([...fixed.keys()].map((id, at) => [id, at]));
  const numbered = (branches: ReadonlyArray<Branch<Item>>, above: string): ReadonlyArray<Item> => {
    const known = branches.filter(({ item }) => fixed.has(item.id));
    const fresh = branches.filter(({ item }) => !fixed.has(item.id));
    known.sort((a, b) => (order.get(a.item.id) ?? 0) - (order.get(b.item.id) ?? 0));
    let last = lastNumber(fixed.values(), above);
    return [...known, ...fresh].flatMap(({ item, under }) => {
      const number = fixed.get(item.id) ?? `${above}${++last}`;
      return [{ ...item, number }, ...numbered(under, `${number}.`)];
    });
  };
  return numbered(branchesOf(items), '');
}

/** The highest number ever given at one level: one that a removed item had is not given to another. */
function lastNumber(numbers: Iterable<string>, above: string): number {
  let last = 0;
  for (const number of numbers) {
    const rest = number.slice(above.length);
    if (number.startsWith(above) && /^\d+$/.test(rest)) last = Math.max(last, Number(rest));
  }
  return last;
}

interface Branch<Item> {
  readonly item: Item;
  readonly under: Branch<Item>[];
}

function branchesOf<Item extends NumberedItem>(items: ReadonlyArray<Item>): Branch<Item>[] {
  const roots: Branch<Item>[] = [];
  const open: Branch<Item>[] = [];
  for (const item of items) {
    const branch = { item, under: [] };
    open.length = Math.min(open.length, item.depth);
    (open.at(-1)?.under ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}
