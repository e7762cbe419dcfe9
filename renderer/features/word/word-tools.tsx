import { lazy, Suspense, useState, type ReactElement } from 'react';
import { FileInput, FileOutput } from 'lucide-react';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { readFile } from '#renderer/data/files.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords, type BlobSaved } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }));

export interface WordToolsProps {
  readonly paperId: string;
}

/** A written paper's way from Word and to Word. */
export function WordTools({ paperId }: WordToolsProps): ReactElement | null {
  const session = useSession();
  const host = useHost();
  const found = useLive(
    async (database) => {
      const paper = await rowsOf(database, paperKind).get(paperId);
      const meeting = paper?.meetingId == null ? undefined : await rowsOf(database, meetingKind).get(paper.meetingId);
      return paper === undefined ? null : { paper, meeting: meeting ?? null };
    },
    [paperId],
  );
  const [taking, setTaking] = useState<File | null>(null);
  const [isWriting, setWriting] = useState(false);
  if (found === undefined || found === null || found.paper.form !== 'written') return null;
  const { paper, meeting } = found;

  async function exported(): Promise<void> {
    setWriting(true);
    try {
      const [{ wordPaper }, { writeWord }] = await Promise.all([import('./word-files.ts'), import('./write-word.ts')]);
      const file = await writeWord(await wordPaper(session, paper, factsOf(paper, meeting)));
      told(await saveBlob(host, file, { suggestedName: `${paper.title}.docx`, format: 'word' }));
    } finally {
      setWriting(false);
    }
  }

  async function originalSaved(): Promise<void> {
    const { original } = paper;
    const file = original === null ? null : await readFile(session.database, original.sha256);
    if (original === null || file === null) {
      noticeShown('The original file is not on this laptop.', 'red');
      return;
    }
    told(await saveBlob(host, file, { suggestedName: original.fileName, format: 'word' }));
  }

  return (
    <SidePanel title="Word">
      <Row>
        <FileButton
          icon={FileInput}
          accept={['.docx']}
          multiple={false}
          {...(paper.status === 'issued'
            ? { blockedBecause: 'This paper has been issued. Begin a new version first.' }
            : {})}
          onFiles={([file]) => setTaking(file ?? null)}
        >
          Import from Word
        </FileButton>
        <Button icon={FileOutput} pending={isWriting} pendingLabel="Writing the file" onPress={() => void exported()}>
          Export to Word
        </Button>
      </Row>
      {paper.original !== null && (
        <p className="small muted">
          Imported from {paper.original.fileName}, which is kept as it was.{' '}
          <Button small kind="quiet" onPress={() => void originalSaved()}>
            Save the original
          </Button>
        </p>
      )}
      {taking !== null && (
        <Suspense fallback={null}>
          <ImportDialog paperId={paper.id} file={taking} onClose={() => setTaking(null)} />
        </Suspense>
      )}
    </SidePanel>
  );
}

function told(saved: BlobSaved): void {
  if (saved.type === 'saved') noticeShown(`Saved as ${saved.name}.`, 'green');
  else if (saved.type === 'failed') noticeShown(saveFailureInWords(saved.because), 'red');
}

function factsOf(paper: Paper, meeting: Meeting | null): ReadonlyArray<readonly [string, string]> {
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Meeting', meeting === null ? '' : meetingKind.titleOf(meeting)],
    ['Reference', paper.reference],
    ['Report of', paper.reportOf],
    ['Author', paper.author],
    ['Contact', paper.contact],
  ];
  return facts.filter(([, value]) => value.trim() !== '');
}
