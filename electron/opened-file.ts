/** A file that somebody opened with Packhorse: its path comes from outside and is believed in nothing. */
import { statSync } from 'node:fs';
import path from 'node:path';

/** Larger ones are not bundles of ours, in bytes. */
const largestFile = 4 * 1024 ** 3;

/**
 * The full path of the last `.packhorse` file named among a program's arguments, or null. It must be there and be a plain
 * file; relative names are looked for in `folder`. Switches and web addresses are passed over.
 */
export function packhorseFileAmong(words: ReadonlyArray<string>, folder: string): string | null {
  const found = words.map((word) => packhorseFile(word, folder)).filter((file) => file !== null);
  return found.at(-1) ?? null;
}

function packhorseFile(word: string, folder: string): string | null {
  if (word.startsWith('-') || word.includes('\0') || word.includes('://')) return null;
  if (!word.toLowerCase().endsWith('.packhorse')) return null;
  const file = path.resolve(folder, word);
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= largestFile ? file : null;
}
