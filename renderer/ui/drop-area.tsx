import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type ReactNode } from 'react';
import styles from './drop-area.module.css';
import { Icon } from './icon.tsx';

export interface DropAreaProps {
  /** Shown while files hang over it: “Drop files to add them to item 4”. */
  readonly label: string;
  readonly onFiles: (files: ReadonlyArray<File>) => void;
  readonly children: ReactNode;
}

/** Takes files dropped anywhere on what it holds. By keyboard the same is done with a `FileButton`. */
export function DropArea({ label, onFiles, children }: DropAreaProps): ReactElement {
  const area = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((files: ReadonlyArray<File>) => onFiles(files));

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const left = new AbortController();
    const { signal } = left;
    // Entering a part of the area comes before leaving the one around it, so the two are counted.
    let depth = 0;
    element.addEventListener(
      'dragenter',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      { signal },
    );
    element.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      { signal },
    );
    element.addEventListener(
      'dragleave',
      (event) => {
        if (!holdsFiles(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth = 0;
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) dropped(files);
      },
      { signal },
    );
    return () => left.abort();
  }, []);

  return (
    <div className={styles['area']} ref={area}>
      {children}
      {over && (
        <div className={styles['hint']}>
          <Icon of={FileDown} size="l" />
          {label}
        </div>
      )}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
