import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import buttonStyles from './button.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { KeyHint } from './key-hint.tsx';
import styles from './menu-button.module.css';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly keys?: string | undefined;
  readonly danger?: boolean | undefined;
  /** Why it cannot be chosen now; shown under the label. */
  readonly blockedBecause?: string | undefined;
  readonly onChoose: () => void;
}

export interface MenuGroup {
  readonly title?: string | undefined;
  readonly items: ReadonlyArray<MenuChoice>;
}

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
        <Menu className={joinClasses(styles['menu'])} aria-label={label}>
          {sections.map((section, index) => (
            <MenuSection
              key={section.title ?? `section-${index}`}
              className={joinClasses(styles['section'])}
              aria-label={section.title ?? label}
            >
              {section.title !== undefined && <Header className={joinClasses(styles['title'])}>{section.title}</Header>}
              {section.items.map((item) => (
                <MenuItem
                  key={item.id}
                  id={item.id}
                  className={joinClasses(
                    styles['item'],
                    item.danger === true && styles['danger'],
                    item.blockedBecause !== undefined && styles['blocked'],
                  )}
                  textValue={item.label}
                  shouldCloseOnSelect={item.blockedBecause === undefined}
                  onAction={() => {
                    if (item.blockedBecause === undefined) item.onChoose();
                  }}
                >
                  <span className={styles['picture']}>{item.icon !== undefined && <Icon of={item.icon} />}</span>
                  <span className={styles['words']}>
                    <span>{item.label}</span>
                    {item.blockedBecause !== undefined && (
                      <Text slot="description" className={joinClasses(styles['reason'])}>
                        {item.blockedBecause}
                      </Text>
                    )}
                  </span>
                  {item.keys !== undefined && <KeyHint keys={item.keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
