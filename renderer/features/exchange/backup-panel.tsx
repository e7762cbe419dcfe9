import { ArchiveRestore, HardDriveDownload } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { readBackupPlan } from '#renderer/data/backup/backup-plan.ts';
import { keepBackup } from '#renderer/data/exchange/backup.ts';
import type { Database } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { countOf, failureInWords, momentInWords, sizeInWords } from './exchange-words.ts';
import { JobView, useExchangeJob } from './exchange-job.tsx';
import { DailyBackupBlock } from './daily-backup-block.tsx';
import { isSound, NewPassphrase, noPassphrase } from './new-passphrase.tsx';
import { RebuildButton } from './rebuild-button.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import styles from './share.module.css';

interface Told {
  readonly tone: 'success' | 'error';
  readonly title: string;
  readonly text: string;
}

/** The last of those that were asked for and those that made themselves. */
async function readLastBackup(database: Database): Promise<number | null> {
  const [entry, plan] = await Promise.all([database.meta.get('backup'), readBackupPlan(database)]);
  const times = [entry?.key === 'backup' ? entry.at : null, plan?.last?.at ?? null].filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** Everything in one locked file, kept elsewhere; and a rehearsal that proves such a file. */
export function BackupPanel(): ReactElement {
  const session = useSession();
  const host = useHost();
  const lastAt = useLive(readLastBackup, []);
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState<'backup' | 'rehearsal' | null>(null);
  const [rehearsing, setRehearsing] = useState<{ readonly file: File; readonly isWrong: boolean } | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const workspace = session.database.name;
  const job = useExchangeJob();

  async function backUp(): Promise<void> {
    setAttempt(attempt + 1);
    if (!isSound(passphrase)) return;
    setBusy('backup');
    setTold(null);
    try {
      const { version } = await host.about(null);
      const made = await job.ask({ type: 'backup', workspace, passphrase: passphrase.first, app: version });
      if (made.type === 'cancelled') return;
      const part = made.type === 'made' ? made.parts[0] : undefined;
      if (made.type !== 'made' || part === undefined) {
        setTold({ tone: 'error', title: 'No backup was made', text: failureInWords(made) });
        return;
      }
      const day = new Date(session.now()).toISOString().slice(0, 10);
      const suggestedName = `${made.row.fileName.replace(/ \d+ from .*$/, '')} ${day}.packhorse-backup`;
      const saved = await saveBlob(host, part.file, { suggestedName, format: 'backup' });
      if (saved.type === 'failed') {
        setTold({ tone: 'error', title: 'No backup was made', text: saveFailureInWords(saved.because) });
      } else if (saved.type === 'saved') {
        // It is there and good, whether or not there is room to note the day.
        await keepBackup(session, saved.name).catch(() => undefined);
        const what = `${countOf(made.saves, 'change')}, ${countOf(made.files, 'file')}, ${sizeInWords(made.row.size)}`;
        setTold({
          tone: 'success',
          title: `Backed up to ${saved.name}`,
          text: `${what}. Rehearse it once, to be sure.`,
        });
        setPassphrase(noPassphrase);
        setAttempt(0);
      }
    } finally {
      setBusy(null);
    }
  }

  async function rehearse(file: File, given: string): Promise<void> {
    setBusy('rehearsal');
    setTold(null);
    try {
      const answer = await job.ask({ type: 'rehearse', workspace, file, passphrase: given });
      if (answer.type === 'cancelled') setRehearsing(null);
      else if (answer.type === 'rehearsed') {
        const { records, saves, files, madeAt } = answer.rehearsed;
        const all = `${countOf(records, 'record')}, ${countOf(saves, 'change')}, ${countOf(files, 'file')}`;
        setRehearsing(null);
        setTold({
          tone: 'success',
          title: 'This backup can be restored',
          text: `Made ${momentInWords(madeAt)}: ${all}, every signature and hash right. Nothing on this laptop was touched.`,
        });
      } else if (answer.type === 'refused' && answer.refusal.type === 'WrongPassphrase') {
        setRehearsing({ file, isWrong: true });
      } else {
        setRehearsing(null);
        setTold({
          tone: 'error',
          title: answer.type === 'refused' ? 'This backup cannot be restored' : 'The backup could not be rehearsed',
          text: failureInWords(answer),
        });
      }
    } finally {
      setBusy(null);
    }
  }

  return (
    <Panel
      title="Backup"
      count={lastAt === undefined || lastAt === null ? 'none made yet' : `the last on ${momentInWords(lastAt)}`}
    >
      <div className={styles['stack']}>
        <DailyBackupBlock isBusy={busy === 'rehearsal'} onRehearse={(file, given) => void rehearse(file, given)} />
        <p>
          You can also put everything into one locked file, with a passphrase of your own: keep it where a lost or
          broken laptop cannot take it along. On a new laptop choose “Restore” at the first start.
        </p>
        {told !== null && (
          <Banner tone={told.tone} title={told.title} announce>
            <p>{told.text}</p>
          </Banner>
        )}
        <JobView job={job} label={busy === 'rehearsal' ? 'Rehearsing the restore' : 'Making the backup'} />
        <form
          className={styles['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (busy === null) void backUp();
          }}
        >
          <NewPassphrase
            passphrase={passphrase}
            onChange={setPassphrase}
            hint="Without it nobody can open the backup, not even you"
            isAsked={attempt > 0}
          />
          <Button icon={HardDriveDownload} submit pending={busy === 'backup'} pendingLabel="Making the backup">
            Back up now
          </Button>
        </form>
        {rehearsing === null || busy === 'rehearsal' ? (
          <Row>
            <FileButton
              icon={ArchiveRestore}
              multiple={false}
              accept={['.packhorse-backup', '.packhorse']}
              pending={busy === 'rehearsal'}
              onFiles={([file]) => {
                if (file !== undefined) setRehearsing({ file, isWrong: false });
              }}
            >
              Rehearse restore
            </FileButton>
            <RebuildButton />
          </Row>
        ) : (
          <PassphraseForm
            label="Passphrase of the backup"
            hint={rehearsing.file.name}
            isWrong={rehearsing.isWrong}
            onGiven={(given) => void rehearse(rehearsing.file, given)}
            onLeave={() => setRehearsing(null)}
          />
        )}
      </div>
    </Panel>
  );
}
