import { useState, type ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

export interface DescriptionDialogProps {
  readonly description: string;
  readonly onClose: () => void;
  readonly onDescription: (description: string) => void;
}

/** Asks anew what a picture in the text shows, for those who cannot see it. */
export function DescriptionDialog({ description, onClose, onDescription }: DescriptionDialogProps): ReactElement {
  const [words, setWords] = useState(description);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Describe the picture"
      onSubmit={() => onDescription(words.trim())}
      footer={
        <Button kind="primary" submit>
          Keep description
        </Button>
      }
    >
      <TextArea
        label="What it shows"
        hint="Read out to people who cannot see it: “Bar chart: visits rose from 120 in May to 310 in September”"
        value={words}
        onChange={setWords}
        autoFocus
      />
    </Dialog>
  );
}
