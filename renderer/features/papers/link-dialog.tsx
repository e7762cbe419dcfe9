import { useState, type ReactElement } from 'react';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readLink, type LinkRefusal } from './link-address.ts';

export interface LinkDialogProps {
  /** The address the link has now; empty for a new one. */
  readonly address: string;
  /** The words chosen in the text; where there are none they are asked for. */
  readonly words: string;
  readonly onClose: () => void;
  readonly onLink: (address: string, words: string) => void;
  readonly onUnlink: () => void;
}

export function LinkDialog({ address, words, onClose, onLink, onUnlink }: LinkDialogProps): ReactElement {
  const [typed, setTyped] = useState(address);
  const [shown, setShown] = useState(words);
  const [error, setError] = useState<string>();

  function sent(): void {
    const read = readLink(typed);
    if (read.ok) onLink(read.value, shown.trim() === '' ? read.value : shown);
    else setError(inWords(read.refusal));
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={address === '' ? 'Add a link' : 'Change the link'}
      size="s"
      onSubmit={sent}
      footer={
        <>
          {address !== '' && <Button onPress={onUnlink}>Remove the link</Button>}
          <Button kind="primary" submit>
            {address === '' ? 'Add link' : 'Change link'}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label="Address"
          hint="A web address beginning with https, or an e-mail address"
          value={typed}
          onChange={setTyped}
          error={error}
          autoFocus
        />
        {words === '' && (
          <TextField
            label="Words shown"
            hint="Say where it leads: “Budget 2027” rather than “click here”"
            value={shown}
            onChange={setShown}
            optional
          />
        )}
      </Stack>
    </Dialog>
  );
}

function inWords(refusal: LinkRefusal): string {
  switch (refusal.type) {
    case 'NoAddress':
      return 'Type or paste the address the link leads to.';
    case 'NotSecure':
      return 'The address begins with http. Use the one that begins with https, so that nobody can change the page on its way.';
    case 'NotAnAddress':
      return 'This is neither a web address nor an e-mail address. Copy it from the browser’s address bar.';
    default:
      return unreachable(refusal);
  }
}
