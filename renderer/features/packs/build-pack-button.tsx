import { FileDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { goTo } from '#renderer/navigation/go.ts';
import { intentGiven } from '#renderer/navigation/intent.store.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';

export interface BuildPackButtonProps {
  readonly meetingId: string;
}

/** From the meeting straight to its pack being built. */
export function BuildPackButton({ meetingId }: BuildPackButtonProps): ReactElement {
  return (
    <Button
      kind="primary"
      icon={FileDown}
      onPress={() => {
        intentGiven('buildPack');
        goTo(pathTo.pack(meetingId));
      }}
    >
      Build pack
    </Button>
  );
}
