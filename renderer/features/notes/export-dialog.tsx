import { useState, type ReactElement } from 'react';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { PageReader } from '#renderer/ui/pdf/opened-viewer.tsx';
import { copyWithNotes } from './export-copy.ts';
import type { PlacedNote } from './place-notes.ts';

export interface ExportDialogProps {
  readonly file: Blob;
  readonly title: string;
  readonly placed: ReadonlyArray<PlacedNote>;
  readonly reader: PageReader;
  readonly onClose: () => void;
}

/** Which notes go into a copy of the pages. */
export function ExportDialog({ file, title, placed, reader, onClose }: ExportDialogProps): ReactElement {
  const host = useHost();
  const [withPrivate, setWithPrivate] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const here = placed.filter(({ page }) => page !== null);
  const own = here.filter(({ held }) => held.isPrivate).length;
  const chosen = withPrivate ? here.length : here.length - own;

  async function saved(): Promise<void> {
    setMaking(true);
    const copy = await copyWithNotes(file, placed, reader, withPrivate);
    setMaking(false);
    if (!copy.ok) {
      noticeShown('No copy could be made of this file. The file and your notes are as they were.', 'red');
      return;
    }
    const answer = await saveBlob(host, copy.value, { suggestedName: `${title} with notes.pdf`, format: 'pdf' });
    if (answer.type === 'cancelled') return;
    if (answer.type === 'saved') noticeShown(`Saved as ${answer.name}.`, 'green');
    else noticeShown(saveFailureInWords(answer.because), 'red');
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Save a copy with notes"
      size="s"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            pending={isMaking}
            pendingLabel="Making the copy"
            {...(chosen === 0 ? { blockedBecause: 'No notes are chosen' } : {})}
            onPress={() => void saved()}
          >
            Save the copy
          </Button>
        </>
      }
    >
      <p>
        {chosen === 1 ? '1 note goes' : `${chosen} notes go`} into the copy, as comments that any PDF reader shows. The
        pages here stay as they are.
      </p>
      {own > 0 && (
        <Checkbox
          label={`With my private notes too (${own}): whoever has the copy can read them`}
          checked={withPrivate}
          onChange={setWithPrivate}
        />
      )}
    </Dialog>
  );
}
