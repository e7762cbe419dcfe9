import { Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useExchangeJob } from './exchange-job.tsx';
import { failureInWords } from './exchange-words.ts';

/** The repair: every record worked out anew from the log, which holds all that was ever saved. */
export function RebuildButton(): ReactElement {
  const { database } = useSession();
  const job = useExchangeJob();

  async function rebuild(): Promise<void> {
    const answer = await job.ask({ type: 'rebuild', workspace: database.name });
    if (answer.type === 'rebuilt') noticeShown('Every record has been worked out anew from the log.');
    else if (answer.type !== 'cancelled') noticeShown(failureInWords(answer), 'red');
  }

  return (
    <Button icon={Wrench} kind="quiet" onPress={() => void rebuild()} pending={job.isBusy} pendingLabel="Rebuilding">
      Rebuild from log
    </Button>
  );
}
