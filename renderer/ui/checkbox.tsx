import { useId, type ReactElement } from 'react';
import styles from './choice.module.css';

export interface CheckboxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string | undefined;
  /** Why it cannot be changed; shown under it. */
  readonly blockedBecause?: string | undefined;
}

export function Checkbox({ label, hint, checked, onChange, id, blockedBecause }: CheckboxProps): ReactElement {
  const ownId = useId();
  const inputId = id ?? ownId;
  const note = blockedBecause ?? hint;
  return (
    <div className={styles['choice']}>
      <input
        className={styles['box']}
        type="checkbox"
        id={inputId}
        checked={checked}
        aria-disabled={blockedBecause === undefined ? undefined : true}
        aria-describedby={note === undefined ? undefined : `${inputId}-note`}
        onChange={(event) => {
          if (blockedBecause === undefined) onChange(event.currentTarget.checked);
        }}
      />
      <div className={styles['words']}>
        <label htmlFor={inputId}>{label}</label>
        {note !== undefined && (
          <p className={styles['note']} id={`${inputId}-note`}>
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
