/**
 * What must change when an object moves from its own file into the pack is said by rules, one small list for all objects:
 * a rule is asked for every entry of its key, in every dictionary, and gives the value to be written.
 */
import type { PdfDocument } from './document.ts';
import type { Name, PdfArray, PdfDict, PdfValue, Placed, Ref } from './objects.ts';
import type { Tally } from './tally.ts';

/** The entry's value in the pack; undefined leaves the entry out. Must not change the dictionary it is asked about. */
export type EntryRule = (value: PdfValue, dict: PdfDict, copy: CopyContext) => PdfValue | undefined;

export interface CopyContext {
  readonly source: PdfDocument;
  readonly part: CopiedPart;
  /** Where an object of the source will stand in the pack; null for one that does not come along. */
  place(ref: Ref): Placed | null;
  /** The same for a value that may be written inside another; null for what is no dictionary. */
  placeOf(value: PdfValue): Placed | null;
  /** Where a page stands in the pack; null for anything else and for a page that is not taken. */
  pagePlace(value: PdfValue | undefined): Placed | null;
  /** A new object of the pack. */
  create(value: PdfValue): Placed;
  /** Entries to put over those of an object of the source when it is written. */
  putOver(number: number, entries: PdfDict): void;
  /** The object being written. */
  readonly writing: Placed | null;
  /** An annotation that stays behind. */
  leaveBehind(number: number): void;
  isLeftBehind(number: number): boolean;
  /** The page and the place on it that a source's destination (an array or a name) means, in the pack; null for nothing. */
  destination(value: PdfValue | undefined): PdfArray | null;
  readonly tags: TagShift;
  readonly tally: Tally;
  /** The destination of another part's first page, and what that part is called. */
  partStart(id: string): { readonly destination: Placed; readonly title: string } | null;
}

export interface CopiedPart {
  /** From 0. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly ownPages: boolean;
}

/** How a part's tags are fitted into the pack's one tree. */
export interface TagShift {
  readonly tagged: boolean;
  /** Added to each key of the part's parent tree. */
  readonly offset: number;
  /** The highest key used so far, `offset` added. */
  highest: number;
  /** Stands before identifiers and class names. */
  readonly prefix: string;
  /** Roles that mean something else in an earlier part. */
  readonly roles: ReadonlyMap<string, Name>;
}
