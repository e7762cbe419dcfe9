/** Bookmarks: read out of each part, nested beneath those of the plan, written as one outline (PDF 32000-1, 12.3.3). */
import type { CopyContext } from './copy-rule.ts';
import { isDict, nameOf, Placed, Ref, type PdfArray, type PdfDict, type PdfValue } from './objects.ts';
import type { Bookmark } from './pack-plan.ts';
import { real, textOf, textString } from './strings.ts';

export interface OutlineItem {
  readonly title: string;
  /** With the page's place in the pack; null for a heading that leads nowhere. */
  readonly destination: PdfArray | null;
  readonly children: ReadonlyArray<OutlineItem>;
}

const mostItems = 50_000;
const deepest = 24;

/** A part's own bookmarks. Loops in the file end the reading; what leads to pages not taken keeps its title alone. */
export function readOutline(copy: CopyContext): OutlineItem[] {
  const root = copy.source.dict(copy.source.catalogue.get('Outlines'));
  const seen = new Set<number | PdfDict>();
  const items = root === null ? [] : readLevel(copy, root.get('First'), seen, 0);
  return copy.part.ownPages ? ownOutline(items) : items;
}

/**
 * The bookmarks of pages we wrote. Their first heading is the title the plan's own bookmark bears already, so what lies
 * beneath it moves up; and a heading that a page break carried over, which Chromium names twice in one breath, is named once.
 */
export function ownOutline(items: ReadonlyArray<OutlineItem>): OutlineItem[] {
  const mended = items.map(saidOnce);
  const [only, ...others] = mended;
  return only !== undefined && others.length === 0 ? [...only.children] : mended;
}

function saidOnce({ title, destination, children }: OutlineItem): OutlineItem {
  const half = title.slice(0, title.length / 2);
  const isTwice = title.length >= 8 && half + half === title;
  return { title: isTwice ? half : title, destination, children: children.map(saidOnce) };
}

function readLevel(
  copy: CopyContext,
  first: PdfValue | undefined,
  seen: Set<number | PdfDict>,
  depth: number,
): OutlineItem[] {
  const items: OutlineItem[] = [];
  let next = first;
  while (next !== undefined && seen.size < mostItems) {
    const item: PdfValue = copy.source.resolve(next);
    if (!isDict(item)) break;
    const identity = next instanceof Ref ? next.number : item;
    if (seen.has(identity)) break;
    seen.add(identity);
    const children = depth < deepest ? readLevel(copy, item.get('First'), seen, depth + 1) : [];
    const destination = destinationOf(copy, item);
    const title = textOf(copy.source.resolve(item.get('Title'))) ?? '';
    // a bookmark without words or without anywhere to go is of no use, unless others stand beneath it
    if (title !== '' && (destination !== null || children.length > 0)) items.push({ title, destination, children });
    next = item.get('Next');
  }
  return items;
}

function destinationOf(copy: CopyContext, item: PdfDict): PdfArray | null {
  if (item.has('Dest')) return copy.destination(item.get('Dest'));
  const action = copy.source.dict(item.get('A'));
  return action?.has('D') === true ? copy.destination(action.get('D')) : null;
}

/** What is known of a part once it is copied. */
export interface PartOutline {
  readonly outline: ReadonlyArray<OutlineItem>;
  /** A destination at the top of each page. */
  readonly pageTops: ReadonlyArray<PdfArray>;
}

/** The plan's bookmarks with the parts' own beneath. One whose part is not in the pack goes, its children stay. */
export function mergeOutline(
  bookmarks: ReadonlyArray<Bookmark>,
  parts: ReadonlyMap<string, PartOutline>,
  depth = 0,
): OutlineItem[] {
  return bookmarks.flatMap((bookmark) => {
    const part = parts.get(bookmark.part);
    const below = depth < deepest ? mergeOutline(bookmark.children, parts, depth + 1) : [];
    if (part === undefined) return below;
    const destination = part.pageTops[Math.min(bookmark.page, part.pageTops.length) - 1] ?? part.pageTops[0] ?? null;
    const children = bookmark.inherit ? [...part.outline, ...below] : below;
    return [{ title: bookmark.title, destination, children }];
  });
}

/**
 * Every bookmark with the number printed on its page, as courts ask of their bundles: `7 Transport pilot (page 12)`.
 *
 * @param numbers what is printed on each page, by the place of the page
 */
export function withPageNumbers(
  items: ReadonlyArray<OutlineItem>,
  numbers: ReadonlyMap<number, string>,
): ReadonlyArray<OutlineItem> {
  return items.map(({ title, destination, children }) => {
    const page = destination?.[0];
    const number = page instanceof Placed ? numbers.get(page.number) : undefined;
    const words = number === undefined ? title : `${title} (page ${number})`;
    return { title: words, destination, children: withPageNumbers(children, numbers) };
  });
}

interface OutlineWriter {
  allocate(): number;
  write(number: number, value: PdfValue): void;
}

/** Writes the outline, its first level open; gives the place of its root, null where there is nothing to show. */
export function writeOutline(items: ReadonlyArray<OutlineItem>, writer: OutlineWriter): Placed | null {
  if (items.length === 0) return null;
  const root = new Placed(writer.allocate());
  const level = writeLevel(items, root, writer);
  writer.write(root.number, new Map<string, PdfValue>([...level, ['Count', items.length]]));
  return root;
}

/** Writes one level and all beneath, closed; gives the parent's /First and /Last. */
function writeLevel(
  items: ReadonlyArray<OutlineItem>,
  parent: Placed,
  writer: OutlineWriter,
): ReadonlyArray<readonly [string, PdfValue]> {
  const places = items.map(() => new Placed(writer.allocate()));
  items.forEach((item, at) => {
    const place = places[at];
    if (place === undefined) return;
    const entry: PdfDict = new Map<string, PdfValue>([
      ['Title', textString(item.title)],
      ['Parent', parent],
      ['Prev', places[at - 1] ?? null],
      ['Next', places[at + 1] ?? null],
      ['Dest', item.destination],
    ]);
    if (item.children.length > 0) {
      for (const [key, value] of writeLevel(item.children, place, writer)) entry.set(key, value);
      // below zero: closed, with so many to be seen once it is opened
      entry.set('Count', -item.children.length);
    }
    writer.write(place.number, entry);
  });
  return [
    ['First', places[0] ?? null],
    ['Last', places.at(-1) ?? null],
  ];
}

/** A destination at a page's top left corner as it is seen, at the zoom the reader has. */
export function pageTop(page: Placed, corner: readonly [number, number]): PdfArray {
  return [page, nameOf('XYZ'), real(corner[0]), real(corner[1]), null];
}
