import { useId, type ReactElement } from 'react';
import type { ChoiceOption } from './checkbox-group.tsx';
import styles from './choice.module.css';
import { Fieldset } from './fieldset.tsx';

export interface RadioGroupProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  /** Empty when nothing is chosen yet. */
  readonly value: string;
  readonly options: ReadonlyArray<ChoiceOption>;
  readonly onChange: (value: string) => void;
  readonly inline?: boolean | undefined;
}

export function RadioGroup({
  label,
  hideLabel,
  hint,
  error,
  id,
  value,
  options,
  onChange,
  inline = false,
}: RadioGroupProps): ReactElement {
  const name = useId();
  return (
    <Fieldset legend={label} hideLegend={hideLabel} hint={hint} error={error} id={id}>
      <div className={inline ? styles['inline'] : styles['list']}>
        {options.map((option) => (
          <div key={option.value} className={styles['choice']}>
            <input
              className={styles['radio']}
              type="radio"
              name={name}
              id={`${name}-${option.value}`}
              checked={option.value === value}
              aria-describedby={option.hint === undefined ? undefined : `${name}-${option.value}-note`}
              onChange={() => onChange(option.value)}
            />
            <div className={styles['words']}>
              <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
              {option.hint !== undefined && (
                <p className={styles['note']} id={`${name}-${option.value}-note`}>
                  {option.hint}
                </p>
              )}
            </div>
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
