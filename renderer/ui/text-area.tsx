import type { ReactElement } from 'react';
import styles from './control.module.css';
import { Field, type FieldWords } from './field.tsx';
import { joinClasses } from './join-classes.ts';
import own from './text-area.module.css';
import { useCommit } from './use-commit.ts';

export interface TextAreaProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: ((value: string) => void) | undefined;
  /** Least height in lines; it grows with what is written. */
  readonly rows?: number | undefined;
  /** Characters that fit. Nothing is cut off: too many are said in words. */
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly spellCheck?: boolean | undefined;
}

export function TextArea({
  value,
  onChange,
  onCommit,
  rows = 3,
  maxLength,
  placeholder,
  spellCheck = true,
  ...words
}: TextAreaProps): ReactElement {
  const commit = useCommit(value, onCommit);
  return (
    <Field {...words} note={maxLength === undefined ? undefined : charactersLeft(maxLength - value.length)}>
      {(control) => (
        <textarea
          {...control}
          className={joinClasses(styles['control'], own['area'])}
          rows={rows}
          value={value}
          placeholder={placeholder}
          autoFocus={words.autoFocus}
          spellCheck={spellCheck}
          readOnly={words.blockedBecause !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onFocus={commit.onFocus}
          onBlur={commit.onBlur}
        />
      )}
    </Field>
  );
}

function charactersLeft(left: number): string {
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left >= 0 ? `${left} ${characters} left` : `${-left} ${characters} too many`;
}
