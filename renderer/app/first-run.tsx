import { useState, type ReactElement } from 'react';
import { foundWorkspace, type Founding } from '#shared/domain/workspace/workspace.commands.ts';
import { isStorageFull, run } from '#renderer/data/run.ts';
import { closeUndo } from '#renderer/data/undo.ts';
import { FirstRunPage } from '#renderer/features/first-run/first-run-page.tsx';
import { JoinButton } from '#renderer/features/exchange/join-button.tsx';
import { ShelfRestore } from '#renderer/features/exchange/shelf-restore.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { databases, found, foundSample, openJoined, remember, type Opened } from './workspaces.ts';

export interface FirstRunProps {
  readonly onOpened: (opened: Opened) => void;
}

/** The first run: a workspace of one's own, or the sample. */
export function FirstRun({ onOpened }: FirstRunProps): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);

  const make = async (work: () => Promise<Opened>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const opened = await work();
      await remember(opened.workspace);
      onOpened(opened);
    } catch (fault) {
      if (!isStorageFull(fault)) throw fault;
      setFailure(
        'This laptop has no room for a workspace. Nothing was kept. Free some room on the disk, then try again.',
      );
    } finally {
      setBusy(false);
    }
  };

  const start = (founding: Founding): Promise<void> =>
    make(async () => {
      const opened = await found('own', { name: founding.name.trim(), role: founding.role.trim() });
      const result = await run(opened.session, foundWorkspace, founding);
      if (!result.ok) throw new Error(`The workspace could not be founded: ${result.refusal.type}`);
      await closeUndo(opened.session);
      return opened;
    });

  const trySample = (founder?: { readonly name: string; readonly role: string }): Promise<void> =>
    make(() => foundSample(founder));

  const joined = (): void => void make(openJoined);
  const join = (
    <Row>
      <JoinButton way="join" workspace={databases.own} onJoined={joined} />
      <JoinButton way="restore" workspace={databases.own} onJoined={joined} />
    </Row>
  );
  return (
    <FirstRunPage
      onStart={start}
      onSample={trySample}
      join={join}
      backup={<ShelfRestore workspace={databases.own} onJoined={joined} />}
      busy={isBusy}
      failure={failure}
    />
  );
}
