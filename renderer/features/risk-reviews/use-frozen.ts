import { readFrozen, type FrozenContents } from '#renderer/data/risks/frozen.ts';
import { useLive } from '#renderer/data/session-context.tsx';

/** A frozen review in full; `null` where none is asked for. */
export function useFrozen(sha256: string | null): FrozenContents | null | undefined {
  return useLive(async (database) => (sha256 === null ? null : readFrozen(database, sha256)), [sha256]);
}
