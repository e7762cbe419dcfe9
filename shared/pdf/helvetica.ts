/** Widths of Helvetica's letters, from Adobe's published font metrics, and the encoding that names them (WinAnsi). */

/** Thousandths of the letter size, for the codes 32 to 126. */
const plainWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** For the codes 160 to 255. */
const accentedWidths = [
  278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333, 400, 584, 333, 333, 333, 556, 537,
  278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278,
  278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556,
  556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556,
  556, 500, 556, 500,
];

/** What WinAnsi keeps between 128 and 159: letter, code, width. */
const betweenSigns: ReadonlyMap<string, readonly [code: number, width: number]> = new Map([
  ['€', [128, 556]],
  ['‚', [130, 222]],
  ['ƒ', [131, 556]],
  ['„', [132, 333]],
  ['…', [133, 1000]],
  ['†', [134, 556]],
  ['‡', [135, 556]],
  ['ˆ', [136, 333]],
  ['‰', [137, 1000]],
  ['Š', [138, 667]],
  ['‹', [139, 333]],
  ['Œ', [140, 1000]],
  ['Ž', [142, 611]],
  ['‘', [145, 222]],
  ['’', [146, 222]],
  ['“', [147, 333]],
  ['”', [148, 333]],
  ['•', [149, 350]],
  ['–', [150, 556]],
  ['—', [151, 1000]],
  ['˜', [152, 333]],
  ['™', [153, 1000]],
  ['š', [154, 500]],
  ['›', [155, 333]],
  ['œ', [156, 944]],
  ['ž', [158, 500]],
  ['Ÿ', [159, 667]],
]);

/** Letters that lose nothing but a stroke. */
const plainer: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['→', '>'],
  ['←', '<'],
  ['\u2009', ' '],
  ['\u202F', ' '],
]);

export interface SetText {
  /** One character for each WinAnsi code. */
  readonly codes: string;
  /** In points at the size of 1 point. */
  readonly width: number;
}

/** Text as Helvetica can show it: a letter it lacks is shown without its accent, and failing that as `?`. */
export function setText(text: string): SetText {
  let codes = '';
  let thousandths = 0;
  if (/^[ -~]*$/.test(text)) {
    for (let at = 0; at < text.length; at++) thousandths += plainWidths[text.charCodeAt(at) - 32] ?? 0;
    return { codes: text, width: thousandths / 1000 };
  }
  for (const letter of text.normalize('NFC')) {
    for (const [code, width] of codesOf(letter)) {
      codes += String.fromCharCode(code);
      thousandths += width;
    }
  }
  return { codes, width: thousandths / 1000 };
}

function codesOf(letter: string): ReadonlyArray<readonly [code: number, width: number]> {
  const known = codeOf(letter);
  if (known !== null) return [known];
  const bare = plainer.get(letter) ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const codes = Array.from(bare, codeOf);
  const whole = codes.filter((code) => code !== null);
  return whole.length === codes.length ? whole : [[63, 556]];
}

function codeOf(letter: string): readonly [code: number, width: number] | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return [32, 278];
  if (code < 127) return [code, plainWidths[code - 32] ?? 0];
  if (code >= 160 && code < 256) return [code, accentedWidths[code - 160] ?? 0];
  return betweenSigns.get(letter) ?? null;
}
