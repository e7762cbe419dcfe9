import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Text } from 'react-aria-components/Text';
import { given } from './given.ts';
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

export interface MenuListProps {
  readonly label: string;
  readonly sections: ReadonlyArray<MenuGroup>;
  readonly autoFocus?: boolean | undefined;
  /** Told when a choice has been made; a menu at a button closes by itself. */
  readonly onClose?: (() => void) | undefined;
}

/** The choices of a menu, in its popover. */
export function MenuList({ label, sections, autoFocus = false, onClose }: MenuListProps): ReactElement {
  return (
    <Menu
      className={joinClasses(styles['menu'])}
      aria-label={label}
      {...given({ autoFocus: autoFocus ? ('first' as const) : undefined, onClose })}
    >
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
  );
}
