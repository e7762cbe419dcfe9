import type { ReactElement } from 'react';
import { clockTime, inWords } from '#shared/kernel/clock-time.ts';
import { unkeptTriedAgain, useSaveState } from '#renderer/data/save-state.store.ts';
import { clockTimeOf } from '#renderer/data/wall-clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SaveState, type Saving } from '#renderer/ui/save-state.tsx';

export interface SaveIndicatorProps {
  /** When the workspace was opened, whole, in milliseconds since 1970: everything before it is saved. */
  readonly openedAt: number;
}

export function SaveIndicator({ openedAt }: SaveIndicatorProps): ReactElement {
  const isUnderWay = useSaveState((state) => state.underWay > 0 || state.typing > 0);
  const keptAt = useSaveState((state) => state.keptAt) ?? openedAt;
  const unkept = useSaveState((state) => state.unkept);
  const [failed] = unkept;
  const state: Saving =
    failed !== undefined
      ? {
          type: 'failed',
          because:
            failed.because === 'storageFull'
              ? 'this laptop is out of room. Free some room, then try again.'
              : 'something went wrong. Your words are still on the screen.',
        }
      : isUnderWay
        ? { type: 'saving' }
        : { type: 'saved', at: inWords(clockTime(clockTimeOf(keptAt))) };
  return (
    <>
      <SaveState state={state} />
      {failed !== undefined && (
        <Button small onPress={() => void unkeptTriedAgain()}>
          Try again
        </Button>
      )}
    </>
  );
}
