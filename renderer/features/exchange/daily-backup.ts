/** The daily backup, made in a worker of its own a little after the workspace was opened and from time to time while it stays open. */
import { useEffect } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { isBackupDue } from '#renderer/data/backup/backup-plan.ts';
import { askOnce } from './exchange-work.ts';

/** Whoever opens the app wants the first screen, not a backup. In milliseconds. */
const firstAfter = 6000;
const lookedAtEvery = 30 * 60 * 1000;

export function useDailyBackup(isWanted: boolean): void {
  const session = useSession();
  const host = useHost();
  useEffect(() => {
    if (!isWanted || typeof Worker === 'undefined') return;
    let isHere = true;
    const look = async (): Promise<void> => {
      if (!isHere || !(await isBackupDue(session, 'daily'))) return;
      const { version: app } = await host.about(null);
      await askOnce({ type: 'backUpByItself', workspace: session.database.name, why: 'daily', app });
    };
    // Whatever goes wrong is told by the plan, on the page about backups; the next look tries again.
    const tried = (): void => void look().catch(() => undefined);
    const first = setTimeout(tried, firstAfter);
    const later = setInterval(tried, lookedAtEvery);
    return () => {
      isHere = false;
      clearTimeout(first);
      clearInterval(later);
    };
  }, [host, isWanted, session]);
}
