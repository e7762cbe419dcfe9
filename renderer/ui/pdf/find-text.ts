/** Finds words in the text of pages. */

export interface Found {
  /** Places in the text, from and to. */
  readonly start: number;
  readonly end: number;
}

/** Without regard to capitals; any white space, line ends included, stands for any other. Empty for an empty query. */
export function findAll(text: string, query: string): ReadonlyArray<Found> {
  const words = query.trim().split(/\s+/u).filter(Boolean).map(escapeForPattern);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.join('\\s+'), 'giu');
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
