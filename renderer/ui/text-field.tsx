import type { ReactElement } from 'react';
import styles from './control.module.css';
import { Field, type FieldWords } from './field.tsx';
import { useCommit } from './use-commit.ts';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
  readonly placeholder?: string | undefined;
  readonly inputType?: 'text' | 'email' | 'tel' | 'password' | undefined;
  readonly autoComplete?: string | undefined;
  readonly spellCheck?: boolean | undefined;
  readonly required?: boolean | undefined;
}

export function TextField({
  value,
  onChange,
  onCommit,
  width,
  placeholder,
  inputType = 'text',
  autoComplete = 'off',
  spellCheck,
  required,
  ...words
}: TextFieldProps): ReactElement {
  const commit = useCommit(value, onCommit);
  return (
    <Field {...words} width={width}>
      {(control) => (
        <input
          {...control}
          className={styles['control']}
          type={inputType}
          value={value}
          placeholder={placeholder}
          autoComplete={autoComplete}
          autoFocus={words.autoFocus}
          spellCheck={spellCheck}
          aria-required={required}
          readOnly={words.blockedBecause !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onFocus={commit.onFocus}
          onBlur={commit.onBlur}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit.onEnter();
          }}
        />
      )}
    </Field>
  );
}
