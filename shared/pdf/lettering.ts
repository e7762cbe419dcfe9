/** Words set in a font of the encoding that PDF calls WinAnsi: which code stands for which letter, and how wide words are. */

/** Thousandths of the letter size, by WinAnsi code; a code without is a letter that the font lacks. */
export type Widths = ReadonlyMap<number, number>;

/** What WinAnsi keeps between 128 and 159 (PDF 32000-1, annex D). */
const signs: ReadonlyMap<string, number> = new Map([
  ['€', 128],
  ['‚', 130],
  ['ƒ', 131],
  ['„', 132],
  ['…', 133],
  ['†', 134],
  ['‡', 135],
  ['ˆ', 136],
  ['‰', 137],
  ['Š', 138],
  ['‹', 139],
  ['Œ', 140],
  ['Ž', 142],
  ['‘', 145],
  ['’', 146],
  ['“', 147],
  ['”', 148],
  ['•', 149],
  ['–', 150],
  ['—', 151],
  ['˜', 152],
  ['™', 153],
  ['š', 154],
  ['›', 155],
  ['œ', 156],
  ['ž', 158],
  ['Ÿ', 159],
]);

/** The letter of every code from 32 on. */
export function winAnsiLetters(): ReadonlyArray<readonly [code: number, letter: string]> {
  const letters: Array<readonly [number, string]> = [...signs].map(([letter, code]) => [code, letter]);
  for (let code = 32; code < 256; code++) {
    if (code < 127 || code >= 160) letters.push([code, String.fromCharCode(code)]);
  }
  return letters.sort(([one], [other]) => one - other);
}

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

const blank = 32;
const questionMark = 63;

/** Text as the font can show it: a letter it lacks is shown without its accent, and failing that as `?`. */
export function setText(text: string, widths: Widths): SetText {
  let codes = '';
  let thousandths = 0;
  const isPlain = /^[ -~]*$/.test(text);
  for (const letter of isPlain ? text : text.normalize('NFC')) {
    for (const code of isPlain ? [letter.charCodeAt(0)] : codesOf(letter, widths)) {
      codes += String.fromCharCode(code);
      thousandths += widths.get(code) ?? 0;
    }
  }
  return { codes, width: thousandths / 1000 };
}

function codesOf(letter: string, widths: Widths): ReadonlyArray<number> {
  const known = codeOf(letter, widths);
  if (known !== null) return [known];
  const bare = plainer.get(letter) ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const codes = Array.from(bare, (each) => codeOf(each, widths));
  const whole = codes.filter((code) => code !== null);
  return whole.length === codes.length ? whole : [questionMark];
}

/** Null for a letter that the encoding or the font lacks. */
function codeOf(letter: string, widths: Widths): number | null {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 32 || point === 127) return blank;
  const code = point < 127 || (point >= 160 && point < 256) ? point : (signs.get(letter) ?? null);
  return code !== null && widths.has(code) ? code : null;
}
