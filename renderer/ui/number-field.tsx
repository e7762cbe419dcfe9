import type { ReactElement } from 'react';
import type { FieldWords } from './field.tsx';
import { ReadingField } from './reading-field.tsx';
import type { Reading } from './reading.ts';

export interface NumberFieldProps extends FieldWords {
  /** A whole number. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onCommit?: ((value: number | null) => void) | undefined;
  readonly onFault?: ((words: string | null) => void) | undefined;
  /** Stands after the field: “minutes”. */
  readonly unit?: string | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

export function NumberField({ least = 0, most, width = 's', ...props }: NumberFieldProps): ReactElement {
  return (
    <ReadingField
      {...props}
      width={width}
      inputMode="numeric"
      read={(text) => readWholeNumber(text, least, most)}
      show={String}
    />
  );
}

function readWholeNumber(text: string, least: number, most: number | undefined): Reading<number> {
  const plain = text.replace(/[\s,]/g, '');
  if (plain === '') return { type: 'empty' };
  const number = Number(plain);
  if (!/^[-+]?\d+$/.test(plain) || !Number.isSafeInteger(number)) {
    return { type: 'fault', words: `“${text.trim().slice(0, 40)}” is not a whole number. Write figures, such as 15.` };
  }
  if (number < least) return { type: 'fault', words: `${plain} is too small. The least is ${least}.` };
  if (most !== undefined && number > most) {
    return { type: 'fault', words: `${plain} is too large. The most is ${most}.` };
  }
  return { type: 'value', value: number };
}
