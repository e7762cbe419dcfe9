/** The tags of one part: its own where it has some, plain ones where it has none. */
import type { PartCopier } from './copy.ts';
import type { PackTree } from './pack-tree.ts';
import { isArray, nameOf, type PdfArray, type PdfDict, type PdfValue, type Placed } from './objects.ts';
import type { KeptAnnotation } from './page-copy.ts';
import type { PageContent } from './page-content.ts';
import { structureRoot } from './structure.ts';
import { settled, textString } from './strings.ts';

/** A page and what was kept on it. */
export interface CopiedPage {
  readonly place: Placed;
  /** Counted from 1 within its part. */
  readonly number: number;
  readonly content: PageContent;
  /** Its key into the parent tree; null where the page brought its own tags. */
  readonly key: number | null;
  readonly annotations: ReadonlyArray<KeptAnnotation>;
}

/** What a page without tags is, in one word for all of it. */
export function plainRole(content: PageContent): 'P' | 'Figure' {
  return content.text ? 'P' : 'Figure';
}

/** The kids of the Part element for a tagged source; false when cancelled. */
export async function copyOwnTags(copy: PartCopier, tree: PackTree, part: Placed): Promise<PdfArray | false> {
  const root = structureRoot(copy.source);
  const held = root?.get('K') ?? null;
  const resolved = copy.source.resolve(held);
  const kids: PdfValue[] = [];
  for (const kid of isArray(resolved) ? resolved : [held]) {
    const place = copy.source.dict(kid) === null ? null : copy.placeOf(withParent(kid, part));
    if (place !== null) kids.push(place);
  }
  // from the top down, so that an element is met before those beneath it
  if (!(await copy.drain())) return false;
  tree.copyParentTree(copy);
  tree.copyIdentifiers(copy);
  tree.copyClasses(copy);
  return (await copy.drain()) ? kids : false;
}

/** An element written inside the root's own list is given its new parent; others find it by its number. */
function withParent(kid: PdfValue, part: Placed): PdfValue {
  return kid instanceof Map ? new Map<string, PdfValue>([...kid, ['P', part]]) : kid;
}

/** One element for each page and one for each annotation on it. */
export function writePlainTags(
  copy: PartCopier,
  tree: PackTree,
  part: Placed,
  pages: ReadonlyArray<CopiedPage>,
): PdfArray {
  const kids: Placed[] = [];
  const entries: Array<readonly [number, PdfValue]> = [];
  const add = (entry: PdfDict): Placed => {
    const place = copy.create(entry);
    kids.push(place);
    return place;
  };
  for (const page of pages) {
    if (page.key !== null) entries.push([page.key, [add(pageElement(copy, part, page, pages.length))]]);
    for (const annotation of page.annotations) {
      if (annotation.key === null) continue;
      entries.push([annotation.key, add(annotationElement(part, page.place, annotation.place, annotation.kind))]);
    }
  }
  tree.addParentEntries(copy, entries);
  return kids;
}

function pageElement(copy: PartCopier, part: Placed, page: CopiedPage, of: number): PdfDict {
  const role = plainRole(page.content);
  const element: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('StructElem')],
    ['S', nameOf(role)],
    ['P', part],
    ['Pg', page.place],
    ['K', settled(0)],
  ]);
  if (role === 'Figure') {
    const kind = page.content.picture ? 'Scanned page' : 'Page without text,';
    element.set('Alt', textString(`${kind} ${page.number} of ${of}: ${copy.part.title}`));
  }
  return element;
}

export function annotationElement(part: Placed, page: Placed, annotation: Placed, kind: string): PdfDict {
  const object = new Map<string, PdfValue>([
    ['Type', nameOf('OBJR')],
    ['Obj', annotation],
    ['Pg', page],
  ]);
  return new Map<string, PdfValue>([
    ['Type', nameOf('StructElem')],
    ['S', nameOf(kind === 'Link' ? 'Link' : 'Annot')],
    ['P', part],
    ['Pg', page],
    ['K', object],
  ]);
}
