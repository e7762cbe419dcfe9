import { MessageCircleQuestion } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { ImportRow } from '#renderer/data/database.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import type { BundleOrder } from '#renderer/data/exchange/gather.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { countOf, failureInWords, gapInWords, momentInWords } from './exchange-words.ts';
import { askExchange } from './exchange-work.ts';
import type { Sharing } from './share.queries.ts';
import { rememberExport } from './remember-export.ts';
import styles from './share.module.css';

export interface ReceivedPanelProps {
  readonly sharing: Sharing;
}

/** What has come in, and what is still waited for. */
export function ReceivedPanel({ sharing: { imports, gaps, laptops } }: ReceivedPanelProps): ReactElement {
  const session = useSession();
  const host = useHost();
  const [isAsking, setAsking] = useState(false);
  const nameOf = (id: string): string => laptops.find((laptop) => laptop.id === id)?.person ?? 'a laptop not met';
  const others = laptops.filter(({ trust, revokedAfter }) => trust !== 'self' && revokedAfter === null);

  async function asked(): Promise<void> {
    setAsking(true);
    try {
      const { version } = await host.about(null);
      const order: BundleOrder = {
        recipients: others.map(({ id }) => id),
        passphrase: null,
        isRequest: true,
        app: version,
        note: null,
      };
      const made = await askExchange({ type: 'make', workspace: session.database.name, order, largest: null });
      const part = made.type === 'made' ? made.parts[0] : undefined;
      if (made.type !== 'made' && made.type !== 'cancelled')
        noticeShown(`No request was made. ${failureInWords(made)}`, 'red');
      if (made.type !== 'made' || part === undefined) return;
      const saved = await saveBlob(host, part.file, { suggestedName: made.row.fileName, format: 'bundle' });
      if (saved.type === 'failed') noticeShown(saveFailureInWords(saved.because), 'red');
      if (saved.type !== 'saved') return;
      await rememberExport(session, made.row);
      noticeShown(`Saved ${saved.name}. Whoever opens it sees what you lack, and can send it.`);
    } finally {
      setAsking(false);
    }
  }

  return (
    <Panel title="Received" count={imports.length === 0 ? 'nothing yet' : String(imports.length)}>
      <div className={styles['stack']}>
        {imports.length === 0 && <p>What colleagues hand in stands here, and can be taken back as a whole.</p>}
        {gaps.length > 0 && (
          <ul className={styles['list']} aria-label="Waiting for">
            {gaps.map((gap) => (
              <li key={`${gap.device} ${gap.from}`}>
                <Status tone="amber">{gapInWords(gap)}</Status>
                <p className={styles['soft']}>Ask them, or anybody who shares this workspace, for a bundle.</p>
              </li>
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <div>
            <Button
              icon={MessageCircleQuestion}
              onPress={() => void asked()}
              pending={isAsking}
              pendingLabel="Making the request"
            >
              Ask for what is missing
            </Button>
          </div>
        )}
        {imports.length > 0 && (
          <ul className={styles['list']} aria-label="Received">
            {imports.map((row) => (
              <Import key={row.bundle} row={row} from={nameOf(row.author)} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

interface ImportProps {
  readonly row: ImportRow;
  readonly from: string;
}

function Import({ row, from }: ImportProps): ReactElement {
  const { database } = useSession();
  const [isBusy, setBusy] = useState(false);
  const changes = row.applied.reduce((sum, range) => sum + range.to - range.from + 1, 0);

  async function undo(): Promise<void> {
    setBusy(true);
    try {
      const label = `the changes from ${from} of ${momentInWords(row.madeAt)}`;
      const answer = await askExchange({ type: 'undo', workspace: database.name, bundle: row.bundle, label });
      if (answer.type !== 'undone')
        noticeShown(`The import could not be undone, and nothing has been changed. ${failureInWords(answer)}`, 'red');
      else if (answer.leftAlone === 0) noticeShown('The whole import is undone.');
      else
        noticeShown(
          `The import is undone, but for ${countOf(answer.leftAlone, 'change')} that somebody has built on since.`,
        );
    } finally {
      setBusy(false);
    }
  }

  return (
    <li>
      <p>
        <b>{from}</b>, bundle {row.no} of {momentInWords(row.madeAt)}
      </p>
      <p className={styles['soft']}>
        {changes + row.waiting === 0
          ? `Looked through ${momentInWords(row.at)}: it tells what ${from} holds`
          : `Applied ${momentInWords(row.at)}: ${countOf(changes, 'change')}`}
        {row.waiting > 0 && `, ${countOf(row.waiting, 'change')} waiting then`}
      </p>
      {row.isUndone ? (
        <p className={styles['soft']}>Undone</p>
      ) : (
        changes > 0 && (
          <div>
            <Button small onPress={() => void undo()} pending={isBusy} pendingLabel="Undoing the import">
              Undo import
              <span className="vh">
                {' '}
                from {from}, bundle {row.no}
              </span>
            </Button>
          </div>
        )
      )}
    </li>
  );
}
