import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { StatusShape } from './status-shape.tsx';
import styles from './toast.module.css';
import type { Tone } from './tone.ts';

export interface ToastNotice {
  readonly id: string;
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

export interface ToastProps {
  readonly notice: ToastNotice;
  readonly onDismiss: (id: string) => void;
}

const shownFor = 10_000;

/** Leaves by itself after ten seconds, but not while it is pointed at or holds the focus, and never when it is an error. */
export function Toast({ notice, onDismiss }: ToastProps): ReactElement {
  const item = useRef<HTMLLIElement>(null);
  const [held, setHeld] = useState(false);
  const stays = held || notice.tone === 'red';
  const left = useEffectEvent(() => onDismiss(notice.id));

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => left(), shownFor);
    return () => clearTimeout(timer);
  }, [stays]);

  useEffect(() => {
    const element = item.current;
    if (element === null) return;
    const gone = new AbortController();
    for (const begins of ['pointerenter', 'focusin']) {
      element.addEventListener(begins, () => setHeld(true), { signal: gone.signal });
    }
    for (const ends of ['pointerleave', 'focusout']) {
      element.addEventListener(ends, () => setHeld(false), { signal: gone.signal });
    }
    return () => gone.abort();
  }, []);

  return (
    <li className={styles['toast']} ref={item}>
      {notice.tone !== undefined && <StatusShape tone={notice.tone} />}
      <span className={styles['text']}>{notice.text}</span>
      {notice.action !== undefined && (
        <PressButton
          className={joinClasses(styles['action'])}
          onPress={() => {
            notice.action?.onPress();
            onDismiss(notice.id);
          }}
        >
          {notice.action.label}
        </PressButton>
      )}
      <PressButton className={joinClasses(styles['close'])} aria-label="Dismiss" onPress={() => onDismiss(notice.id)}>
        <Icon of={X} size="s" />
      </PressButton>
    </li>
  );
}
