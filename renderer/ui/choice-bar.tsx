import { useId, type ReactElement } from 'react';
import type { ChoiceOption } from './checkbox-group.tsx';
import styles from './choice-bar.module.css';
import { Fieldset } from './fieldset.tsx';

export interface ChoiceBarProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly value: string;
  readonly options: ReadonlyArray<Omit<ChoiceOption, 'hint'>>;
  readonly onChange: (value: string) => void;
}

/** A few short choices in one joined bar: “Inherent, Current, Target”. */
export function ChoiceBar({
  label,
  hideLabel,
  hint,
  error,
  id,
  value,
  options,
  onChange,
}: ChoiceBarProps): ReactElement {
  const name = useId();
  return (
    <Fieldset legend={label} hideLegend={hideLabel} hint={hint} error={error} id={id}>
      <div className={styles['bar']}>
        {options.map((option) => (
          <label key={option.value} className={styles['part']}>
            <input
              className={styles['radio']}
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
