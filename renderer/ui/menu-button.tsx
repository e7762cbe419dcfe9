import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import buttonStyles from './button.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './menu-button.module.css';
import { MenuList, type MenuGroup } from './menu-list.tsx';

export type { MenuChoice } from './menu-list.tsx';

export interface MenuButtonProps {
  readonly label: string;
  readonly sections: ReadonlyArray<MenuGroup>;
  readonly icon?: LucideIcon | undefined;
  /** Shows the icon alone (three dots unless another is given); the label stays its name. */
  readonly iconOnly?: boolean | undefined;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | undefined;
  readonly small?: boolean | undefined;
}

export function MenuButton({
  label,
  sections,
  icon,
  iconOnly = false,
  kind = iconOnly ? 'quiet' : 'secondary',
  small = false,
}: MenuButtonProps): ReactElement {
  const picture = icon ?? (iconOnly ? Ellipsis : undefined);
  return (
    <MenuTrigger>
      <PressButton
        className={joinClasses(
          buttonStyles['button'],
          buttonStyles[kind],
          small && buttonStyles['small'],
          iconOnly && buttonStyles['square'],
        )}
      >
        {picture !== undefined && <Icon of={picture} size={small ? 's' : 'm'} />}
        <span className={iconOnly ? 'vh' : ''}>{label}</span>
      </PressButton>
      <Popover className={joinClasses(styles['popover'])} offset={4}>
        <MenuList label={label} sections={sections} />
      </Popover>
    </MenuTrigger>
  );
}
