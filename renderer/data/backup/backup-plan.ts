/** What is known of the backups that make themselves, and when the next is due. */
import { isWithin } from '#shared/changes/version-vector.ts';
import { readLogHeld, type BackupPlan, type Database } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { dueAfter } from './keeping.ts';
import type { BackupReason } from './shelf.ts';

/** The plan as it stands; `null` before the first backup. */
export async function readBackupPlan(database: Database): Promise<BackupPlan | null> {
  const entry = await database.meta.get('backupPlan');
  return entry?.key === 'backupPlan' ? entry : null;
}

/** Whether a backup for this reason would hold anything that the last one does not, and is due. */
export async function isBackupDue({ database, now }: Session, why: BackupReason): Promise<boolean> {
  const [plan, log] = await Promise.all([readBackupPlan(database), readLogHeld(database)]);
  if (log === undefined || Object.keys(log.held).length === 0) return false;
  const last = plan?.last ?? null;
  if (last === null) return true;
  if (isWithin(log.held, last.held)) return false;
  // A clock that was put back must not keep backups away.
  return why === 'beforeImport' || Math.abs(now() - last.at) >= dueAfter;
}
