/** Notices that the workspace was copied to another laptop or place, where its old self may go on too. */
import { useEffect } from 'react';
import type { Session } from '#renderer/data/session.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { askOnce } from './exchange-work.ts';

/** A new identity is for workspaces that somebody else has a part of; any other just remembers where it is now. */
async function isShared({ database }: Session): Promise<boolean> {
  return (await database.devices.filter(({ trust }) => trust !== 'self').count()) > 0;
}

/**
 * Whether a copy was recognised, and given an identity of its own.
 * @param renew answers whether it has been given one; where not, the next start tries again
 */
export async function isRenewedElsewhere(
  session: Session,
  print: string,
  renew: () => Promise<boolean>,
): Promise<boolean> {
  const { database } = session;
  const before = await database.meta.get('machine');
  const isElsewhere = before?.key === 'machine' && before.print !== print;
  if (before?.key === 'machine' && !isElsewhere) return false;
  const isCopy = isElsewhere && (await isShared(session));
  if (isCopy && !(await renew())) return false;
  await database.meta.put({ key: 'machine', print });
  return isCopy;
}

/** Whoever opens the app wants the first screen first. In milliseconds. */
const lookedAfter = 3000;

export function useOwnMachine(): void {
  const session = useSession();
  const host = useHost();
  useEffect(() => {
    if (typeof Worker === 'undefined') return;
    const look = async (): Promise<void> => {
      const { machine } = await host.about(null);
      const renew = async (): Promise<boolean> =>
        (await askOnce({ type: 'newIdentity', workspace: session.database.name })).type === 'renewed';
      if (await isRenewedElsewhere(session, machine, renew))
        noticeShown(
          'This workspace was copied here from elsewhere, so this laptop goes on under an identity of its own.',
        );
    };
    // Where it fails the next start looks again.
    const timer = setTimeout(() => void look().catch(() => undefined), lookedAfter);
    return () => clearTimeout(timer);
  }, [host, session]);
}
