import { FolderSync } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import {
  fileIn,
  isOpenToUs,
  keepFolder,
  offeredIn,
  putInto,
  readFolder,
  type Offered,
} from '#renderer/data/exchange/shared-folder.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { countOf, folderFaultInWords, sizeInWords } from './exchange-words.ts';
import { askExchange } from './exchange-work.ts';
import type { Sharing } from './share.queries.ts';
import { rememberExport } from './remember-export.ts';
import styles from './share.module.css';

export interface FolderPanelProps {
  readonly sharing: Sharing;
  /** Looks through a bundle, as one that was chosen by hand. */
  readonly onOpen: (file: File) => void;
}

/** As TypeScript's library does not have it yet; not every browser has it either. */
interface WithFolders {
  readonly showDirectoryPicker?: (ask: { mode: 'readwrite' }) => Promise<Folder>;
}

/** How often the folder is looked at while the page is open, in milliseconds. */
const between = 15_000;

/** A folder that another program carries: what is new in it is offered, what is new here is put there. */
export function FolderPanel({ sharing: { laptops, imports }, onOpen }: FolderPanelProps): ReactElement | null {
  const session = useSession();
  const host = useHost();
  const folder = useLive(readFolder, []);
  const [offered, setOffered] = useState<ReadonlyArray<Offered> | 'closed' | 'gone'>([]);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const pick = (window as WithFolders).showDirectoryPicker;
  const people = laptops.filter(({ trust, revokedAfter }) => trust !== 'self' && revokedAfter === null);
  const lacking = Math.max(0, ...people.map(({ lacks }) => lacks));

  useEffect(() => {
    if (folder === undefined || folder === null) return;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const found = (await isOpenToUs(folder, false)) ? await offeredIn(session, folder) : 'closed';
      if (isWanted) setOffered(found);
    };
    const failed = (): void => {
      if (isWanted) setOffered('gone');
    };
    look().catch(failed);
    const timer = setInterval(() => void look().catch(failed), between);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [folder, session, imports]);

  if (pick === undefined) return null;

  async function chosen(): Promise<void> {
    try {
      const picked = await pick?.({ mode: 'readwrite' });
      if (picked !== undefined) await keepFolder(session, picked);
    } catch (fault) {
      // Somebody who chooses nothing is told nothing.
      if (!(fault instanceof DOMException && fault.name === 'AbortError'))
        setFailure('Packhorse may not use that folder. Choose another.');
    }
  }

  async function reopened(closed: Folder): Promise<void> {
    try {
      await isOpenToUs(closed, true);
      await keepFolder(session, closed);
    } catch {
      setOffered('gone');
    }
  }

  async function lookThrough(from: Folder, one: Offered): Promise<void> {
    setFailure(null);
    try {
      onOpen(await fileIn(from, one));
    } catch {
      setFailure('The file cannot be read just now. It may still be arriving, or the folder is no longer there.');
    }
  }

  async function put(into: Folder): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      if (!(await isOpenToUs(into, true))) {
        setFailure('The browser does not let Packhorse use this folder. Allow it, or choose the folder again.');
        return;
      }
      const { version } = await host.about(null);
      const order = { recipients: people.map(({ id }) => id), passphrase: null, app: version, note: null };
      const made = await askExchange({ type: 'make', workspace: session.database.name, order, largest: null });
      const part = made.type === 'made' ? made.parts[0] : undefined;
      if (made.type === 'cancelled') return;
      if (made.type !== 'made' || part === undefined) {
        setFailure(
          made.type === 'outOfRoom'
            ? 'This laptop is out of room. Free some space, then try again.'
            : 'The bundle could not be made. Nothing here has changed. Try again.',
        );
        return;
      }
      const file = new Uint8Array(await part.file.arrayBuffer());
      await putInto(session, into, { ...made, file });
      await rememberExport(session, made.row);
      noticeShown(`Put ${countOf(made.saves, 'change')} into “${into.name}” (${sizeInWords(made.row.size)}).`);
    } catch (fault) {
      setFailure(folderFaultInWords(fault, into.name));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title="Shared folder" count={folder === undefined || folder === null ? 'none chosen' : folder.name}>
      <div className={styles['stack']}>
        {failure !== null && <Banner tone="error" title={failure} announce />}
        <p>
          A folder that OneDrive, SharePoint, Nextcloud or Syncthing carries between your laptops. Packhorse writes
          locked files of its own there, and offers what others have put.
        </p>
        {offered === 'closed' && folder !== null && folder !== undefined && (
          <Banner tone="info" title="The folder must be opened again after a restart">
            <Button onPress={() => void reopened(folder)}>Open the folder</Button>
          </Banner>
        )}
        {offered === 'gone' && (
          <Banner tone="warning" title="The folder cannot be reached just now" announce>
            <p>If it is on a stick, plug it in. Packhorse looks again by itself, and nothing here has changed.</p>
          </Banner>
        )}
        {offered !== 'closed' &&
          offered !== 'gone' &&
          offered.length > 0 &&
          folder !== null &&
          folder !== undefined && (
            <ul className={styles['list']} aria-label="In the shared folder">
              {offered.map((one) => (
                <li key={one.fileName}>
                  <p>
                    <b>{laptops.find(({ id }) => id === one.device)?.person ?? 'A laptop you have not met'}</b>, bundle{' '}
                    {one.no}, {sizeInWords(one.size)}
                  </p>
                  <div>
                    <Button small onPress={() => void lookThrough(folder, one)}>
                      Look through<span className="vh"> {one.fileName}</span>
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
        <Row>
          {folder !== null && folder !== undefined && (
            <Button
              icon={FolderSync}
              onPress={() => void put(folder)}
              pending={isBusy}
              pendingLabel="Putting the changes there"
              blockedBecause={people.length === 0 ? 'Nobody shares this workspace yet' : undefined}
            >
              {lacking === 0 ? 'Put a bundle there' : `Put ${countOf(lacking, 'change')} there`}
            </Button>
          )}
          <Button kind="quiet" onPress={() => void chosen()}>
            {folder === null || folder === undefined ? 'Choose a folder' : 'Choose another folder'}
          </Button>
        </Row>
      </div>
    </Panel>
  );
}
