/** What was asked for of `npm run -s pack`. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export interface PackOptions {
  readonly out: string;
  /** `null`: the name of the file to be made. */
  readonly title: string | null;
  /** Stands at the head of every page. */
  readonly marking: string | null;
  /** A text file with one password a line, each tried on every locked file. */
  readonly passwordFile: string | null;
  /** In the order of their pages. */
  readonly files: ReadonlyArray<string>;
}

export type PackOptionsRefusal =
  | { readonly type: 'UnknownOption'; readonly option: string }
  | { readonly type: 'ValueMissing'; readonly option: string }
  | { readonly type: 'OutMissing' }
  | { readonly type: 'FilesMissing' }
  | { readonly type: 'TooLong'; readonly option: string; readonly most: number };

export const usage = `npm run -s pack -- --out OUT.pdf [--title T] [--marking M] [--password-file F] FILE…

Makes one PDF of the files, in the order given: PDFs, and pictures as PNG or JPEG. Pages are numbered from 1 and stamped with
the paper they belong to; bookmarks lead to each file. The files themselves are never changed.

  --out OUT.pdf         the pack to be made; one of that name is replaced once the new one is whole
  --title T             the pack's title (else the name of OUT.pdf)
  --marking M           stands at the head of every page, such as OFFICIAL-SENSITIVE
  --password-file F     a text file with one password a line, each tried on every locked file

One line is printed for each file: taken, repaired, or left out and why. The command ends with
  0  every file is in the pack
  3  some were left out; the pack holds the others
  2  it was asked for wrongly; nothing was made
  1  something unexpected happened; nothing was made`;

const longest = { '--title': 500, '--marking': 100 } as const;

export function readPackOptions(words: ReadonlyArray<string>): Result<PackOptions, PackOptionsRefusal> {
  const values = new Map<string, string>();
  const files: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      files.push(...rest.splice(0));
    } else if (word.startsWith('--')) {
      const [option, given] = splitAtEquals(word);
      if (!['--out', '--title', '--marking', '--password-file'].includes(option)) {
        return refuse({ type: 'UnknownOption', option });
      }
      const value = given ?? rest.shift();
      if (value === undefined || value === '' || (given === undefined && value.startsWith('--'))) {
        return refuse({ type: 'ValueMissing', option });
      }
      values.set(option, value);
    } else files.push(word);
  }
  for (const [option, most] of Object.entries(longest)) {
    if ((values.get(option)?.length ?? 0) > most) return refuse({ type: 'TooLong', option, most });
  }
  const out = values.get('--out');
  if (out === undefined) return refuse({ type: 'OutMissing' });
  if (files.length === 0) return refuse({ type: 'FilesMissing' });
  const optional = (option: string): string | null => values.get(option) ?? null;
  const passwordFile = optional('--password-file');
  return ok({ out, title: optional('--title'), marking: optional('--marking'), passwordFile, files });
}

function splitAtEquals(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

export function packOptionsRefusalInWords(refusal: PackOptionsRefusal): string {
  switch (refusal.type) {
    case 'UnknownOption':
      return `"${refusal.option}" is not an option.`;
    case 'ValueMissing':
      return `${refusal.option} must be followed by a value.`;
    case 'OutMissing':
      return 'It is not said where the pack should be written: give --out and a file name.';
    case 'FilesMissing':
      return 'No files were given to put into the pack.';
    case 'TooLong':
      return `The value of ${refusal.option} is too long: at most ${refusal.most} characters.`;
  }
}
