/**
 * A new identity for a laptop that turned out to be a copy: brought back from an older state, or cloned. What it saved since the two went
 * apart it writes anew in its new name; the old name is left to the other copy. With its old key it vouches for the new one.
 */
import { identityToRecipient } from 'age-encryption';
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import { succeed } from '#shared/bundle/succession.ts';
import { reauthored } from '#shared/changes/reauthor.ts';
import { heldOf } from '#shared/changes/version-vector.ts';
import { rowOf } from '#renderer/data/commit.ts';
import { readLogHeld, readWorkspaceId, type Database } from '#renderer/data/database.ts';
import { beginFreshLog } from '#renderer/data/fresh-log.ts';
import { readSavesBetween } from '#renderer/data/log.ts';
import { rebuildWithin } from '#renderer/data/rebuild.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';
import type { Session } from '#renderer/data/session.ts';
import { withdraw, withdrawnTables } from '#renderer/data/withdraw.ts';
import { newKeys, ownIdentity } from './identity.ts';

/** Whether a bundle shows that somebody else saves in this laptop's name: more than it has ever sealed, or something else. */
export async function isCopyTold(database: Database, { manifest, segments }: OpenedBundle): Promise<boolean> {
  const log = await readLogHeld(database);
  if (log === undefined) return false;
  const own = (await segmentsHeld(database)).filter(({ device }) => device === log.device);
  // Nothing leaves a laptop before it is sealed.
  if (heldOf(manifest.held, log.device) > (own.at(-1)?.to ?? 0)) return true;
  const hashes = new Map(own.map(({ from, hash }) => [from, hash]));
  return segments.some(({ sealed }) => sealed.device === log.device && hashes.get(sealed.from) !== sealed.hash);
}

/**
 * The last save of this laptop that both copies have, as far as a bundle tells; without one, the last that was sealed, and so may have
 * been handed on.
 */
export async function commonUpTo(database: Database, opened: OpenedBundle | null): Promise<number> {
  const log = await readLogHeld(database);
  const own = (await segmentsHeld(database)).filter(({ device }) => device === log?.device);
  const told = new Map(
    (opened?.segments ?? [])
      .filter(({ sealed }) => sealed.device === log?.device)
      .map(({ sealed }) => [sealed.from, sealed]),
  );
  const differing = own.find(({ from, hash }) => told.has(from) && told.get(from)?.hash !== hash);
  return differing === undefined ? (own.at(-1)?.to ?? 0) : differing.from - 1;
}

/** @param after the last save that stays with the old identity. Sessions that are open are to be opened anew. */
export async function takeNewIdentity(session: Session, after: number): Promise<void> {
  const { database, newId } = session;
  await beginFreshLog();
  const old = await ownIdentity(session);
  const [keys, workspace, parts] = await Promise.all([newKeys(), readWorkspaceId(database), segmentsHeld(database)]);
  const { device } = old.facts;
  const as = newId();
  const asKey = new Uint8Array(await crypto.subtle.exportKey('raw', keys.signing.publicKey));
  const ageKey = await identityToRecipient(keys.age.privateKey);
  const first = parts.find((part) => part.device === device && part.from === after + 1)?.hash ?? null;
  const succession = await succeed(workspace, device, { after, first, as, asKey }, old.sign);
  const tables = [...withdrawnTables(session), database.keys, database.devices];
  await database.transaction('rw', tables, async () => {
    const log = await readLogHeld(database);
    if (log?.device !== device) return; // another window was quicker
    const own = await readSavesBetween(database, device, after + 1, heldOf(log.held, device));
    const held = await withdraw(session, device, after);
    const saves = reauthored(own, { from: device, to: as, after, held });
    const floor = await database.meta.get('undoFloor');
    await database.meta.bulkPut([
      { ...log, device: as, held: saves.length === 0 ? held : { ...held, [as]: saves.length } },
      { key: 'workspace', id: workspace },
      { key: 'undoFloor', seq: floor?.key === 'undoFloor' ? Math.max(0, floor.seq - after) : 0 },
    ]);
    await database.saves.bulkAdd(saves.map(rowOf));
    await database.keys.bulkPut([{ ...old.keys, key: device }, keys]);
    const before = await database.devices.get(device);
    if (before === undefined) throw new Error('This laptop does not know itself');
    await database.devices.bulkPut([
      { ...before, trust: 'checked', successions: [...(before.successions ?? []), succession] },
      { ...before, id: as, signKey: asKey, ageKey, successions: [], trust: 'self', since: session.now() },
    ]);
    await rebuildWithin(session, [...session.kinds.values()]);
  });
}
