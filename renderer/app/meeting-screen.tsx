import type { ReactElement } from 'react';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { MeetingPage } from '#renderer/features/meetings/meeting-page.tsx';
import { BuildPackButton } from '#renderer/features/packs/build-pack-button.tsx';
import { PackPanel } from '#renderer/features/packs/pack-panel.tsx';

export interface MeetingScreenProps {
  readonly meetingId: string;
}

/** A meeting with its papers and its pack: features side by side. */
export function MeetingScreen({ meetingId }: MeetingScreenProps): ReactElement {
  return (
    <MeetingPage
      meetingId={meetingId}
      actions={<BuildPackButton meetingId={meetingId} />}
      aside={<PackPanel meetingId={meetingId} />}
      history={<RecordHistory kind="meeting" id={meetingId} />}
    />
  );
}
