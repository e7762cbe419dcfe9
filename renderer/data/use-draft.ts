/** What somebody is typing, kept by itself: after a pause, on leaving the field, and when the window goes away. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { typingHandedOver, typingStarted } from './save-state.store.ts';

/** Milliseconds of quiet after which typing is saved: within the promised second. */
const pause = 600;

export interface FieldDraft<Value> {
  readonly value: Value;
  change(value: Value): void;
  /** Saves at once, as on leaving the field. */
  flush(): void;
}

interface Typed<Value> {
  readonly value: Value;
  /** What the record said when this was handed over to be saved; `null` while it has not been. */
  readonly sentOver: { readonly kept: Value } | null;
}

/**
 * @param kept the value as the record has it
 * @param save keeps a value; called only when it differs from what is kept
 */
export function useDraft<Value>(kept: Value, save: (value: Value) => void): FieldDraft<Value> {
  const [typed, setTyped] = useState<Typed<Value> | null>(null);
  const waiting = useRef<{ readonly value: Value } | null>(null);
  const latest = useRef({ kept, save });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLayoutEffect(() => {
    latest.current = { kept, save };
  });

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const held = waiting.current;
    if (held === null) return;
    waiting.current = null;
    const now = latest.current;
    if (held.value === now.kept) {
      setTyped(null);
    } else {
      setTyped({ value: held.value, sentOver: { kept: now.kept } });
      now.save(held.value);
    }
    typingHandedOver();
  }, []);

  const change = useCallback(
    (value: Value) => {
      if (waiting.current === null) typingStarted();
      waiting.current = { value };
      setTyped({ value, sentOver: null });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    },
    [flush],
  );

  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  // Once the record has moved on from what it said before, it is shown again, and with it whatever a colleague writes.
  const isSettled = typed === null || (typed.sentOver !== null && typed.sentOver.kept !== kept);
  return { value: isSettled ? kept : typed.value, change, flush };
}
