import { useRef } from 'react';

export interface CommitHandlers {
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onEnter: () => void;
}

/**
 * Tells when a value is settled: on leaving the field or on Enter, and only if it differs from what stood there when the
 * officer came in or last settled it.
 */
export function useCommit<Value>(value: Value, onCommit: ((value: Value) => void) | undefined): CommitHandlers {
  const settled = useRef(value);
  function settle(): void {
    if (Object.is(settled.current, value)) return;
    settled.current = value;
    onCommit?.(value);
  }
  return {
    onFocus: () => {
      settled.current = value;
    },
    onBlur: settle,
    onEnter: settle,
  };
}
