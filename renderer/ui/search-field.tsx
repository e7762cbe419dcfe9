import { Search, X } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import styles from './control.module.css';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';
import own from './search-field.module.css';

export interface SearchFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** How many were found, in words; read out politely. */
  readonly count?: string | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

export function SearchField({
  value,
  onChange,
  placeholder,
  count,
  width = 'm',
  hideLabel = true,
  ...words
}: SearchFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  function cleared(): void {
    onChange('');
    input.current?.focus();
  }
  return (
    <Field {...words} hideLabel={hideLabel} width={width}>
      {(control) => (
        <div className={styles['group']} role="search">
          <span className={joinClasses(styles['inside'], own['glass'])}>
            <Icon of={Search} size="s" />
          </span>
          <input
            {...control}
            ref={input}
            className={joinClasses(styles['control'], own['input'])}
            type="search"
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            autoFocus={words.autoFocus}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || value === '') return;
              event.stopPropagation();
              onChange('');
            }}
          />
          {value !== '' && (
            <span className={own['clear']}>
              <IconButton label="Clear" icon={X} small onPress={cleared} />
            </span>
          )}
          <span className="vh" role="status">
            {value === '' ? '' : (count ?? '')}
          </span>
        </div>
      )}
    </Field>
  );
}
