/** Where the officer was in each workspace, so that the app opens there again after a restart or a crash. */
import { useEffect } from 'react';
import { keepPlace, readPlace } from '#renderer/data/laptop.ts';
import { isStorageFull } from '#renderer/data/run.ts';

/** Goes back to where the officer was, when the window opened without saying where. */
export async function returnToLastPlace(workspace: string): Promise<void> {
  const last = await readPlace(workspace);
  if (location.hash === '' && last?.startsWith('#/') === true) location.replace(last);
}

export function useLastPlace(workspace: string): void {
  useEffect(() => {
    const keep = (): void => {
      keepPlace(workspace, location.hash).catch((fault: unknown) => {
        // Without room the next start begins at Today: nobody's work depends on it.
        if (!isStorageFull(fault)) throw fault;
      });
    };
    window.addEventListener('hashchange', keep);
    return () => window.removeEventListener('hashchange', keep);
  }, [workspace]);
}
