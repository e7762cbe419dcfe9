/** `npm run -s pack`: makes one PDF of many files, with the engine of the app and without its window. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { cleanFileName, titleFromFileName } from '#shared/domain/papers/file-name.ts';
import { packOptionsRefusalInWords, readPackOptions, usage, type PackOptions } from './pack-command/options.ts';
import { takeFile, type TakenFile } from './pack-command/take-file.ts';
import { leftOutInWords, takenInWords } from './pack-command/words.ts';
import { writePack } from './pack-command/write-pack.ts';

const ended = { whole: 0, unexpected: 1, wrongAsking: 2, someLeftOut: 3 } as const;

export async function run(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return;
  }
  const options = readPackOptions(words);
  if (!options.ok) {
    console.error(`No pack was made. ${packOptionsRefusalInWords(options.refusal)}\n\n${usage}`);
    process.exitCode = ended.wrongAsking;
    return;
  }
  try {
    process.exitCode = await pack(options.value);
  } catch (fault) {
    console.error(`No pack was made: ${faultInWords(fault)} The files are as they were.`);
    process.exitCode = ended.unexpected;
  }
}

async function pack(options: PackOptions): Promise<number> {
  const passwords = options.passwordFile === null ? [] : passwordsIn(options.passwordFile);
  if (passwords === null) {
    console.error(`No pack was made. The password file cannot be read: ${options.passwordFile ?? ''}`);
    return ended.wrongAsking;
  }
  const out = placeOf(options.out);
  const same = options.files.find((file) => isSameFile(placeOf(file), out));
  if (same !== undefined) {
    console.error(
      `No pack was made. ${same} is to go into the pack and would be overwritten by it: give another --out.`,
    );
    return ended.wrongAsking;
  }
  const taken: TakenFile[] = [];
  let pages = 0;
  for (const file of options.files) {
    const result = await takeFile(placeOf(file), passwords);
    if (result.ok) {
      console.log(takenInWords(result.value, pages + 1));
      taken.push(result.value);
      pages += result.value.facts.pages;
    } else console.log(leftOutInWords(cleanFileName(file), result.refusal));
  }
  if (taken.length === 0) {
    console.error('No pack was made, for none of the files could be taken.');
    return ended.someLeftOut;
  }
  const title = options.title ?? titleFromFileName(options.out);
  const made = await writePack({ out, title, marking: options.marking, files: taken });
  if (!made.ok) throw new Error('a file changed while the pack was being made.');
  return taken.length === options.files.length ? ended.whole : ended.someLeftOut;
}

/** npm runs a script in the project's folder, and says where it was called from. */
function placeOf(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** By whatever names and links they are reached. */
function isSameFile(one: string, other: string): boolean {
  const first = statSync(one, { throwIfNoEntry: false, bigint: true });
  const second = statSync(other, { throwIfNoEntry: false, bigint: true });
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

function passwordsIn(file: string): ReadonlyArray<string> | null {
  try {
    const text = readFileSync(placeOf(file), 'utf8').replace(/^\uFEFF/, '');
    return text.split(/\r?\n/).filter((line) => line !== '');
  } catch {
    return null; // not there, or no right to read it
  }
}

function faultInWords(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  switch (code) {
    case 'ENOSPC':
      return 'there is no room left on the disk.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'there is no right to write where the pack should be.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder for the pack is not there.';
    case 'EISDIR':
      return 'a folder stands where the pack should be.';
    default:
      return fault instanceof Error ? fault.message : String(fault);
  }
}

if (import.meta.main) await run();
