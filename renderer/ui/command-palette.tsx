import { Search, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as DialogBox } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import styles from './command-palette.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { KeyHint } from './key-hint.tsx';

export interface PaletteItem {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** What it is: “Meeting”. */
  readonly kind?: string | undefined;
  readonly keys?: string | undefined;
}

export interface PaletteGroup {
  readonly title: string;
  readonly items: ReadonlyArray<PaletteItem>;
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Found for the query, the best first; the palette itself sifts nothing. */
  readonly groups: ReadonlyArray<PaletteGroup>;
  readonly onChoose: (id: string) => void;
  /** Words for when nothing was found. */
  readonly empty?: string | undefined;
}

const prompt = 'Search records or type a command';

export function CommandPalette({
  open,
  onClose,
  query,
  onQuery,
  groups,
  onChoose,
  empty = 'Nothing found. Try fewer or other words.',
}: CommandPaletteProps): ReactElement {
  const found = groups.filter((group) => group.items.length > 0);
  const count = found.reduce((sum, group) => sum + group.items.length, 0);
  return (
    <ModalOverlay
      className={joinClasses(styles['veil'])}
      isDismissable
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={joinClasses(styles['modal'])}>
        <DialogBox className={joinClasses(styles['dialog'])} aria-label="Search or run a command">
          <Autocomplete inputValue={query} onInputChange={onQuery}>
            <TextField
              className={joinClasses(styles['search'])}
              aria-label={prompt}
              autoFocus
              onKeyDown={(event) => {
                if (event.key === 'Escape') onClose();
                else event.continuePropagation();
              }}
            >
              <Icon of={Search} />
              <Input
                className={joinClasses(styles['input'])}
                placeholder={prompt}
                autoComplete="off"
                spellCheck="false"
              />
            </TextField>
            <Menu
              className={joinClasses(styles['menu'])}
              aria-label="Found"
              renderEmptyState={() => <p className={styles['empty']}>{empty}</p>}
            >
              {found.map((group) => (
                <MenuSection key={group.title} id={group.title} className={joinClasses(styles['section'])}>
                  <Header className={joinClasses(styles['title'])}>{group.title}</Header>
                  {group.items.map((item) => (
                    <MenuItem
                      key={item.id}
                      id={item.id}
                      className={joinClasses(styles['item'])}
                      textValue={item.kind === undefined ? item.label : `${item.label}, ${item.kind}`}
                      onAction={() => onChoose(item.id)}
                    >
                      <Icon of={item.icon} />
                      <span className={styles['label']}>{item.label}</span>
                      {item.kind !== undefined && <span className={styles['kind']}>{item.kind}</span>}
                      {item.keys !== undefined && (
                        <span className={styles['keys']}>
                          <KeyHint keys={item.keys} />
                        </span>
                      )}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          <span className="vh" role="status">
            {query === '' ? '' : count === 1 ? '1 found' : `${count} found`}
          </span>
          <p className={styles['hints']} aria-hidden="true">
            <span>↑ ↓ to move</span>
            <span>Enter to open</span>
            <span>Esc to close</span>
          </p>
        </DialogBox>
      </Modal>
    </ModalOverlay>
  );
}
