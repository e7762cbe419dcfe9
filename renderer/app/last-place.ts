/**
 * Where the officer was in each workspace, so that the app opens there again after a restart or a crash. In a small database
 * of its own: what stands in localStorage is on the disk only seconds later, too late for a crash.
 */
import { Dexie, type Table } from 'dexie';
import { useEffect } from 'react';
import { isStorageFull } from '#renderer/data/run.ts';

interface LastPlace {
  /** The name of its database. */
  readonly workspace: string;
  /** As the address has it after `#`, the sign included. */
  readonly place: string;
}

const database = new Dexie('packhorse-places', { chromeTransactionDurability: 'strict' });
database.version(1).stores({ places: 'workspace' });
const places: Table<LastPlace, string> = database.table('places');

/** Goes back to where the officer was, when the window opened without saying where. */
export async function returnToLastPlace(workspace: string): Promise<void> {
  const last = await places.get(workspace);
  if (location.hash === '' && last?.place.startsWith('#/') === true) location.replace(last.place);
}

export async function forgetLastPlace(workspace: string): Promise<void> {
  await places.delete(workspace);
}

export function useLastPlace(workspace: string): void {
  useEffect(() => {
    const keep = (): void => {
      places.put({ workspace, place: location.hash }).catch((fault: unknown) => {
        // Without room the next start begins at Today: nobody's work depends on it.
        if (!isStorageFull(fault)) throw fault;
      });
    };
    window.addEventListener('hashchange', keep);
    return () => window.removeEventListener('hashchange', keep);
  }, [workspace]);
}
