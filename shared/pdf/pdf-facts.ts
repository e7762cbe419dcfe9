/** What is known of a PDF once it has been looked through, before anything is copied from it. */
export interface PdfFacts {
  readonly pages: number;
  /** It carries a structure tree, so a screen reader can follow it. */
  readonly tagged: boolean;
  /** At least one page uses a font. */
  readonly hasText: boolean;
  /** Numbers (from 1) of the pages that show a picture and no text. */
  readonly scannedPages: ReadonlyArray<number>;
  /** Dots to the inch of the finest picture, taken to fill its page; null where there is none. */
  readonly scanResolution: number | null;
  /** One for each page, as a reader sees it (turned, cropped). */
  readonly pageSizes: ReadonlyArray<PageSize>;
  /** The title the file gives itself; null where it gives none. */
  readonly title: string | null;
  /** The language the file says it is in, such as `en-GB`; null where it says none. */
  readonly language: string | null;
  /** Form fields, which a pack draws as they are: they can no longer be filled in. */
  readonly fields: number;
  /** The file's index was broken and has been rebuilt by reading the whole file. */
  readonly repaired: boolean;
  /** What a pack leaves out of this file. */
  readonly dropped: Dropped;
}

export interface PageSize {
  readonly paper: 'A4' | 'A3' | 'other';
  readonly landscape: boolean;
  /** In points of 1/72 inch. */
  readonly width: number;
  readonly height: number;
}

/** How many of each are in the file. A signature is kept as a picture, but no longer proves anything. */
export interface Dropped {
  readonly scripts: number;
  readonly launchActions: number;
  readonly embeddedFiles: number;
  readonly xfaForms: number;
  readonly signatures: number;
}
