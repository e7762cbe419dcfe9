import { useEffect, type ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { readNextReverts, reverse } from '#renderer/data/undo.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { UndoButtons } from '#renderer/ui/undo-buttons.tsx';
import { isTyping } from './shortcuts.ts';

/** Undo and redo for everything done on this laptop, still there after a restart. */
export function UndoControl(): ReactElement {
  const session = useSession();
  const next = useLive(() => readNextReverts(session), [session]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      void go(isRedo ? 'redo' : 'undo');
    };
    const go = async (type: 'undo' | 'redo'): Promise<void> => say(type, await reverse(session, type));
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [session]);

  const step = (type: 'undo' | 'redo'): { label: string; onPress(): void } | null => {
    const found = next?.[type] ?? null;
    if (found === null) return null;
    return {
      label: `${type === 'undo' ? 'Undo' : 'Redo'}: ${found.label}`,
      onPress: () => void reverse(session, type).then((reversal) => say(type, reversal)),
    };
  };
  return <UndoButtons undo={step('undo')} redo={step('redo')} />;
}

function say(type: 'undo' | 'redo', reversal: Awaited<ReturnType<typeof reverse>>): void {
  if (reversal === null) {
    noticeShown(type === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.', 'grey');
    return;
  }
  const left =
    reversal.leftAlone === 0
      ? ''
      : ' Some of it was left as it is, because it has been changed since. History shows what was there before.';
  noticeShown(`${type === 'undo' ? 'Undid' : 'Redid'}: ${reversal.label}.${left}`, left === '' ? 'green' : 'amber');
}
