/** The pages of a file in order, with what they inherit. */
import { isArray, isDict, isName, numberOf, Ref, type PdfDict, type PdfValue } from './objects.ts';

export interface PdfPage {
  /** The page's object number; null for a page written inside its parent's list. */
  readonly number: number | null;
  readonly dict: PdfDict;
  /** As found, perhaps a reference, perhaps inherited. */
  readonly resources: PdfValue;
  readonly mediaBox: Box;
  /** The part of the MediaBox that is shown. */
  readonly cropBox: Box;
  /** Turned clockwise when shown: 0, 90, 180 or 270 degrees. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** Points to one unit of the page's own measure. */
  readonly userUnit: number;
}

/** Lower left and upper right corner, in the page's own units. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

interface Objects {
  resolve(value: PdfValue | undefined): PdfValue;
}

export interface Inherited {
  readonly resources: PdfValue;
  readonly mediaBox: PdfValue;
  readonly cropBox: PdfValue;
  readonly rotate: PdfValue;
}

const mostPages = 100_000;
const deepestTree = 200;
/** What every reader takes where a file gives no size: US Letter. */
const sizeOfNone: Box = { left: 0, bottom: 0, right: 612, top: 792 };

/** Null where there are more pages than a pack can hold. */
export function walkPages(objects: Objects, root: PdfValue | undefined): PdfPage[] | null {
  const pages: PdfPage[] = [];
  const visited = new Set<number | PdfDict>();
  const none: Inherited = { resources: null, mediaBox: null, cropBox: null, rotate: null };
  const todo: Array<{ readonly node: PdfValue; readonly inherited: Inherited; readonly depth: number }> = [
    { node: root ?? null, inherited: none, depth: 0 },
  ];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, depth } = next;
    const dict = objects.resolve(node);
    if (!isDict(dict) || depth > deepestTree) continue;
    const inherited = inheritedBy(dict, next.inherited);
    const kids = objects.resolve(dict.get('Kids'));
    if (isArray(kids) && !isName(objects.resolve(dict.get('Type')), 'Page')) {
      const identity = node instanceof Ref ? node.number : dict;
      if (visited.has(identity)) continue;
      visited.add(identity);
      if (kids.length > mostPages) return null;
      for (let at = kids.length - 1; at >= 0; at--) todo.push({ node: kids[at] ?? null, inherited, depth: depth + 1 });
    } else if (couldBePage(objects.resolve(dict.get('Type')), dict)) {
      if (pages.length === mostPages) return null;
      pages.push(pageOf(objects, node instanceof Ref ? node.number : null, dict, inherited));
    }
  }
  return pages;
}

const entriesOfPage = ['Contents', 'MediaBox', 'Resources', 'Annots'];

/** Some pages do not say that they are such, or say it wrongly; but a font in the list is none. */
function couldBePage(type: PdfValue, dict: PdfDict): boolean {
  if (isName(type, 'Page')) return true;
  if (isName(type, 'Pages')) return dict.has('Contents');
  return type === null || entriesOfPage.some((key) => dict.has(key));
}

function inheritedBy(dict: PdfDict, above: Inherited): Inherited {
  return {
    resources: dict.get('Resources') ?? above.resources,
    mediaBox: dict.get('MediaBox') ?? above.mediaBox,
    cropBox: dict.get('CropBox') ?? above.cropBox,
    rotate: dict.get('Rotate') ?? above.rotate,
  };
}

/** A page with what it inherits worked out. */
export function pageOf(objects: Objects, number: number | null, dict: PdfDict, inherited: Inherited): PdfPage {
  const mediaBox = boxOf(objects, inherited.mediaBox) ?? sizeOfNone;
  const asked = boxOf(objects, inherited.cropBox) ?? mediaBox;
  const within = {
    left: Math.max(asked.left, mediaBox.left),
    bottom: Math.max(asked.bottom, mediaBox.bottom),
    right: Math.min(asked.right, mediaBox.right),
    top: Math.min(asked.top, mediaBox.top),
  };
  const unit = numberOf(objects.resolve(dict.get('UserUnit')));
  return {
    number,
    dict,
    resources: inherited.resources,
    mediaBox,
    cropBox: within.right > within.left && within.top > within.bottom ? within : mediaBox,
    rotate: quarterTurns(numberOf(objects.resolve(inherited.rotate))),
    userUnit: unit > 0 && Number.isFinite(unit) ? unit : 1,
  };
}

function quarterTurns(degrees: number): 0 | 90 | 180 | 270 {
  if (!Number.isFinite(degrees)) return 0;
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

/** Corners put in order; null for a box without area or that is none. */
function boxOf(objects: Objects, value: PdfValue): Box | null {
  const corners = objects.resolve(value);
  if (!isArray(corners) || corners.length < 4) return null;
  const [x1, y1, x2, y2] = corners.slice(0, 4).map((corner) => numberOf(objects.resolve(corner)));
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const box = { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
  return box.right - box.left > 0 && box.top - box.bottom > 0 && Number.isFinite(box.right - box.left) ? box : null;
}

/** Width and height as shown, in points. */
export function shownSize(page: PdfPage): { readonly width: number; readonly height: number } {
  const across = (page.cropBox.right - page.cropBox.left) * page.userUnit;
  const up = (page.cropBox.top - page.cropBox.bottom) * page.userUnit;
  return page.rotate % 180 === 0 ? { width: across, height: up } : { width: up, height: across };
}
