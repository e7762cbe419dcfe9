import { useId, useState, type HTMLAttributes, type ReactElement, type ReactNode } from 'react';
import styles from './control.module.css';
import { Field, type FieldWords } from './field.tsx';
import { joinClasses } from './join-classes.ts';
import own from './reading-field.module.css';
import type { Reading } from './reading.ts';
import { useCommit } from './use-commit.ts';

export interface ReadingFieldProps<Value> extends FieldWords {
  readonly value: Value | null;
  readonly read: (text: string) => Reading<Value>;
  /** How a value stands in the field once it is settled; it must read back as itself. */
  readonly show: (value: Value) => string;
  /** Said under the field: what was understood. */
  readonly understood?: ((value: Value) => string) | undefined;
  readonly onChange: (value: Value | null) => void;
  readonly onCommit?: ((value: Value | null) => void) | undefined;
  /** What is wrong with the text, in words, or `null` once it is right. Meanwhile the value is what it was before. */
  readonly onFault?: ((words: string | null) => void) | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly placeholder?: string | undefined;
  readonly unit?: string | undefined;
  /** Stands at the right of the field, such as a calendar button. */
  readonly after?: ReactNode;
}

interface Draft<Value> {
  readonly text: string;
  /** The value before typing began, to which the field goes back when the text cannot be read. */
  readonly before: Value | null;
  /** What the text was read as when last typed. */
  readonly value: Value | null;
}

/** A plain text field whose words are read as a value: anything can be typed or pasted, and a fault is said, not swallowed. */
export function ReadingField<Value extends string | number>({
  value,
  read,
  show,
  understood,
  onChange,
  onCommit,
  onFault,
  width = 'm',
  inputMode,
  placeholder,
  unit,
  after,
  ...words
}: ReadingFieldProps<Value>): ReactElement {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [known, setKnown] = useState(value);
  const commit = useCommit(value, onCommit);
  const unitId = useId();

  // The value was changed from outside (undo, the calendar): what was typed no longer holds.
  if (value !== known) {
    setKnown(value);
    if (draft !== null && draft.value !== value) {
      setDraft(null);
      setFault(undefined);
    }
  }

  function typed(text: string): void {
    const reading = read(text);
    const before = draft === null ? value : draft.before;
    // What was understood half-way (`1/11` on the way to `1/11/2026`) must not stay when the whole cannot be read.
    const next = reading.type === 'fault' ? before : reading.type === 'value' ? reading.value : null;
    setDraft({ text, before, value: next });
    if (fault !== undefined && reading.type !== 'fault') {
      setFault(undefined);
      onFault?.(null);
    }
    if (next !== value) onChange(next);
  }

  function settled(): void {
    if (draft === null) return;
    const reading = read(draft.text);
    if (reading.type === 'fault') {
      setFault(reading.words);
      onFault?.(reading.words);
      return;
    }
    setDraft(null);
  }

  const unread = draft !== null && read(draft.text).type === 'fault';
  const note = value === null || unread ? undefined : understood?.(value);
  return (
    <Field {...words} error={words.error ?? fault} width={width} note={note === '' ? undefined : note}>
      {(control) => (
        <div className={joinClasses(styles['group'], after !== undefined && own['withAfter'])}>
          <input
            {...control}
            aria-describedby={joinClasses(control['aria-describedby'], unit !== undefined && unitId) || undefined}
            className={styles['control']}
            type="text"
            inputMode={inputMode}
            autoComplete="off"
            spellCheck={false}
            autoFocus={words.autoFocus}
            placeholder={placeholder}
            readOnly={words.blockedBecause !== undefined}
            value={draft?.text ?? (value === null ? '' : show(value))}
            onChange={(event) => typed(event.currentTarget.value)}
            onFocus={commit.onFocus}
            onBlur={() => {
              settled();
              commit.onBlur();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              settled();
              commit.onEnter();
            }}
          />
          {unit !== undefined && (
            <span className={styles['unit']} id={unitId}>
              {unit}
            </span>
          )}
          {after}
        </div>
      )}
    </Field>
  );
}
