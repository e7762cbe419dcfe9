import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './file-drop.module.css';

export interface FileDropProps {
  /** The id and name of the item a row stands for; `null` where there is no such item. */
  readonly nameOf: (itemId: string) => string | null;
  readonly onFiles: (files: ReadonlyArray<File>, itemId: string | null) => void;
  readonly children: ReactNode;
}

/** Takes files dropped on an agenda: on a row for that item, elsewhere for the meeting. */
export function FileDrop({ nameOf, onFiles, children }: FileDropProps): ReactElement {
  const area = useRef<HTMLDivElement>(null);
  const [hint, setHint] = useState<string | null>(null);
  const dropped = useEffectEvent(onFiles);
  const hintFor = useEffectEvent((itemId: string | null) => {
    const name = itemId === null ? null : nameOf(itemId);
    return name === null ? 'Drop files to add them to this meeting' : `Drop files to add them to ${name}`;
  });

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const left = new AbortController();
    const { signal } = left;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      // The list within takes its own rows alone, and would turn files away.
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setHint(hintFor(itemUnder(event)));
    };
    element.addEventListener('dragenter', over, { signal });
    element.addEventListener('dragover', over, { signal });
    element.addEventListener(
      'dragleave',
      (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && element.contains(to))) setHint(null);
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setHint(null);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) dropped(files, itemUnder(event));
      },
      { signal },
    );
    return () => left.abort();
  }, []);

  return (
    <div className={styles['area']} ref={area}>
      {children}
      {hint !== null && (
        <p className={styles['hint']} role="status">
          <Icon of={FileDown} />
          {hint}
        </p>
      )}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function itemUnder(event: DragEvent): string | null {
  const row = event.target instanceof Element ? event.target.closest('[role=row]') : null;
  return row?.getAttribute('data-key') ?? null;
}
