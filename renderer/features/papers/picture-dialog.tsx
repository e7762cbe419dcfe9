import { useState, type ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { keepPicture, pictureRefusalInWords } from './picture-file.ts';

export interface PictureDialogProps {
  /** A picture pasted or dropped; `null` where it is still to be chosen. */
  readonly file: File | null;
  readonly onClose: () => void;
  readonly onPicture: (sha256: string, description: string) => void;
}

/** Asks which picture, and what it shows for those who cannot see it. */
export function PictureDialog({ file, onClose, onPicture }: PictureDialogProps): ReactElement {
  const { database } = useSession();
  const [chosen, setChosen] = useState(file);
  const [description, setDescription] = useState('');
  const [fault, setFault] = useState<string>();
  const [isKeeping, setKeeping] = useState(false);

  async function sent(): Promise<void> {
    if (chosen === null) {
      setFault('Choose a picture first.');
      return;
    }
    setKeeping(true);
    const kept = await keepPicture(database, chosen);
    setKeeping(false);
    if (kept.ok) onPicture(kept.value, description.trim());
    else setFault(pictureRefusalInWords(kept.refusal));
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a picture"
      onSubmit={() => void sent()}
      footer={
        <Button kind="primary" submit pending={isKeeping} pendingLabel="Adding">
          Add picture
        </Button>
      }
    >
      <Stack>
        <div>
          <FileButton
            onFiles={([first]) => {
              setChosen(first ?? null);
              setFault(undefined);
            }}
            accept={['image/png', 'image/jpeg', 'image/gif', 'image/webp']}
            multiple={false}
          >
            {chosen === null ? 'Choose a picture' : 'Choose another picture'}
          </FileButton>
        </div>
        {chosen !== null && <p>{chosen.name === '' ? 'A picture from the clipboard' : chosen.name}</p>}
        {fault !== undefined && <p role="alert">{fault}</p>}
        <TextArea
          label="What it shows"
          hint="Read out to people who cannot see it: “Bar chart: visits rose from 120 in May to 310 in September”"
          value={description}
          onChange={setDescription}
          autoFocus={file !== null}
        />
      </Stack>
    </Dialog>
  );
}
