/** `npm run -s bundle`: looks through a bundle without the app and without a workspace, and writes nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lockOf, unlockBundle } from '#shared/bundle/lock.ts';
import { readBundle, type OpenedBundle } from '#shared/bundle/read-bundle.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import { bundleRefusalInWords } from '#shared/bundle/refusal-words.ts';
import { bundleMark } from '#shared/bundle/write-bundle.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readVerifyOptions, usage, verifyOptionsRefusalInWords, type VerifyOptions } from './bundle-command/options.ts';
import { bundleInWords } from './bundle-command/words.ts';

const ended = { right: 0, notRight: 1, wrongAsking: 2 } as const;

export async function run(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return;
  }
  const options = readVerifyOptions(words);
  if (!options.ok) {
    console.error(`${verifyOptionsRefusalInWords(options.refusal)}\n\n${usage}`);
    process.exitCode = ended.wrongAsking;
    return;
  }
  process.exitCode = await verify(options.value);
}

async function verify({ file, passphraseFile }: VerifyOptions): Promise<number> {
  const bytes = bytesOf(file);
  if (bytes === null) {
    console.error(`The bundle cannot be read: ${file}`);
    return ended.notRight;
  }
  const phrase = passphraseFile === null ? null : bytesOf(passphraseFile);
  if (passphraseFile !== null && phrase === null) {
    console.error(`The passphrase file cannot be read: ${passphraseFile}`);
    return ended.wrongAsking;
  }
  const passphrase = phrase === null ? null : (Buffer.from(phrase).toString('utf8').split(/\r?\n/)[0] ?? '');
  const opened = await open(bytes, passphrase);
  if (opened.ok) {
    for (const line of await bundleInWords(opened.value)) console.log(line);
    return ended.right;
  }
  console.error(`not right (${opened.refusal.type}): ${bundleRefusalInWords(opened.refusal)}`);
  return ended.notRight;
}

async function open(bytes: Uint8Array, passphrase: string | null): Promise<Result<OpenedBundle, BundleRefusal>> {
  if (bundleMark.every((byte, at) => bytes[at] === byte)) return readBundle(bytes, null);
  const lock = lockOf(bytes);
  if (!lock.ok) return lock;
  const plain = await unlockBundle(bytes, { keys: [], passphrase });
  return plain.ok ? readBundle(plain.value, null) : plain;
}

/** npm runs a script in the project's folder, and says where it was called from. */
function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
  } catch {
    return null; // not there, or no right to read it
  }
}

if (import.meta.main) await run();
