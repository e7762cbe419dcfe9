/**
 * Seals this laptop's own saves into segments, each once: what has been sealed is never sealed again in another way, and lies in its
 * segment alone from then on.
 */
import { Dexie } from 'dexie';
import { sealSegments, type SealedSegment } from '#shared/bundle/segment.ts';
import { readWorkspaceId, type Database } from '#renderer/data/database.ts';
import { plainSave } from '#renderer/data/log.ts';
import { allOf } from '#renderer/data/materialise.ts';
import { keepSegments } from '#renderer/data/segments.ts';
import type { Session } from '#renderer/data/session.ts';
import type { Identity } from './identity.ts';

const atATime = 5000;

/** The last segment of a device that is held. */
export async function lastSegment(database: Database, device: string): Promise<SealedSegment | undefined> {
  return database.segments.where('[device+from]').between([device, Dexie.minKey], [device, Dexie.maxKey]).last();
}

/** Seals what has been saved here since the last time. */
export async function sealOwn(session: Session, identity: Identity): Promise<void> {
  const { database } = session;
  const { device } = identity.facts;
  const workspace = await readWorkspaceId(database);
  for (;;) {
    const last = await lastSegment(database, device);
    const from = (last?.to ?? 0) + 1;
    const rows = await database.saves
      .where('[device+seq]')
      .between([device, from], [device, from + atATime], true, false)
      .toArray();
    if (rows.length === 0) return;
    const previous = last?.hash ?? null;
    const saves = rows.map(plainSave);
    const sealed = await sealSegments(saves, { workspace, device, previous, sign: identity.sign });
    const parts = sealed.map((part) => ({ sealed: part, saves: saves.slice(part.from - from, part.to - from + 1) }));
    const tables = [database.segments, database.contents, database.saves];
    const isKept = await database.transaction('rw', tables, async () => {
      // Another window may have sealed meanwhile: then its segments stand, and what is left is sealed after them.
      if ((await lastSegment(database, device))?.hash !== last?.hash) return false;
      await allOf(keepSegments(database, parts));
      const ends = [from, from + rows.length - 1] as const;
      await database.saves.where('[device+seq]').between([device, ends[0]], [device, ends[1]], true, true).delete();
      return true;
    });
    if (isKept && rows.length < atATime) return;
  }
}
