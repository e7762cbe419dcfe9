/** Keys that work everywhere in the app. None is a single letter, and none uses Ctrl+Alt (AltGr on British keyboards). */
import { useEffect } from 'react';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo, type Section } from '#renderer/navigation/places.ts';

/** Whether a key belongs to somebody's typing, whose own undo comes first. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || isTextInput(target);
}

function isTextInput(element: HTMLElement): boolean {
  return (
    element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file', 'range'].includes(element.type)
  );
}

const sections: Readonly<Record<string, Section>> = {
  '1': 'today',
  '2': 'meetings',
  '3': 'papers',
  '5': 'risks',
  '8': 'partners',
  ',': 'settings',
};

export interface ShortcutActions {
  onSearch(): void;
  onAlreadySaved(): void;
}

export function useShortcuts({ onSearch, onAlreadySaved }: ShortcutActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      if (event.key === 'F1') {
        event.preventDefault();
        goTo(pathTo.section('help'));
        return;
      }
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const section = sections[key];
      if (key === 'k' && !event.shiftKey) onSearch();
      else if (key === 's' && !event.shiftKey) onAlreadySaved();
      else if (key === 'h' && event.shiftKey) goTo(pathTo.section('history'));
      else if (section !== undefined && !event.shiftKey) goTo(pathTo.section(section));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onSearch, onAlreadySaved]);
}
