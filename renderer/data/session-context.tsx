/** The open session for whatever screen is showing. */
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';
import type { Database } from './database.ts';
import type { Session } from './session.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('No workspace is open');
  return session;
}

/**
 * What a query answers, kept up to date as saves arrive. `undefined` means not yet known; a query says `null` for what is
 * known to be absent. `given` names everything the query depends on.
 */
export function useLive<Answer>(
  query: (database: Database) => Promise<Answer>,
  given: ReadonlyArray<unknown>,
): Answer | undefined {
  const { database } = useSession();
  // Only of an async function does Dexie follow what is read after the first await.
  return useLiveQuery(async () => query(database), [database, ...given]);
}
