/**
 * Pages brought to the sheet they are printed on: what is larger than A4 is drawn smaller until it fits, nothing is ever drawn
 * larger, and A3 stays A3. A page is shrunk about its own origin, so that one factor does for everything that stands on it.
 */
import type { CopyContext } from './copy-rule.ts';
import {
  isArray,
  isDict,
  Name,
  numberOf,
  PdfStream,
  type PdfArray,
  type PdfDict,
  type PdfValue,
  type Placed,
} from './objects.ts';
import { shownSize, type Box, type PdfPage } from './page-tree.ts';
import { real } from './strings.ts';

/** In points, short side first. */
const a4 = [595.28, 841.89] as const;
const a3 = [841.89, 1190.55] as const;
/** About 2 mm. */
const tolerance = 6;
/** Every printer fits a page to its sheet by as much, so that US Letter is let be. */
const leastFactor = 0.95;

export interface PageOnSheet {
  /** As it stands in the pack: its boxes in the pack's units. */
  readonly page: PdfPage;
  /** From the units of the page as it came to those of the pack. 1 for a page left as it is. */
  readonly factor: number;
}

/** How much smaller a page of this size, as shown and in points, is drawn in a pack; 1 for not at all. */
export function sheetFactor(width: number, height: number): number {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (Math.abs(short - a3[0]) <= tolerance && Math.abs(long - a3[1]) <= tolerance) return 1;
  const factor = Math.min(a4[0] / short, a4[1] / long);
  return factor >= leastFactor ? 1 : factor;
}

export function onSheet(page: PdfPage): PageOnSheet {
  const { width, height } = shownSize(page);
  const smaller = sheetFactor(width, height);
  if (smaller === 1) return { page, factor: 1 };
  const factor = smaller * page.userUnit;
  return {
    page: { ...page, mediaBox: boxTimes(page.mediaBox, factor), cropBox: boxTimes(page.cropBox, factor), userUnit: 1 },
    factor,
  };
}

function boxTimes({ left, bottom, right, top }: Box, factor: number): Box {
  return { left: left * factor, bottom: bottom * factor, right: right * factor, top: top * factor };
}

/** Where an annotation stands and what shape it has, besides its look, which follows its /Rect. */
const placeEntries = ['Rect', 'QuadPoints', 'L', 'Vertices', 'CL', 'RD', 'InkList', 'Path'];

/** The entries of an annotation that a page's factor alters. */
export function annotationTimes(copy: CopyContext, annotation: PdfDict, factor: number): PdfDict {
  const altered: PdfDict = new Map();
  for (const key of placeEntries) {
    const value = copy.source.resolve(annotation.get(key));
    if (isArray(value)) altered.set(key, numbersTimes(copy, value, factor));
  }
  return altered;
}

function numbersTimes(copy: CopyContext, numbers: PdfArray, factor: number): PdfArray {
  return numbers.map((item) => {
    const value = copy.source.resolve(item);
    if (isArray(value)) return value.map((inner) => timesOrSame(copy.source.resolve(inner), factor));
    return timesOrSame(value, factor);
  });
}

function timesOrSame(value: PdfValue, factor: number): PdfValue {
  const number = numberOf(value);
  return Number.isFinite(number) ? real(number * factor) : value;
}

/** A destination's view, such as /XYZ and its numbers, on a page with this factor. A zoom stays what it is. */
export function viewTimes(view: ReadonlyArray<PdfValue>, factor: number): PdfValue[] {
  const isPlace = view[0] instanceof Name && view[0].text === 'XYZ';
  return view.map((item, at) => (isPlace && at === 3 ? item : timesOrSame(item, factor)));
}

/**
 * The patterns of a page: they are placed by the page's own units and not by what is drawn before them, so each is made anew
 * (PDF 32000-1, 8.7.3.1). Those of the forms drawn on the page follow their form.
 */
export function patternsTimes(copy: CopyContext, patterns: PdfDict, factor: number, copyStream: CopyStream): PdfDict {
  const made: PdfDict = new Map();
  for (const [name, value] of patterns) {
    const pattern = copy.source.resolve(value);
    const dict = pattern instanceof PdfStream ? pattern.dict : pattern;
    if (!isDict(dict)) continue;
    const matrix = copy.source.resolve(dict.get('Matrix'));
    const numbers = isArray(matrix) && matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0];
    const smaller: PdfDict = new Map([...dict, ['Matrix', numbersTimes(copy, numbers, factor)]]);
    made.set(name, pattern instanceof PdfStream ? copyStream(pattern, smaller) : copy.create(smaller));
  }
  return made;
}

/** Writes a stream of the source under another dictionary. */
export type CopyStream = (stream: PdfStream, dict: PdfDict) => Placed;
