import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './control.module.css';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import own from './select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

export interface SelectProps extends FieldWords {
  readonly value: string;
  readonly options: ReadonlyArray<SelectOption>;
  readonly onChange: (value: string) => void;
  /** Shown for the empty value, such as “Choose a body”. Without it something is always chosen. */
  readonly placeholder?: string | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

/** The machine's own list of choices: known to every screen reader, and it opens past the edge of a small window. */
export function Select({ value, options, onChange, placeholder, width, ...words }: SelectProps): ReactElement {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...words} width={width}>
      {(control) => (
        <div className={styles['group']}>
          <select
            {...control}
            className={joinClasses(styles['control'], own['select'])}
            value={value}
            autoFocus={words.autoFocus}
            disabled={words.blockedBecause !== undefined}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {groups.map((group) => {
              const members = options
                .filter((option) => option.group === group)
                .map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ));
              return group === undefined ? (
                members
              ) : (
                <optgroup key={group} label={group}>
                  {members}
                </optgroup>
              );
            })}
          </select>
          <span className={joinClasses(styles['inside'], own['arrow'])}>
            <Icon of={ChevronDown} size="s" />
          </span>
        </div>
      )}
    </Field>
  );
}
