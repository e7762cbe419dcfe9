import { FileText, Paperclip, Plus } from 'lucide-react';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { AddPaperDialog } from './add-paper-dialog.tsx';
import { AttachProgress } from './attach-progress.tsx';
import { attachable, startAttaching } from './start-attaching.ts';

export interface PapersPageProps {
  /** The meeting whose papers are looked at: what is attached here goes to it. `null` for none. */
  readonly meetingId: string | null;
  /** Links to the other pages about papers. */
  readonly views: ReactNode;
  /** The register; left out while there is no paper. */
  readonly children: ReactNode;
}

/** Papers: adding and attaching them, around the register of all there are. */
export function PapersPage({ meetingId, views, children }: PapersPageProps): ReactElement {
  const session = useSession();
  const isAsked = useIntent('addPaper');
  const [isAdding, setAdding] = useState(isAsked);
  const count = useLive((database) => rowsOf(database, paperKind).count(), []);

  useNewHere(() => setAdding(true));

  useEffect(() => {
    if (isAsked) intentTaken();
  }, [isAsked]);

  function attached(files: ReadonlyArray<File>): void {
    const to = { type: 'item', meetingId, itemId: null } as const;
    void startAttaching({ session, files, to, reportTo: 'page' });
  }

  return (
    <DropArea label="Drop files to make each a paper" onFiles={attached}>
      <PageHeader
        title="Papers"
        actions={
          <>
            <FileButton onFiles={attached} accept={attachable} icon={Paperclip}>
              Attach files
            </FileButton>
            <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>
              Add paper
            </Button>
          </>
        }
        tabs={views}
      />
      <PageBody>
        <AttachProgress />
        {count === 0 ? (
          <EmptyState
            icon={FileText}
            title="No papers yet"
            text="Write one from the report template, or attach the PDFs you were sent."
          />
        ) : (
          children
        )}
      </PageBody>
      {isAdding && <AddPaperDialog onClose={() => setAdding(false)} />}
    </DropArea>
  );
}
