import { useId, type ReactElement, type ReactNode } from 'react';
import fieldStyles from './field.module.css';
import { joinClasses } from './join-classes.ts';
import styles from './fieldset.module.css';

export interface FieldsetProps {
  readonly legend: string;
  readonly hideLegend?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The focus comes here from the error summary. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** Fields that belong together, under one name. */
export function Fieldset({ legend, hideLegend = false, hint, error, id, children }: FieldsetProps): ReactElement {
  const ownId = useId();
  const described = joinClasses(hint !== undefined && `${ownId}-hint`, error !== undefined && `${ownId}-error`);
  return (
    <fieldset
      className={joinClasses(error !== undefined && fieldStyles['wrong'])}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend className={joinClasses(fieldStyles['label'], hideLegend && 'vh')}>{legend}</legend>
      <div className={styles['inside']}>
        {hint !== undefined && (
          <p className={fieldStyles['hint']} id={`${ownId}-hint`}>
            {hint}
          </p>
        )}
        {error !== undefined && (
          <p className={fieldStyles['error']} id={`${ownId}-error`}>
            <span className="vh">Error: </span>
            {error}
          </p>
        )}
        {children}
      </div>
    </fieldset>
  );
}
