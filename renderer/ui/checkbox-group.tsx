import type { ReactElement } from 'react';
import { Checkbox } from './checkbox.tsx';
import styles from './choice.module.css';
import { Fieldset } from './fieldset.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface CheckboxGroupProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly chosen: ReadonlyArray<string>;
  readonly options: ReadonlyArray<ChoiceOption>;
  readonly onChange: (chosen: ReadonlyArray<string>) => void;
}

export function CheckboxGroup({
  label,
  hideLabel,
  hint,
  error,
  id,
  chosen,
  options,
  onChange,
}: CheckboxGroupProps): ReactElement {
  return (
    <Fieldset legend={label} hideLegend={hideLabel} hint={hint} error={error} id={id}>
      <div className={styles['list']}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={chosen.includes(option.value)}
            onChange={(checked) =>
              onChange(
                options
                  .map(({ value }) => value)
                  .filter((value) => (value === option.value ? checked : chosen.includes(value))),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
