import { useState, type ReactElement } from 'react';
import { longestFootnote } from '#shared/domain/papers/paper-blocks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

export interface FootnoteDialogProps {
  readonly words: string;
  readonly onClose: () => void;
  /** With no words, the footnote goes. */
  readonly onFootnote: (words: string) => void;
}

/** The words of a footnote, new or standing. */
export function FootnoteDialog({ words, onClose, onFootnote }: FootnoteDialogProps): ReactElement {
  const [said, setSaid] = useState(words);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Footnote"
      onSubmit={() => onFootnote(said.trim())}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Keep footnote
          </Button>
        </>
      }
    >
      <TextArea
        label="Footnote"
        hint="Printed at the end of the paper, under its number"
        value={said}
        onChange={setSaid}
        maxLength={longestFootnote}
        autoFocus
        spellCheck
      />
    </Dialog>
  );
}
