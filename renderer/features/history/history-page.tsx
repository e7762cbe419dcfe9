import { useState, type ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { readHistory } from './history.queries.ts';
import { SaveTimeline } from './save-timeline.tsx';

const atATime = 50;

/** Everything that was done in the workspace: who, what, when and why. */
export function HistoryPage(): ReactElement {
  const { kinds } = useSession();
  const [most, setMost] = useState(atATime);
  const saves = useLive((database) => readHistory(database, kinds, most), [kinds, most]);
  return (
    <>
      <PageHeader
        title="History"
        facts={[{ text: 'Everything done here, latest first. Nothing is ever taken out.' }]}
      />
      <PageBody layout="reading">
        {saves === undefined ? (
          <Loading label="Reading the history" />
        ) : saves.length === 0 ? (
          <EmptyState title="Changes appear here" text="As soon as anything is added or changed, it is listed here." />
        ) : (
          <>
            <SaveTimeline saves={saves} withRecords />
            {saves.length === most && <Button onPress={() => setMost(most + atATime)}>Show earlier changes</Button>}
          </>
        )}
      </PageBody>
    </>
  );
}
