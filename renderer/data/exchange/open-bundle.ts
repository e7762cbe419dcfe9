/** Unlocks and reads a bundle for this laptop. */
import { unlockBundle } from '#shared/bundle/lock.ts';
import { readBundle, type IsHeld, type OpenedBundle } from '#shared/bundle/read-bundle.ts';
import { tellNobody, type TellProgress } from '#shared/bundle/progress.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readWorkspaceId, type Database } from '#renderer/data/database.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';
import type { Session } from '#renderer/data/session.ts';
import { ownIdentity } from './identity.ts';

/** @param passphrase `null` where none has been given */
export async function openBundle(
  session: Session,
  file: Uint8Array,
  passphrase: string | null,
  tell: TellProgress = tellNobody,
): Promise<Result<OpenedBundle, BundleRefusal>> {
  await ownIdentity(session);
  // Those of a former identity too: not everybody knows of the new one yet.
  const keys = (await session.database.keys.toArray()).map(({ age }) => age.privateKey);
  tell('unlock', 0, 1);
  const plain = await unlockBundle(file, { keys, passphrase });
  if (!plain.ok) return plain;
  const { database } = session;
  return readBundle(plain.value, await readWorkspaceId(database), tell, await heldIn(database));
}

/** A segment whose signature is that of one that is held here is that one, whatever bytes come with it. */
async function heldIn(database: Database): Promise<IsHeld> {
  const held = new Map((await segmentsHeld(database)).map((entry) => [`${entry.device} ${entry.from}`, entry]));
  return ({ device, from, to, signature }) => {
    const entry = held.get(`${device} ${from}`);
    return entry?.to === to && entry.signature?.every((byte, at) => byte === signature[at]) === true;
  };
}

/** The same for a laptop that has no workspace yet: an invitation is locked with a passphrase. */
export async function openInvitation(
  file: Uint8Array,
  passphrase: string,
): Promise<Result<OpenedBundle, BundleRefusal>> {
  const plain = await unlockBundle(file, { keys: [], passphrase });
  return plain.ok ? readBundle(plain.value, null) : plain;
}
