import type { ReactElement } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { joinClasses } from './join-classes.ts';
import styles from './menu-button.module.css';
import { MenuList, type MenuGroup } from './menu-list.tsx';

export interface MenuAtProps {
  /** What it stands beside. */
  readonly anchor: Element;
  readonly label: string;
  readonly sections: ReadonlyArray<MenuGroup>;
  /** Told when it closes, by a choice or without one. */
  readonly onClose: () => void;
}

/** A menu beside something that is no button, such as a word in a text. */
export function MenuAt({ anchor, label, sections, onClose }: MenuAtProps): ReactElement {
  return (
    <Popover
      className={joinClasses(styles['popover'])}
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      offset={4}
      placement="bottom start"
      aria-label={label}
    >
      <MenuList label={label} sections={sections} autoFocus onClose={onClose} />
    </Popover>
  );
}
