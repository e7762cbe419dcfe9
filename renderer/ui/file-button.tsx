import { useRef, type ReactElement, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button.tsx';

export interface FileButtonProps extends ButtonLook {
  readonly children: ReactNode;
  readonly onFiles: (files: ReadonlyArray<File>) => void;
  /** Endings or types, such as `.pdf` or `image/*`. */
  readonly accept?: ReadonlyArray<string> | undefined;
  readonly multiple?: boolean | undefined;
  readonly blockedBecause?: string | undefined;
  readonly pending?: boolean | undefined;
}

/** Opens the machine's own dialog for choosing files. */
export function FileButton({ children, onFiles, accept, multiple = true, ...look }: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={typeof children === 'string' ? children : 'Files'}
        multiple={multiple}
        accept={accept?.join(',')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied, so that the same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
