import { useEffect, useState } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { openSearchIndex, type Found, type SearchIndex } from './search-index.ts';

/** One index for each open workspace, kept as long as it is open. */
const indexes = new WeakMap<Session['database'], Promise<SearchIndex>>();

async function indexFor(session: Session): Promise<SearchIndex> {
  const made = indexes.get(session.database) ?? openSearchIndex(session.database, session.kinds);
  indexes.set(session.database, made);
  const index = await made;
  await index.catchUp();
  return index;
}

export interface Search {
  /** `false` while the index is being made. */
  readonly isReady: boolean;
  readonly found: ReadonlyArray<Found>;
}

const shownAtMost = 12;

/** What a query finds among all records; nothing for an empty query. */
export function useSearch(query: string): Search {
  const session = useSession();
  const [index, setIndex] = useState<SearchIndex | null>(null);
  useEffect(() => {
    let isWanted = true;
    void indexFor(session).then((made) => {
      if (isWanted) setIndex(made);
    });
    return () => {
      isWanted = false;
    };
  }, [session]);
  const words = query.trim();
  return { isReady: index !== null, found: index === null || words === '' ? [] : index.find(words, shownAtMost) };
}
