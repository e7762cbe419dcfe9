import { useId, type ReactElement } from 'react';
import styles from './choice.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** For a setting that works at once. It says On or Off, so that its place is not its only sign. */
export function Switch({ label, hint, checked, onChange }: SwitchProps): ReactElement {
  const id = useId();
  return (
    <div className={styles['choice']}>
      <input
        className={styles['switch']}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        id={id}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className={styles['words']}>
        <label htmlFor={id}>{label}</label>{' '}
        <span className={styles['switchState']} aria-hidden="true">
          {checked ? 'On' : 'Off'}
        </span>
        {hint !== undefined && (
          <p className={styles['note']} id={`${id}-note`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
