import { useState, type ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './share.module.css';

export interface PassphraseFormProps {
  readonly label: string;
  readonly hint: string;
  readonly isWrong: boolean;
  readonly onGiven: (passphrase: string) => void;
  readonly onLeave: () => void;
}

/** Asks for the passphrase of a file. */
export function PassphraseForm({ label, hint, isWrong, onGiven, onLeave }: PassphraseFormProps): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onGiven(passphrase);
      }}
    >
      <TextField
        label={label}
        hint={hint}
        inputType="password"
        autoComplete="off"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        error={isWrong ? 'This is not the passphrase. Try again, or ask whoever made the file' : undefined}
      />
      <Row>
        <Button kind="primary" submit>
          Unlock
        </Button>
        <Button onPress={onLeave}>Not now</Button>
      </Row>
    </form>
  );
}
