import type { ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { MeetingPage } from '#renderer/features/meetings/meeting-page.tsx';
import { BuildPackButton } from '#renderer/features/packs/build-pack-button.tsx';
import { PackPanel } from '#renderer/features/packs/pack-panel.tsx';
import { ItemPages } from '#renderer/features/papers/item-pages.tsx';
import { ItemPaperList } from '#renderer/features/papers/item-paper-list.tsx';
import { ItemPapers } from '#renderer/features/papers/item-papers.tsx';
import { startAttaching } from '#renderer/features/papers/start-attaching.ts';

export interface MeetingScreenProps {
  readonly meetingId: string;
}

/** A meeting with its papers and its pack: features side by side. */
export function MeetingScreen({ meetingId }: MeetingScreenProps): ReactElement {
  const session = useSession();
  return (
    <MeetingPage
      meetingId={meetingId}
      actions={<BuildPackButton meetingId={meetingId} />}
      aside={<PackPanel meetingId={meetingId} />}
      history={<RecordHistory kind="meeting" id={meetingId} />}
      papersOf={(item) => <ItemPapers itemId={item.id} />}
      pagesOf={(item) => <ItemPages itemId={item.id} />}
      itemPapers={(item) => <ItemPaperList item={item} />}
      onFilesDropped={(files, itemId) =>
        void startAttaching({ session, files, to: { type: 'item', meetingId, itemId }, reportTo: 'notice' })
      }
    />
  );
}
