import { useCallback } from 'react';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { buildPack } from './build-pack.ts';
import { buildEnded, buildMovedOn, buildStarted, isBuilding } from './build.store.ts';
import { readPack } from './pack.queries.ts';

/** Builds packs, one at a time. */
export function usePackBuilder(): (meetingId: string, edition: Edition) => Promise<void> {
  const { database, now } = useSession();
  const host = useHost();

  return useCallback(
    async (meetingId: string, edition: Edition) => {
      if (isBuilding()) return;
      const control = new AbortController();
      buildStarted(meetingId, edition, () => control.abort());
      try {
        const as = await readPack(database, meetingId);
        if (as === null) {
          buildEnded(null);
          return;
        }
        const { version } = await host.about(null);
        const result = await buildPack(as, {
          database,
          host,
          edition,
          producer: `Packhorse ${version}`,
          signal: control.signal,
          now,
          onProgress: buildMovedOn,
        });
        buildEnded(result.ok ? null : { ...result.refusal, meetingId, edition });
      } catch (fault) {
        buildEnded(null);
        throw fault;
      }
    },
    [database, host, now],
  );
}
