import type { ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './pdf-viewer.module.css';

export interface OutsideLinkDialogProps {
  /** As it stands in the document; null while none is asked for. */
  readonly address: string | null;
  readonly onClose: () => void;
}

/** A link out of the document is opened only after its address was seen, and only when it goes over a safe connection. */
export function OutsideLinkDialog({ address, onClose }: OutsideLinkDialogProps): ReactElement {
  const isSafe = address !== null && isOpenable(address);
  return (
    <Dialog
      open={address !== null}
      onClose={onClose}
      title="Leave this document?"
      size="m"
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {isSafe ? 'Stay here' : 'Close'}
          </Button>
          {isSafe && (
            <a className={styles['outside']} href={address} target="_blank" rel="noreferrer" onClick={onClose}>
              Open in the browser
            </a>
          )}
        </>
      }
    >
      <p>The link on this page leads to:</p>
      <p className={styles['address']}>{address}</p>
      {!isSafe && <p>It cannot be opened from here. If you trust it, copy the address.</p>}
    </Dialog>
  );
}

function isOpenable(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}
