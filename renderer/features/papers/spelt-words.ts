/** The words of a line that a spelling check looks at. */

export interface SpeltWord {
  readonly word: string;
  /** In the line's own characters. */
  readonly from: number;
  readonly to: number;
}

/** Addresses, e-mail addresses, references and whatever else has digits or signs within is no matter of spelling. */
const noMatterOfSpelling = /[@\\/_\d]|\.\p{L}/u;

/** Each word with its place. Words in capitals alone are taken as initials, and are left out. */
export function speltWords(line: string): ReadonlyArray<SpeltWord> {
  const words: SpeltWord[] = [];
  for (const { 0: piece, index } of line.matchAll(/[^\s\uFFFC]+/gu)) {
    if (noMatterOfSpelling.test(piece)) continue;
    for (const { 0: word, index: within } of piece.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu)) {
      if (word.length < 2 || /^\p{Lu}+s?$/u.test(word)) continue;
      const from = index + within;
      words.push({ word, from, to: from + word.length });
    }
  }
  return words;
}
