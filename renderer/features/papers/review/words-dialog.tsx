import { useState, type ReactElement } from 'react';
import { longestComment } from '#shared/domain/papers/paper-comments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

export interface WordsDialogProps {
  readonly title: 'Comment' | 'Answer';
  /** The words it is about. */
  readonly quote: string;
  readonly onClose: () => void;
  readonly onWords: (words: string) => void;
}

/** Asks for a comment, or for an answer to one. */
export function WordsDialog({ title, quote, onClose, onWords }: WordsDialogProps): ReactElement {
  const [said, setSaid] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      onSubmit={() => {
        if (said.trim() !== '') onWords(said.trim());
      }}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit blockedBecause={said.trim() === '' ? 'Write something first' : undefined}>
            {`Keep ${title.toLowerCase()}`}
          </Button>
        </>
      }
    >
      <TextArea
        label={title}
        hint={`On “${quote}”. Seen by everybody who has the paper; never printed in a pack`}
        value={said}
        onChange={setSaid}
        maxLength={longestComment}
        autoFocus
        spellCheck
      />
    </Dialog>
  );
}
