/** What was asked for of `npm run -s bundle`. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export interface VerifyOptions {
  readonly file: string;
  /** A text file whose first line is the passphrase. */
  readonly passphraseFile: string | null;
}

export type VerifyOptionsRefusal =
  | { readonly type: 'NotVerify' }
  | { readonly type: 'UnknownOption'; readonly option: string }
  | { readonly type: 'ValueMissing' }
  | { readonly type: 'OneFile' };

export const usage = `npm run -s bundle -- verify FILE [--passphrase-file F]

Looks through a bundle and changes nothing: who made it, when, for which workspace, what it holds, and whether every
signature and hash in it is right. FILE is a bundle locked with a passphrase, or one that was unlocked with age before.

  --passphrase-file F   a text file whose first line is the passphrase

The command ends with
  0  every signature and hash is right
  1  they are not, or the file cannot be read
  2  it was asked for wrongly

Whether the author is who the bundle says is for people to find out: ring them and compare the six safety words.`;

export function readVerifyOptions(words: ReadonlyArray<string>): Result<VerifyOptions, VerifyOptionsRefusal> {
  const [job, ...rest] = words;
  if (job !== 'verify') return refuse({ type: 'NotVerify' });
  const files: string[] = [];
  let passphraseFile: string | null = null;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--passphrase-file')) {
      const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : rest.shift();
      if (value === undefined || value === '') return refuse({ type: 'ValueMissing' });
      passphraseFile = value;
    } else if (word.startsWith('--')) return refuse({ type: 'UnknownOption', option: word });
    else files.push(word);
  }
  const [file, ...others] = files;
  return file === undefined || others.length > 0 ? refuse({ type: 'OneFile' }) : ok({ file, passphraseFile });
}

export function verifyOptionsRefusalInWords(refusal: VerifyOptionsRefusal): string {
  switch (refusal.type) {
    case 'NotVerify':
      return 'The only thing this command does is "verify".';
    case 'UnknownOption':
      return `"${refusal.option}" is not an option.`;
    case 'ValueMissing':
      return '--passphrase-file must be followed by the name of a file.';
    case 'OneFile':
      return 'Give one bundle to look through.';
  }
}
