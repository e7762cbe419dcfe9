import { useEffect, useEffectEvent } from 'react';

/** Ctrl+N: a new one of whatever this screen is about. Left alone while a dialog is open. */
export function useNewHere(start: () => void): void {
  const started = useEffectEvent(start);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.key.toLowerCase() !== 'n' || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      started();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
