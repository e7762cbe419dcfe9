import { ArchiveRestore, UserPlus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useExchangeJob } from './exchange-job.tsx';
import { countOf, failureInWords, momentInWords } from './exchange-words.ts';
import type { ExchangeAnswer, Invitation } from './exchange.worker.ts';
import { SafetyWordsView } from './safety-words-view.tsx';
import styles from './share.module.css';

const titles = { join: 'Join with a bundle', restore: 'Restore' } as const;

export interface JoinButtonProps {
  readonly way: 'join' | 'restore';
  /** The database that it is joined into. */
  readonly workspace: string;
  /** All of it is there, and can be opened. */
  readonly onJoined: () => void;
}

/**
 * Joins a colleague's workspace: their bundle, its passphrase, and six words compared by phone before anything is taken. Or restores
 * one's own from a backup, where there is nobody to ring.
 */
export function JoinButton({ way, workspace, onJoined }: JoinButtonProps): ReactElement {
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <FileButton
        icon={way === 'join' ? UserPlus : ArchiveRestore}
        multiple={false}
        accept={way === 'join' ? ['.packhorse'] : ['.packhorse-backup', '.packhorse']}
        onFiles={([chosen]) => {
          if (chosen !== undefined) setFile(chosen);
        }}
      >
        {titles[way]}
      </FileButton>
      {file !== null && (
        <JoinDialog way={way} file={file} workspace={workspace} onJoined={onJoined} onClose={() => setFile(null)} />
      )}
    </>
  );
}

interface JoinDialogProps extends JoinButtonProps {
  readonly file: File;
  /** Where the worker has unlocked it already: then nobody is asked for anything, and its author goes on as who they were. */
  readonly unlocked?: Invitation | null;
  readonly onClose: () => void;
}

export function JoinDialog({
  way,
  file,
  unlocked = null,
  workspace,
  onJoined,
  onClose,
}: JoinDialogProps): ReactElement {
  const [name, setName] = useState(unlocked?.author.person ?? '');
  const [role, setRole] = useState(unlocked?.author.role ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(unlocked);
  const job = useExchangeJob();
  const missing = (value: string, words: string): string | undefined =>
    attempt > 0 && value.trim() === '' ? words : undefined;

  async function working(work: () => Promise<ExchangeAnswer>): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await work();
      if (answer.type === 'unlocked') setInvitation(answer.invitation);
      else if (answer.type === 'joined') onJoined();
      else if (answer.type === 'outOfRoom') setFailure(noRoom);
      else if (answer.type !== 'cancelled') setFailure(failureInWords(answer));
    } finally {
      setBusy(false);
    }
  }

  const unlock = (): Promise<void> => working(() => job.ask({ type: 'unlock', file, passphrase }));

  const joined = (): Promise<void> =>
    working(async () => {
      const founder = { name: name.trim(), role: role.trim() };
      return job.ask({ type: 'join', workspace, founder, fileName: file.name });
    });

  /** Broken off in the midst, nothing of it is kept. */
  function closed(): void {
    job.cancel();
    onClose();
  }

  function submitted(): void {
    setAttempt(attempt + 1);
    if (isBusy) return;
    if (invitation !== null) void joined();
    else if (name.trim() !== '' && role.trim() !== '' && passphrase !== '') void unlock();
  }

  return (
    <Dialog
      open
      onClose={closed}
      title={titles[way]}
      onSubmit={submitted}
      footer={
        <>
          <Button onPress={closed}>Cancel</Button>
          <Button
            kind="primary"
            submit
            pending={isBusy}
            pendingLabel={invitation === null ? 'Unlocking' : way === 'join' ? 'Joining' : 'Restoring'}
          >
            {invitation === null ? 'Unlock' : way === 'join' ? 'The words are the same: join' : 'Restore it'}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {failure !== null && <Banner tone="error" title={failure} announce />}
        {invitation === null ? (
          <>
            <TextField
              label="Your name"
              autoFocus
              value={name}
              onChange={setName}
              error={missing(name, 'Enter your name')}
            />
            <TextField label="Your role" value={role} onChange={setRole} error={missing(role, 'Enter your role')} />
            <TextField
              label="Passphrase"
              hint={way === 'join' ? 'Whoever made the bundle tells it by phone' : 'The one the backup was made with'}
              inputType="password"
              autoComplete="off"
              value={passphrase}
              onChange={setPassphrase}
              error={missing(passphrase, 'Enter the passphrase')}
            />
          </>
        ) : (
          <InvitationView way={way} invitation={invitation} />
        )}
      </div>
    </Dialog>
  );
}

const noRoom = 'This laptop has no room for the workspace. Nothing was kept. Free some room, then try again.';

interface InvitationViewProps {
  readonly way: JoinButtonProps['way'];
  readonly invitation: Invitation;
}

function InvitationView({ way, invitation }: InvitationViewProps): ReactElement {
  const { workspace, author, madeAt, saves, files } = invitation;
  const what = `${countOf(saves, 'change')}, ${countOf(files, 'file')}`;
  return (
    <>
      <p>
        <b>{workspace.name}</b>, from {author.person}, made {momentInWords(madeAt)}: {what}.
      </p>
      {way === 'join' ? (
        <>
          <p>
            Ask {author.person} on the phone to read out the safety words of that laptop. Join only if they are these:
          </p>
          <SafetyWordsView workspace={workspace.id} device={author.device} signKey={author.signKey} />
        </>
      ) : (
        <p>
          All of it comes back. Colleagues will be asked to compare words with this laptop once, as with any new one;
          the laptop you lost should be trusted no more, under Share and receive.
        </p>
      )}
    </>
  );
}
