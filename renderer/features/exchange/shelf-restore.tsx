import { useEffect, useState, type ReactElement } from 'react';
import { ownShelf, readPassphrase, shelfIn } from '#renderer/data/backup/shelf.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { askExchange } from './exchange-work.ts';
import { momentInWords } from './exchange-words.ts';
import type { Invitation } from './exchange.worker.ts';
import styles from './share.module.css';
import { JoinDialog, type JoinButtonProps } from './join-button.tsx';

interface Found {
  readonly at: number;
  readonly file: File;
  readonly passphrase: string | null;
}

/** The backups looked for are those of the database that is joined into. */
export type ShelfRestoreProps = Pick<JoinButtonProps, 'workspace' | 'onJoined'>;

/** Where a workspace is gone and its backups are not: brings the newest back. Shows nothing where there is none. */
export function ShelfRestore({ workspace, onJoined }: ShelfRestoreProps): ReactElement | null {
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [dialog, setDialog] = useState<{ readonly unlocked: Invitation | null } | null>(null);
  useEffect(() => {
    let isHere = true;
    void newestOn(workspace).then((newest) => {
      if (isHere) setFound(newest);
    });
    return () => {
      isHere = false;
    };
  }, [workspace]);
  if (found === null) return null;

  async function unlock({ file, passphrase }: Found): Promise<void> {
    setBusy(true);
    const answer = passphrase === null ? null : await askExchange({ type: 'unlock', file, passphrase });
    setBusy(false);
    // Without its passphrase, or with one that no longer fits, the officer is asked for it.
    setDialog({ unlocked: answer?.type === 'unlocked' ? answer.invitation : null });
  }

  return (
    <Banner tone="info" title="There is a backup of your work on this laptop">
      <div className={styles['stack']}>
        <p>
          Packhorse made it by itself on {momentInWords(found.at)}. If your workspace should be here and is not, bring
          it back: nothing else is needed.
        </p>
        <div>
          <Button
            kind="primary"
            onPress={() => void unlock(found)}
            pending={isBusy}
            pendingLabel="Unlocking the backup"
          >
            Restore the backup
          </Button>
        </div>
      </div>
      {dialog !== null && (
        <JoinDialog
          way="restore"
          file={found.file}
          unlocked={dialog.unlocked}
          workspace={workspace}
          onJoined={onJoined}
          onClose={() => setDialog(null)}
        />
      )}
    </Banner>
  );
}

async function newestOn(workspace: string): Promise<Found | null> {
  const folder = await ownShelf(workspace);
  if (folder === null) return null;
  const shelf = shelfIn(folder);
  const [newest] = await shelf.list();
  if (newest === undefined) return null;
  return { at: newest.at, file: await shelf.read(newest.name), passphrase: await readPassphrase(folder) };
}
