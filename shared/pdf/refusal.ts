/** Why a file cannot be taken into a pack. Told when it is attached and, should the file have changed since, when built. */
export type PdfRefusal =
  /** The file holds no bytes at all. */
  | { readonly type: 'Empty' }
  /** No PDF, whatever its name says. */
  | { readonly type: 'NotAPdf' }
  /** It needs a password to be opened, or carries an owner password that forbids copying. */
  | { readonly type: 'Encrypted' }
  /** Broken beyond what rebuilding its index can mend. */
  | { readonly type: 'Damaged'; readonly because: Damage }
  /** A sound PDF without a single page. */
  | { readonly type: 'NoPages' }
  /** Over 1 GB, or holding more objects than any real report. */
  | { readonly type: 'TooLarge' };

export type Damage = 'noIndex' | 'noCatalogue' | 'noPageTree' | 'unreadable';

/** The largest file taken, in bytes. */
export const largestPdf = 1024 ** 3;
