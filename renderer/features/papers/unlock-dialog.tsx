import { useState, type ReactElement } from 'react';
import type { Restriction } from '#shared/pdf/restrictions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { mostTries } from './open-by-detour.ts';
import type { UnlockAnswer, UnlockQuestion } from './unlocking.store.ts';

export interface UnlockDialogProps {
  readonly question: UnlockQuestion;
  readonly onAnswer: (answer: UnlockAnswer) => void;
}

/** Says what taking the password off means, and does it by consent only. */
export function UnlockDialog({ question, onAnswer }: UnlockDialogProps): ReactElement {
  const { fileName, needs } = question;
  const [password, setPassword] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const left = needs.type === 'password' ? mostTries - needs.wrong : 0;

  function sent(): void {
    if (needs.type === 'password' && password === '') setEmpty(true);
    else onAnswer({ type: 'unlock', password });
  }

  const error =
    isEmpty && password === '' ? 'Type the password.' : wrongInWords(needs.type === 'password' ? needs.wrong : 0, left);
  return (
    <Dialog
      open
      onClose={() => onAnswer({ type: 'leaveOut' })}
      title={needs.type === 'password' ? 'This file is locked with a password' : 'This file is partly locked'}
      size="s"
      onSubmit={sent}
      footer={
        <>
          <Button onPress={() => onAnswer({ type: 'leaveOut' })}>Leave it out</Button>
          <Button kind="primary" submit>
            {needs.type === 'password' ? 'Take the password off' : 'Take the lock off'}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <b>{fileName}</b>{' '}
          {needs.type === 'password'
            ? 'cannot be read without its password.'
            : `can be read by anybody, but whoever made it has barred ${barredInWords(needs.barred)}.`}
        </p>
        {needs.type === 'password' && (
          <TextField
            label="Password"
            hint="Used once to open the file; it is not kept"
            inputType="password"
            spellCheck={false}
            value={password}
            onChange={setPassword}
            error={error}
            autoFocus
          />
        )}
        <p>
          {needs.type === 'password'
            ? 'The pack takes a copy without the password, which everybody who gets the pack can read. '
            : 'A pack must copy its pages and number them, so it takes a copy without the lock. Take it off only if you may. '}
          The file as it came is kept beside the copy.
        </p>
      </Stack>
    </Dialog>
  );
}

function wrongInWords(wrong: number, left: number): string | undefined {
  if (wrong === 0) return undefined;
  return `That password does not open it. ${left === 1 ? 'One more try' : `${left} more tries`} before it is left out.`;
}

const words: Readonly<Record<Restriction, string>> = {
  printing: 'printing it',
  changing: 'changing it',
  copying: 'copying from it',
};

function barredInWords(barred: ReadonlyArray<Restriction>): string {
  const [last = 'some uses of it', ...others] = barred.map((restriction) => words[restriction]).toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
