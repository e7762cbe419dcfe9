/** Names of files that people attach: cleaned before they are shown or kept, for a name may be made to deceive. */

/** Longest name kept, in UTF-16 units, its ending included. */
const longestName = 200;

/** Characters that do not show: controls, and those that turn the direction of writing, with which an ending can be faked. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** What stands for a name of which nothing is left. */
const nameless = 'Unnamed file';

/**
 * The name without folders (`C:\fakepath\`, `../`), unseen characters, needless spaces and dots at its ends. A long one
 * is cut before its ending.
 */
export function cleanFileName(name: string): string {
  const lastPart = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = lastPart.replace(unseen, '').replace(/\s+/gu, ' ').trim();
  const clean = shown.replace(/^[. ]+(?=[^. ])|[. ]+$/gu, '');
  if (clean === '') return nameless;
  if (clean.length <= longestName) return clean;
  const ending = endingOf(clean);
  const tail = ending === '' ? '' : `.${ending}`;
  return `${wholeCharacters(clean, longestName - tail.length)}${tail}`;
}

/** The ending in small letters and without its dot: `pdf`; empty where there is none. */
export function endingOf(name: string): string {
  return /[^.]\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A title for a paper: the clean name without its ending, underscores as spaces. */
export function titleFromFileName(name: string): string {
  const clean = cleanFileName(name);
  const ending = endingOf(clean);
  const stem = ending === '' ? clean : clean.slice(0, -ending.length - 1);
  const title = stem.replace(/[_\s]+/gu, ' ').trim();
  return title === '' ? nameless : title;
}

/** The first `most` units, no character cut in two. */
function wholeCharacters(text: string, most: number): string {
  const cut = text.slice(0, most);
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}
