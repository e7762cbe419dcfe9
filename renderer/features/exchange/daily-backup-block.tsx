import { ArchiveRestore, FolderOutput, KeyRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { copyBackupsTo } from '#renderer/data/backup/automatic-backup.ts';
import { readBackupPlan } from '#renderer/data/backup/backup-plan.ts';
import { ownShelf, shelfIn, type Shelved } from '#renderer/data/backup/shelf.ts';
import type { BackupPlan } from '#renderer/data/database.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { countOf, momentInWords, sizeInWords } from './exchange-words.ts';
import { askOnce } from './exchange-work.ts';
import styles from './share.module.css';

/** As TypeScript's library does not have it yet; not every browser has it either. */
interface WithFolders {
  readonly showDirectoryPicker?: (ask: { mode: 'readwrite' }) => Promise<Folder>;
}

export interface DailyBackupBlockProps {
  /** Proves a backup that lies on the shelf. */
  readonly onRehearse: (file: File, passphrase: string) => void;
  readonly isBusy: boolean;
}

/** The backups that make themselves: when the last was, what opens them, and where else they go. */
export function DailyBackupBlock({ onRehearse, isBusy }: DailyBackupBlockProps): ReactElement {
  const session = useSession();
  const host = useHost();
  const plan = useLive(readBackupPlan, []);
  const shelved = useLive(async (database) => {
    // Read again whenever a backup has been made.
    await readBackupPlan(database);
    return shelfOf(database.name);
  }, []);
  const [isShown, setShown] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const pick = (window as WithFolders).showDirectoryPicker;
  const newest = shelved?.[0];

  async function makeNow(): Promise<void> {
    setMaking(true);
    try {
      const { version: app } = await host.about(null);
      await askOnce({ type: 'backUpByItself', workspace: session.database.name, why: 'daily', app });
    } catch {
      setFailure('The backup could not be made just now. Your work is as it was. Packhorse tries again by itself.');
    } finally {
      setMaking(false);
    }
  }

  async function choose(): Promise<void> {
    setFailure(null);
    try {
      const folder = await pick?.({ mode: 'readwrite' });
      if (folder === undefined) return;
      await copyBackupsTo(session, folder);
      await makeNow();
    } catch (fault) {
      // Somebody who chooses nothing is told nothing.
      if (!(fault instanceof DOMException && fault.name === 'AbortError'))
        setFailure('Packhorse may not use that folder. Choose another.');
    }
  }

  async function tryAgain({ folder }: BackupPlan): Promise<void> {
    setFailure(null);
    if (folder !== null) {
      await folder.requestPermission?.({ mode: 'readwrite' });
      await copyBackupsTo(session, folder);
    }
    await makeNow();
  }

  async function rehearse({ name }: Shelved, { passphrase }: BackupPlan): Promise<void> {
    const folder = await ownShelf(session.database.name);
    if (folder !== null) onRehearse(await shelfIn(folder).read(name), passphrase);
  }

  return (
    <section className={styles['stack']} aria-label="Backups made by themselves">
      <p>
        Packhorse backs itself up every day and before each import, on this laptop but apart from the workspace. Each
        backup is locked, and read back to see that it can be restored. {lastInWords(plan, shelved)}
      </p>
      {failure !== null && <Banner tone="error" title={failure} announce />}
      {plan?.failure != null && (
        <Banner tone="warning" title={failureTitle(plan)}>
          <Button small onPress={() => void tryAgain(plan)} pending={isMaking} pendingLabel="Trying again">
            Try again
          </Button>
        </Banner>
      )}
      {plan != null && isShown && (
        <Banner tone="info" title={`Passphrase of these backups: ${plan.passphrase}`} announce>
          <p>Write it down, and keep it away from this laptop: whoever has it and a backup can restore your work.</p>
        </Banner>
      )}
      {plan != null && (
        <Row>
          <Button icon={KeyRound} onPress={() => setShown(!isShown)}>
            {isShown ? 'Hide the passphrase' : 'Show the passphrase'}
          </Button>
          {pick !== undefined && (
            <Button icon={FolderOutput} onPress={() => void choose()} pending={isMaking} pendingLabel="Copying">
              {plan.folder === null ? 'Copy them to a folder' : 'Copy them to another folder'}
            </Button>
          )}
          {plan.folder !== null && (
            <Button kind="quiet" onPress={() => void copyBackupsTo(session, null)}>
              Stop copying to “{plan.folder.name}”
            </Button>
          )}
          {newest !== undefined && (
            <Button
              icon={ArchiveRestore}
              kind="quiet"
              onPress={() => void rehearse(newest, plan)}
              pending={isBusy}
              pendingLabel="Rehearsing"
            >
              Rehearse the last one
            </Button>
          )}
        </Row>
      )}
    </section>
  );
}

async function shelfOf(workspace: string): Promise<ReadonlyArray<Shelved>> {
  const folder = await ownShelf(workspace);
  return folder === null ? [] : shelfIn(folder).list();
}

function lastInWords(plan: BackupPlan | null | undefined, shelved: ReadonlyArray<Shelved> | undefined): string {
  const [newest] = shelved ?? [];
  if (plan == null || newest === undefined) return 'The first is made a little after the first changes.';
  const size = (shelved ?? []).reduce((sum, { size: one }) => sum + one, 0);
  const isCopied = plan.folder !== null && plan.last !== null && plan.failure === null;
  const where = isCopied ? `, the last one copied to “${plan.folder?.name ?? ''}” too` : '';
  return `The last one: ${momentInWords(newest.at)}. ${countOf(shelved?.length ?? 0, 'backup')} kept (${sizeInWords(size)})${where}.`;
}

function failureTitle({ failure, folder }: BackupPlan): string {
  switch (failure) {
    case 'folder':
      return `The last backup could not be copied to “${folder?.name ?? ''}”: it may be unplugged, full, or closed to Packhorse. The one on this laptop is there.`;
    case 'notReadable':
      return 'The last backup could not be read back, and was thrown away. The ones before it are there.';
    case 'room':
    case null:
      return 'There was no room for the last backup. Free some space on this laptop. The ones before it are there.';
  }
}
