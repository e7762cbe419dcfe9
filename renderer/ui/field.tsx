import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './field.module.css';
import { joinClasses } from './join-classes.ts';

/** The words every field has. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in words; the same wording as in the error summary. */
  readonly error?: string | undefined;
  /** Adds “(optional)” to the label. */
  readonly optional?: boolean | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly id?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Why it cannot be changed; shown under it. */
  readonly blockedBecause?: string | undefined;
}

/** What a field's control must carry to be tied to its words. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldWords {
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
  /** Said under the control, such as the date understood. */
  readonly note?: ReactNode;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label, hint, error and note around one control, tied to it for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  id,
  blockedBecause,
  width = 'full',
  note,
  children,
}: FieldProps): ReactElement {
  const ownId = useId();
  const controlId = id ?? ownId;
  const described = [
    hint !== undefined && `${controlId}-hint`,
    error !== undefined && `${controlId}-error`,
    blockedBecause !== undefined && `${controlId}-reason`,
    note !== undefined && note !== null && `${controlId}-note`,
  ].filter((part) => part !== false);
  return (
    <div className={joinClasses(styles['field'], styles[width], error !== undefined && styles['wrong'])}>
      <label className={joinClasses(styles['label'], hideLabel && 'vh')} htmlFor={controlId}>
        {label}
        {optional && <span className={styles['optional']}> (optional)</span>}
      </label>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${controlId}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className={styles['error']} id={`${controlId}-error`}>
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      {children({
        id: controlId,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error !== undefined ? true : undefined,
      })}
      {note !== undefined && note !== null && (
        <p className={styles['note']} id={`${controlId}-note`}>
          {note}
        </p>
      )}
      {blockedBecause !== undefined && (
        <p className={styles['note']} id={`${controlId}-reason`}>
          {blockedBecause}
        </p>
      )}
    </div>
  );
}
