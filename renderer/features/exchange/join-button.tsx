import { ArchiveRestore, UserPlus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TakeOrder, TakeRefusal } from '#renderer/data/exchange/take-bundle.ts';
import { isStorageFull } from '#renderer/data/run.ts';
import type { Founder, Session } from '#renderer/data/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { countOf, momentInWords, refusalInWords } from './exchange-words.ts';
import { SafetyWordsView } from './safety-words-view.tsx';
import styles from './share.module.css';

const titles = { join: 'Join with a bundle', restore: 'Restore' } as const;

export interface JoinButtonProps {
  readonly way: 'join' | 'restore';
  readonly join: (founder: Founder, order: Omit<TakeOrder, 'isAuthorChecked'>) => Promise<Result<Session, TakeRefusal>>;
  readonly onJoined: (session: Session) => void;
}

/**
 * Joins a colleague's workspace: their bundle, its passphrase, and six words compared by phone before anything is taken. Or restores
 * one's own from a backup, where there is nobody to ring.
 */
export function JoinButton({ way, join, onJoined }: JoinButtonProps): ReactElement {
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
        <JoinDialog way={way} file={file} join={join} onJoined={onJoined} onClose={() => setFile(null)} />
      )}
    </>
  );
}

interface JoinDialogProps extends JoinButtonProps {
  readonly file: File;
  /** Where it has been unlocked already: then nobody is asked for anything, and its author goes on as who they were. */
  readonly unlocked?: OpenedBundle | null;
  readonly onClose: () => void;
}

export function JoinDialog({ way, file, unlocked = null, join, onJoined, onClose }: JoinDialogProps): ReactElement {
  const [name, setName] = useState(unlocked?.author.person ?? '');
  const [role, setRole] = useState(unlocked?.author.role ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenedBundle | null>(unlocked);
  const missing = (value: string, words: string): string | undefined =>
    attempt > 0 && value.trim() === '' ? words : undefined;

  async function working(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (fault) {
      if (!isStorageFull(fault)) throw fault;
      setFailure('This laptop has no room for the workspace. Nothing was kept. Free some room, then try again.');
    } finally {
      setBusy(false);
    }
  }

  const unlock = (): Promise<void> =>
    working(async () => {
      const { openInvitation } = await import('#renderer/data/exchange/open-bundle.ts');
      const result = await openInvitation(new Uint8Array(await file.arrayBuffer()), passphrase);
      if (result.ok) setOpened(result.value);
      else setFailure(refusalInWords(result.refusal));
    });

  const joined = (bundle: OpenedBundle): Promise<void> =>
    working(async () => {
      const result = await join({ name: name.trim(), role: role.trim() }, { opened: bundle, fileName: file.name });
      if (result.ok) onJoined(result.value);
      else setFailure(refusalInWords(result.refusal));
    });

  function submitted(): void {
    setAttempt(attempt + 1);
    if (isBusy) return;
    if (opened !== null) void joined(opened);
    else if (name.trim() !== '' && role.trim() !== '' && passphrase !== '') void unlock();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={titles[way]}
      onSubmit={submitted}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            pending={isBusy}
            pendingLabel={opened === null ? 'Unlocking' : way === 'join' ? 'Joining' : 'Restoring'}
          >
            {opened === null ? 'Unlock' : way === 'join' ? 'The words are the same: join' : 'Restore it'}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {failure !== null && <Banner tone="error" title={failure} announce />}
        {opened === null ? (
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
          <Invitation way={way} opened={opened} />
        )}
      </div>
    </Dialog>
  );
}

interface InvitationProps {
  readonly way: JoinButtonProps['way'];
  readonly opened: OpenedBundle;
}

function Invitation({ way, opened: { manifest, author, segments, files } }: InvitationProps): ReactElement {
  const saves = segments.reduce((sum, { read }) => sum + read.saves.length, 0);
  const what = `${countOf(saves, 'change')}, ${countOf(files.length, 'file')}`;
  return (
    <>
      <p>
        <b>{manifest.workspace.name}</b>, from {author.person}, made {momentInWords(manifest.at)}: {what}.
      </p>
      {way === 'join' ? (
        <>
          <p>
            Ask {author.person} on the phone to read out the safety words of that laptop. Join only if they are these:
          </p>
          <SafetyWordsView workspace={manifest.workspace.id} device={author.device} signKey={author.signKey} />
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
