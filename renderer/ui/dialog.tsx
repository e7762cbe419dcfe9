import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as DialogBox } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Esc, the cross and nothing else; the footer's buttons close by their own means. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly size?: 's' | 'm' | 'l' | 'full' | undefined;
  /** Makes it a form: Enter in a field and a `submit` button send it. */
  readonly onSubmit?: (() => void) | undefined;
  /** For a question that must be answered: read out as an alert. */
  readonly alert?: boolean | undefined;
}

export function Dialog({
  open,
  onClose,
  title,
  children,
  footer,
  size = 'm',
  onSubmit,
  alert = false,
}: DialogProps): ReactElement {
  const inside = (
    <>
      <div className={styles['body']}>{children}</div>
      {footer !== undefined && footer !== null && <div className={styles['footer']}>{footer}</div>}
    </>
  );
  return (
    <ModalOverlay
      className={joinClasses(styles['veil'])}
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={joinClasses(styles['modal'], styles[size])}>
        <DialogBox className={joinClasses(styles['dialog'])} role={alert ? 'alertdialog' : 'dialog'}>
          <header className={styles['header']}>
            <Heading className={joinClasses(styles['title'])} slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label="Close" icon={X} onPress={onClose} keys="Esc" />
          </header>
          {onSubmit === undefined ? (
            inside
          ) : (
            <form
              className={styles['form']}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                event.stopPropagation();
                onSubmit();
              }}
            >
              {inside}
            </form>
          )}
        </DialogBox>
      </Modal>
    </ModalOverlay>
  );
}
