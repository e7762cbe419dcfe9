import { Download } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { CheckHistory } from './check-history.tsx';
import { auditTrail } from './audit-trail.ts';
import { readHistory } from './history.queries.ts';
import { SaveTimeline } from './save-timeline.tsx';

const atATime = 50;

/** Everything that was done in the workspace: who, what, when and why. */
export function HistoryPage(): ReactElement {
  const { database, kinds, today } = useSession();
  const host = useHost();
  const [most, setMost] = useState(atATime);
  const saves = useLive((database) => readHistory(database, kinds, most), [kinds, most]);
  async function exported(): Promise<void> {
    const file = new Blob([await auditTrail(database, kinds)], { type: 'text/csv' });
    const saved = await saveBlob(host, file, { suggestedName: `Audit trail ${today}.csv`, format: 'text' });
    if (saved.type === 'saved') noticeShown(`Saved “${saved.name}”.`);
    else if (saved.type === 'failed') noticeShown(saveFailureInWords(saved.because), 'red');
  }

  return (
    <>
      <PageHeader
        title="History"
        actions={
          <Button icon={Download} onPress={() => void exported()}>
            Export audit trail
          </Button>
        }
        facts={[{ text: 'Everything done here, latest first. Nothing is ever taken out.' }]}
      />
      <PageBody layout="reading">
        {saves === undefined ? (
          <Loading label="Reading the history" />
        ) : saves.length === 0 ? (
          <EmptyState title="Changes appear here" text="As soon as anything is added or changed, it is listed here." />
        ) : (
          <>
            <CheckHistory />
            <SaveTimeline saves={saves} withRecords />
            {saves.length === most && <Button onPress={() => setMost(most + atATime)}>Show earlier changes</Button>}
          </>
        )}
      </PageBody>
    </>
  );
}
