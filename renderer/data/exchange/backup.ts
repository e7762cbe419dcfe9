/**
 * Backups: everything a laptop holds in one file, locked with a passphrase. It is a bundle like any other, so that whatever reads bundles
 * reads it; a laptop that is restored from one gets a device identity of its own, and keeps all that was saved before.
 */
import { tellNobody, type TellProgress } from '#shared/bundle/progress.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Machine, Session } from '#renderer/data/session.ts';
import { joinWorkspace } from './join.ts';
import { makeBundle, type MadeBundle } from './make-bundle.ts';
import { openInvitation } from './open-bundle.ts';
import { besideEverything } from './rehearsal-room.ts';
import type { TakeRefusal } from './take-bundle.ts';

/** @param cost what trying one passphrase costs, as a power of two; the usual unless told */
export async function makeBackup(
  session: Session,
  { passphrase, app, cost }: { readonly passphrase: string; readonly app: string; readonly cost?: number },
  tell: TellProgress = tellNobody,
): Promise<MadeBundle> {
  return makeBundle(
    session,
    { recipients: [], passphrase, app, note: null, ...(cost === undefined ? {} : { cost }) },
    tell,
  );
}

/** Remembers a backup that has been put where the officer wanted it. */
export async function keepBackup({ database, now }: Session, fileName: string): Promise<void> {
  await database.meta.put({ key: 'backup', at: now(), fileName });
}

export interface Rehearsed {
  /** When the backup was made, by the clock of the laptop that made it. */
  readonly madeAt: number;
  readonly saves: number;
  readonly files: number;
  /** Records that would stand after a restore. */
  readonly records: number;
}

/** Restores a backup beside everything else, counts what comes of it, and takes it away again. */
export async function rehearseRestore(
  file: Uint8Array,
  passphrase: string,
  kinds: ReadonlyArray<Kind>,
  machine: Machine,
): Promise<Result<Rehearsed, BundleRefusal | TakeRefusal>> {
  const opened = await openInvitation(file, passphrase);
  if (!opened.ok) return opened;
  const { manifest, segments, files } = opened.value;
  return besideEverything(machine, async (name) => {
    const founder = { name: 'Rehearsal', role: '' };
    const joined = await joinWorkspace(name, kinds, machine, founder, { opened: opened.value, fileName: '' });
    if (!joined.ok) return joined;
    const { database } = joined.value;
    const counts = await Promise.all(kinds.map(({ table }) => database.table(table).count()));
    database.close();
    return ok({
      madeAt: manifest.at,
      saves: segments.reduce((sum, { read }) => sum + read.saves.length, 0),
      files: files.length,
      records: counts.reduce((sum, count) => sum + count, 0),
    });
  });
}
