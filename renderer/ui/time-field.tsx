import type { ReactElement } from 'react';
import { inWords, type ClockTime } from '#shared/kernel/clock-time.ts';
import type { FieldWords } from './field.tsx';
import { readTime } from './read-time.ts';
import { ReadingField } from './reading-field.tsx';

export interface TimeFieldProps extends FieldWords {
  readonly value: ClockTime | null;
  readonly onChange: (value: ClockTime | null) => void;
  readonly onCommit?: ((value: ClockTime | null) => void) | undefined;
  readonly onFault?: ((words: string | null) => void) | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

/** A time typed as one says it; shown on the 12-hour clock. */
export function TimeField({ width = 's', ...props }: TimeFieldProps): ReactElement {
  return <ReadingField {...props} width={width} read={readTime} show={inWords} />;
}
