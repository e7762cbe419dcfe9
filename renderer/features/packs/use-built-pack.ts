import { useEffect, useState } from 'react';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useBuild } from './build/build.store.ts';
import { readBuilt, type PackFile } from './build/built-pack.ts';
import { fingerprintOf } from './build/fingerprint.ts';
import type { PackAsItStands } from './build/pack.queries.ts';

export interface BuiltNow {
  readonly built: PackFile | null;
  /** Whether it still shows the papers as they stand. */
  readonly isCurrent: boolean;
  /** The mark of what stands now; `null` until it has been looked at. */
  readonly standing: string | null;
}

const nothing: BuiltNow = { built: null, isCurrent: true, standing: null };

/** The pack built last, read anew whenever a build ends or something in it changes. */
export function useBuiltPack(as: PackAsItStands, edition: Edition): BuiltNow {
  const { database } = useSession();
  const ended = useBuild((state) => state.ended);
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    let isWanted = true;
    void Promise.all([readBuilt(database.name, as.meeting.id, edition), fingerprintOf(as, edition)]).then(
      ([built, standing]) => {
        if (isWanted) setFound({ built, standing, isCurrent: built === null || built.facts.madeFrom === standing });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [database, as, edition, ended]);
  return found;
}
