import { lazy, Suspense, type ReactElement } from 'react';
import { useUnlocking } from './unlocking.store.ts';

const UnlockDialog = lazy(async () => ({ default: (await import('./unlock-dialog.tsx')).UnlockDialog }));

/** Asks about a locked file that is being attached, wherever the officer has gone meanwhile. */
export function Unlocking(): ReactElement | null {
  const asked = useUnlocking();
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <UnlockDialog key={asked.number} question={asked} onAnswer={asked.answer} />
    </Suspense>
  );
}
