import type { LucideIcon } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

export interface ButtonLook {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: LucideIcon | undefined;
}

export interface ButtonProps extends ButtonLook {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly iconAfter?: LucideIcon | undefined;
  /** At work: keeps its focus, takes no second press. */
  readonly pending?: boolean | undefined;
  readonly pendingLabel?: string | undefined;
  /** Why it cannot be used yet. It stays in reach of the keyboard and says so. */
  readonly blockedBecause?: string | undefined;
  readonly submit?: boolean | undefined;
  readonly id?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
}

export function Button({
  children,
  onPress,
  kind = 'secondary',
  small = false,
  icon,
  iconAfter,
  pending = false,
  pendingLabel,
  blockedBecause,
  submit = false,
  id,
  autoFocus,
  expanded,
  controls,
}: ButtonProps): ReactElement {
  const reasonId = useId();
  const [reasonShown, setReasonShown] = useState(false);
  const blocked = blockedBecause !== undefined;

  function pressed(): void {
    if (blocked) setReasonShown(true);
    else onPress?.();
  }

  const button = (
    <PressButton
      className={joinClasses(styles['button'], styles[kind], small && styles['small'], blocked && styles['blocked'])}
      type={submit && !blocked ? 'submit' : 'button'}
      onPress={pressed}
      isPending={pending}
      {...given({
        id,
        autoFocus,
        'aria-expanded': expanded,
        'aria-controls': controls,
        'aria-disabled': blocked ? true : undefined,
        'aria-describedby': blocked ? reasonId : undefined,
      })}
    >
      {pending ? <Spinner /> : icon !== undefined && <Icon of={icon} size={small ? 's' : 'm'} />}
      <span>{pending ? (pendingLabel ?? children) : children}</span>
      {iconAfter !== undefined && <Icon of={iconAfter} size={small ? 's' : 'm'} />}
    </PressButton>
  );
  if (blockedBecause === undefined) return button;
  return (
    <>
      <Tooltip text={blockedBecause} open={reasonShown} onOpenChange={setReasonShown}>
        {button}
      </Tooltip>
      <span id={reasonId} hidden>
        {blockedBecause}
      </span>
    </>
  );
}
