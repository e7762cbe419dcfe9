import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps {
  /** Its name, for screen readers and in the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
  readonly keys?: string | undefined;
  readonly small?: boolean | undefined;
  readonly kind?: 'secondary' | 'quiet' | undefined;
  readonly blockedBecause?: string | undefined;
  /** For a button that stays in: whether it is in. */
  readonly pressed?: boolean | undefined;
}

export function IconButton({
  label,
  icon,
  onPress,
  keys,
  small = false,
  kind = 'quiet',
  blockedBecause,
  pressed,
}: IconButtonProps): ReactElement {
  const blocked = blockedBecause !== undefined;
  return (
    <Tooltip text={blocked ? `${label}: ${blockedBecause}` : label} keys={keys}>
      <PressButton
        className={joinClasses(
          styles['button'],
          styles['square'],
          styles[kind],
          small && styles['small'],
          pressed === true && styles['on'],
          blocked && styles['blocked'],
        )}
        aria-label={label}
        onPress={() => {
          if (!blocked) onPress();
        }}
        {...given({ 'aria-pressed': pressed, 'aria-disabled': blocked ? true : undefined })}
      >
        <Icon of={icon} size={small ? 's' : 'm'} />
      </PressButton>
    </Tooltip>
  );
}
