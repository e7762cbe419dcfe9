import type { ReactElement } from 'react';
import type { OriginalFile } from '#shared/domain/papers/paper-version.ts';
import { readFile } from '#renderer/data/files.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';

export interface SaveOriginalProps {
  readonly original: OriginalFile;
  readonly fileName: string;
}

/** Hands out the file as it came, which stays beside the copy that packs take. */
export function SaveOriginal({ original, fileName }: SaveOriginalProps): ReactElement {
  const { database } = useSession();
  const host = useHost();

  async function saved(): Promise<void> {
    const file = await readFile(database, original.sha256);
    if (file === null) {
      noticeShown('The file as it came is not on this laptop. The copy that packs take is.', 'red');
      return;
    }
    const answer = await saveBlob(host, file, { suggestedName: fileName, format: 'pdf' });
    if (answer.type === 'saved') noticeShown(`Saved as ${answer.name}.`);
    if (answer.type === 'failed') {
      noticeShown('The file could not be saved there. It is safe in Packhorse; choose another place.', 'red');
    }
  }

  return (
    <Button kind="quiet" small onPress={() => void saved()}>
      Save the original
    </Button>
  );
}
