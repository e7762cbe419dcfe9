/** Locks and unlocks bundles as age files (age-encryption.org/v1), which other people's programs open too. */
import { Decrypter, Encrypter } from 'age-encryption';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { BundleRefusal } from './refusal.ts';

/** Who can open it: laptops by their keys, or whoever knows a passphrase. age does not mix the two. */
export type LockedFor = { readonly keys: ReadonlyArray<string> } | { readonly passphrase: string };

export interface Opener {
  /** This laptop's private X25519 keys of Web Crypto, or such written out (`AGE-SECRET-KEY-1…`). */
  readonly keys: ReadonlyArray<unknown>;
  /** `null` where none has been given. */
  readonly passphrase: string | null;
}

/** The cost of trying one passphrase, as a power of two: about a second on a usual laptop. */
const usualCost = 18;

export async function lockBundle(plain: Uint8Array, lockedFor: LockedFor, cost = usualCost): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if ('passphrase' in lockedFor) {
    encrypter.setScryptWorkFactor(cost);
    encrypter.setPassphrase(lockedFor.passphrase);
  } else for (const key of lockedFor.keys) encrypter.addRecipient(key);
  return encrypter.encrypt(plain);
}

/**
 * Whether something can be locked for a key: spelt right, and no point that anybody could open for. One laptop's bad key would keep
 * everybody from making bundles.
 */
export async function canLockFor(key: string): Promise<boolean> {
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    await encrypter.encrypt(new Uint8Array());
    return true;
  } catch {
    return false; // misspelt, or of low order
  }
}

const ageMark = 'age-encryption.org/v1\n';
/** A header beyond this many bytes, or with more recipients, is none of ours: only unpacking it would take long. */
const longestHeader = 64 * 1024;
const mostRecipients = 250;

/** How a file is locked, by its first lines; a refusal where it is no locked bundle. */
export function lockOf(file: Uint8Array): Result<'passphrase' | 'keys', BundleRefusal> {
  if (file.length === 0) return refuse({ type: 'Empty' });
  let start = '';
  for (const byte of file.subarray(0, longestHeader)) start += String.fromCharCode(byte);
  if (!start.startsWith(ageMark)) return refuse({ type: 'NotABundle' });
  const end = start.indexOf('\n--- ');
  if (end < 0) {
    return refuse(
      file.length < longestHeader ? { type: 'Damaged', what: 'cut short' } : { type: 'TooLarge', what: 'its lock' },
    );
  }
  const recipients = start.slice(0, end).split('\n-> ').slice(1);
  if (recipients.length > mostRecipients) return refuse({ type: 'TooLarge', what: 'its lock' });
  return ok(recipients.some((recipient) => recipient.startsWith('scrypt ')) ? 'passphrase' : 'keys');
}

export async function unlockBundle(file: Uint8Array, opener: Opener): Promise<Result<Uint8Array, BundleRefusal>> {
  const lock = lockOf(file);
  if (!lock.ok) return lock;
  if (lock.value === 'passphrase' && opener.passphrase === null) return refuse({ type: 'NeedsPassphrase' });
  const decrypter = new Decrypter();
  if (lock.value === 'passphrase') decrypter.addPassphrase(opener.passphrase ?? '');
  else if (opener.keys.length === 0) return refuse({ type: 'NotForThisLaptop' });
  else for (const key of opener.keys) decrypter.addIdentity(key);
  try {
    return ok(await decrypter.decrypt(file));
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : '';
    if (!said.includes('no identity matched')) return refuse({ type: 'Damaged', what: 'changed on its way' });
    return refuse({ type: lock.value === 'passphrase' ? 'WrongPassphrase' : 'NotForThisLaptop' });
  }
}
