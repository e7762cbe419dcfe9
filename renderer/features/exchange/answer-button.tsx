import { Send } from 'lucide-react';
import type { ReactElement } from 'react';
import { keepExport } from '#renderer/data/exchange/make-bundle.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useExchangeJob } from './exchange-job.tsx';
import { countOf, failureInWords, sizeInWords } from './exchange-words.ts';
import { readSharing } from './share.queries.ts';

export interface AnswerButtonProps {
  /** The laptop whose bundle was opened. */
  readonly device: string;
}

/** What the bundle showed its author to lack, sent back with one press. Shows nothing where nothing is lacking. */
export function AnswerButton({ device }: AnswerButtonProps): ReactElement | null {
  const session = useSession();
  const host = useHost();
  const job = useExchangeJob();
  const sharing = useLive(readSharing, []);
  const laptop = sharing?.laptops.find(({ id }) => id === device);
  if (laptop === undefined || laptop.lacks === 0 || laptop.revokedAfter !== null) return null;

  async function send(): Promise<void> {
    const { version } = await host.about(null);
    const order = { recipients: [device], passphrase: null, app: version, note: null };
    const made = await job.ask({ type: 'make', workspace: session.database.name, order, largest: null });
    const part = made.type === 'made' ? made.parts[0] : undefined;
    if (made.type !== 'made' || part === undefined) {
      if (made.type !== 'cancelled') noticeShown(`No bundle was made. ${failureInWords(made)}`, 'red');
      return;
    }
    const saved = await saveBlob(host, part.file, { suggestedName: part.fileName, format: 'bundle' });
    if (saved.type === 'failed') noticeShown(saveFailureInWords(saved.because), 'red');
    if (saved.type !== 'saved') return;
    await keepExport(session, made.row);
    noticeShown(`Saved ${saved.name}: ${countOf(made.saves, 'change')}, ${sizeInWords(made.row.size)}.`);
  }

  return (
    <div>
      <Button icon={Send} onPress={() => void send()} pending={job.isBusy} pendingLabel="Making the bundle">
        {`Send ${laptop.person} what is missing there: ${countOf(laptop.lacks, 'change')}`}
      </Button>
    </div>
  );
}
