/** Who this laptop is to others: a pair of keys to sign with and one to be written to. They never leave the browser's key store. */
import { identityToRecipient } from 'age-encryption';
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import { signerWith, type Sign } from '#shared/bundle/web-crypto.ts';
import { readLogHeld, type Database, type OwnKeys } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';

export interface Identity {
  readonly keys: OwnKeys;
  readonly sign: Sign;
  readonly facts: BundleDevice;
}

/** This laptop's keys, made when they are first asked for. */
export async function ownIdentity({ database, me, device: openedAs, now }: Session): Promise<Identity> {
  // Another window may have given this laptop a new identity since.
  const device = (await readLogHeld(database))?.device ?? openedAs;
  const keys = await ownKeys(database);
  const signKey = new Uint8Array(await crypto.subtle.exportKey('raw', keys.signing.publicKey));
  const before = await database.devices.get(device);
  const facts: BundleDevice = {
    device,
    person: me.name,
    role: me.role,
    signKey,
    ageKey: await identityToRecipient(keys.age.privateKey),
    successions: before?.successions ?? [],
  };
  const { device: id, ...known } = facts;
  const since = before?.since ?? now();
  await database.devices.put({ id, ...known, trust: 'self', introducedBy: null, since, revokedAfter: null });
  return { keys, sign: signerWith(keys.signing.privateKey), facts };
}

/** Keys that cannot be read out. */
export async function newKeys(): Promise<OwnKeys> {
  const [signing, age] = await Promise.all([
    crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']),
    crypto.subtle.generateKey('X25519', false, ['deriveBits']),
  ]);
  return { key: 'own', signing, age };
}

async function ownKeys(database: Database): Promise<OwnKeys> {
  const held = await database.keys.get('own');
  if (held !== undefined) return held;
  const made = await newKeys();
  return database.transaction('rw', database.keys, async () => {
    // Another window may have been quicker.
    const meanwhile = await database.keys.get('own');
    if (meanwhile !== undefined) return meanwhile;
    await database.keys.add(made);
    return made;
  });
}
