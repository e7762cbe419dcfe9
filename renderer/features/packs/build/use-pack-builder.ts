import { useCallback, useMemo } from 'react';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import type { Result } from '#shared/kernel/result.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { buildPack } from './build-pack.ts';
import type { BuildWork, CannotIssue } from './build-work.ts';
import { buildEnded, buildMovedOn, buildStarted, isBuilding } from './build.store.ts';
import { consolidate } from './consolidate.ts';
import { issueNext } from './issue-pack.ts';
import { readPack, type PackAsItStands } from './pack.queries.ts';

type PackJob<Made> = (session: Session, as: PackAsItStands, work: BuildWork) => Promise<Result<Made, CannotIssue>>;

export interface PackBuilder {
  /** Builds the pack as it stands, to look through. */
  build(meetingId: string, edition: Edition): Promise<void>;
  /** Issues it, as main pack or supplement; the id of what was issued, `null` when it was not. */
  issue(meetingId: string, edition: Edition): Promise<string | null>;
  consolidate(meetingId: string, edition: Edition): Promise<string | null>;
}

/** Makes packs, one at a time. How it goes, and why not, is told by the build store. */
export function usePackBuilder(): PackBuilder {
  const session = useSession();
  const host = useHost();

  const perform = useCallback(
    async <Made>(meetingId: string, edition: Edition, job: PackJob<Made>): Promise<Made | null> => {
      if (isBuilding()) return null;
      const { database, now } = session;
      const control = new AbortController();
      buildStarted(meetingId, edition, () => control.abort());
      try {
        const as = await readPack(database, meetingId);
        if (as === null) {
          buildEnded(null);
          return null;
        }
        const { version } = await host.about(null);
        const producer = `Packhorse ${version}`;
        const { signal } = control;
        const result = await job(session, as, {
          database,
          host,
          edition,
          producer,
          signal,
          now,
          onProgress: buildMovedOn,
        });
        buildEnded(result.ok ? null : { ...result.refusal, meetingId, edition });
        return result.ok ? result.value : null;
      } catch (fault) {
        buildEnded(null);
        throw fault;
      }
    },
    [session, host],
  );

  return useMemo(
    () => ({
      build: async (meetingId, edition) => {
        await perform(meetingId, edition, (_session, as, work) => buildPack(as, work));
      },
      issue: (meetingId, edition) => perform(meetingId, edition, issueNext),
      consolidate: (meetingId, edition) => perform(meetingId, edition, consolidate),
    }),
    [perform],
  );
}
