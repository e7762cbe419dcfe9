import type { ReactElement, ReactNode } from 'react';
import type { ButtonLook } from './button.tsx';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  readonly children: ReactNode;
  /** The file name to save under, for a link to something made here. */
  readonly download?: string | undefined;
}

/** Looks like a button and is a link, for it goes somewhere: it can be opened anew and gone back from. */
export function LinkButton({
  href,
  children,
  kind = 'secondary',
  small = false,
  icon,
  download,
}: LinkButtonProps): ReactElement {
  return (
    <a
      className={joinClasses(styles['button'], styles[kind], small && styles['small'])}
      href={href}
      download={download}
    >
      {icon !== undefined && <Icon of={icon} size={small ? 's' : 'm'} />}
      <span>{children}</span>
    </a>
  );
}
