import type { ReactElement } from 'react';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

/** Characters that a passphrase must have at least: whoever finds the file may try as often as they like. */
const leastLetters = 12;

export interface Passphrase {
  readonly first: string;
  readonly again: string;
}

export const noPassphrase: Passphrase = { first: '', again: '' };

/** What is wrong with each of the two fields; `null` where nothing is. */
export function passphraseProblems({ first, again }: Passphrase): {
  readonly first: string | null;
  readonly again: string | null;
} {
  return {
    first: first.length < leastLetters ? `Use at least ${leastLetters} letters: four words make a good one` : null,
    again: first === again ? null : 'The two are not the same',
  };
}

export function isSound(passphrase: Passphrase): boolean {
  const { first, again } = passphraseProblems(passphrase);
  return first === null && again === null;
}

export interface NewPassphraseProps {
  readonly passphrase: Passphrase;
  readonly onChange: (passphrase: Passphrase) => void;
  readonly hint: string;
  /** It was tried: what is wrong is shown. */
  readonly isAsked: boolean;
}

/** A passphrase, written twice. */
export function NewPassphrase({ passphrase, onChange, hint, isAsked }: NewPassphraseProps): ReactElement {
  const { first, again } = passphraseProblems(passphrase);
  return (
    <FormRow>
      <TextField
        label="Passphrase"
        hint={hint}
        inputType="password"
        autoComplete="off"
        value={passphrase.first}
        onChange={(value) => onChange({ ...passphrase, first: value })}
        error={isAsked ? (first ?? undefined) : undefined}
      />
      <TextField
        label="Repeat passphrase"
        inputType="password"
        autoComplete="off"
        value={passphrase.again}
        onChange={(value) => onChange({ ...passphrase, again: value })}
        error={isAsked ? (again ?? undefined) : undefined}
      />
    </FormRow>
  );
}
