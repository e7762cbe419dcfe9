import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { SelectOption } from '#renderer/ui/select.tsx';
import styles from './data-grid.module.css';

/** Where the officer goes after a cell is done: to the one below, to a neighbour, or nowhere. */
export type After = 'down' | 'left' | 'right' | 'stay';

export interface CellEditorProps {
  /** Names the cell: its column and its row. */
  readonly label: string;
  readonly value: string;
  readonly options?: ReadonlyArray<SelectOption> | undefined;
  /** Answers with what is wrong, in words; the cell then stays open. */
  readonly onDone: (value: string, after: After) => Promise<string | undefined>;
  readonly onLeave: () => void;
}

/** A cell being edited. Enter keeps it and goes down, Tab keeps it and goes along, Escape leaves it as it was. */
export function CellEditor({ label, value, options, onDone, onLeave }: CellEditorProps): ReactElement {
  const [typed, setTyped] = useState(value);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus();
    if (field.current?.tagName === 'INPUT') field.current.setSelectionRange(value.length, value.length);
  }, [value]);

  async function done(text: string, after: After): Promise<void> {
    if (isDone.current) return;
    isDone.current = true;
    const wrong = await onDone(text, after);
    if (wrong === undefined) return;
    isDone.current = false;
    setError(wrong);
    field.current?.focus();
  }

  function pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const along = event.shiftKey ? 'left' : 'right';
      void done(typed, event.key === 'Enter' ? 'down' : along);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      onLeave();
    }
  }

  const shared = {
    ref: field,
    className: styles['editor'],
    'aria-label': label,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': error === undefined ? undefined : 'cell-error',
    value: typed,
    onKeyDown: pressed,
  } as const;
  return (
    <>
      {options === undefined ? (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void done(typed, 'stay')}
        />
      ) : (
        <select
          {...shared}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
          onBlur={() => void done(typed, 'stay')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {error !== undefined && (
        <p className={styles['error']} id="cell-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
