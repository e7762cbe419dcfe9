import { GripVertical } from 'lucide-react';
import { useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { KeyCatcher } from './key-catcher.tsx';
import styles from './reorder-list.module.css';
import { neighbourOf, type Move } from './reorder.ts';

export interface ReorderColumn<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** Width as a grid track, such as `5.5rem` or `minmax(8rem, 2fr)`; without it the column takes what is left. */
  readonly track?: string | undefined;
  readonly align?: 'end' | undefined;
  /** Stands further in for a row that belongs to another. */
  readonly indents?: boolean | undefined;
  readonly hideHeader?: boolean | undefined;
  readonly hideWhenNarrow?: boolean | undefined;
}

export interface ReorderListProps<Item> {
  readonly label: string;
  readonly items: ReadonlyArray<Item>;
  readonly idOf: (item: Item) => string;
  /** Its name in announcements. */
  readonly textOf: (item: Item) => string;
  /** 0 for an item of its own, 1 for one under another; sub-items follow the item they belong to. */
  readonly depthOf?: ((item: Item) => number) | undefined;
  readonly columns: ReadonlyArray<ReorderColumn<Item>>;
  /** Places an item, with what belongs to it, before or after another. */
  readonly onMove: (id: string, to: Move) => void;
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly empty?: ReactNode;
}

const dragType = 'application/x-packhorse-item';

/** Rows put in order by dragging, by Alt+Shift+Up and Down, or by what their own menu offers. */
export function ReorderList<Item>({
  label,
  items,
  idOf,
  textOf,
  depthOf = () => 0,
  columns,
  onMove,
  onOpen,
  chosen,
  onChoose,
  empty,
}: ReorderListProps<Item>): ReactElement {
  const [announced, setAnnounced] = useState('');
  const rows = items.map((item) => ({ id: idOf(item), depth: depthOf(item) }));
  const tracks = columns.map((column) => column.track ?? 'minmax(0, 1fr)').join(' ');
  const narrowTracks = columns
    .filter((column) => column.hideWhenNarrow !== true)
    .map((column) => column.track ?? 'minmax(0, 1fr)')
    .join(' ');

  const { dragAndDropHooks } = useDragAndDrop<Item & object>({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': nameOf(String(key)) })),
    acceptedDragTypes: [dragType],
    getDropOperation: () => 'move',
    onReorder: (event) => {
      const [moved] = event.keys;
      if (moved === undefined || event.target.dropPosition === 'on') return;
      onMove(String(moved), { place: event.target.dropPosition, of: String(event.target.key) });
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={joinClasses(styles['indicator'])} />,
  });

  function nameOf(id: string): string {
    const item = items.find((candidate) => idOf(candidate) === id);
    return item === undefined ? '' : textOf(item);
  }

  function keyPressed(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (direction === null || !event.altKey || !event.shiftKey || !(event.target instanceof Element)) return;
    const id = event.target.closest('[role=row]')?.getAttribute('data-key');
    if (id === null || id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const to = neighbourOf(rows, id, direction);
    if (to === null) {
      setAnnounced(`${nameOf(id)} is already ${direction === 'up' ? 'first' : 'last'}`);
      return;
    }
    setAnnounced(`Moved ${nameOf(id)} ${to.place} ${nameOf(to.of)}`);
    onMove(id, to);
  }

  if (items.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div
      className={styles['scroller']}
      style={{ '--tracks': tracks, '--narrow-tracks': narrowTracks } as CSSProperties}
    >
      <div className={joinClasses(styles['columns'], styles['header'])} aria-hidden="true">
        <span />
        {columns.map((column) => (
          <span
            key={column.id}
            className={joinClasses(
              column.align === 'end' && styles['end'],
              column.hideWhenNarrow === true && styles['wideOnly'],
            )}
          >
            {column.hideHeader === true ? '' : column.header}
          </span>
        ))}
      </div>
      {/* The list hands keys it does not know upwards; those with Alt and Shift are caught on their way down. */}
      <KeyCatcher onKey={keyPressed}>
        <GridList
          className={joinClasses(styles['list'])}
          aria-label={label}
          dragAndDropHooks={dragAndDropHooks}
          selectionMode={onChoose === undefined ? 'none' : 'single'}
          selectionBehavior="replace"
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) onChoose?.(String(key));
          }}
          {...given({ onAction: onOpen === undefined ? undefined : (key: string | number) => onOpen(String(key)) })}
        >
          {items.map((item) => {
            const depth = depthOf(item);
            return (
              <GridListItem
                key={idOf(item)}
                id={idOf(item)}
                textValue={textOf(item)}
                className={joinClasses(styles['columns'], styles['row'])}
                style={{ '--depth': depth } as CSSProperties}
              >
                <PressButton slot="drag" className={joinClasses(styles['grip'])} aria-label={`Drag ${textOf(item)}`}>
                  <Icon of={GripVertical} size="s" />
                </PressButton>
                {columns.map((column) => (
                  <div
                    key={column.id}
                    className={joinClasses(
                      styles['cell'],
                      column.indents === true && styles['indents'],
                      column.align === 'end' && styles['end'],
                      column.hideWhenNarrow === true && styles['wideOnly'],
                    )}
                  >
                    {column.cell(item)}
                  </div>
                ))}
              </GridListItem>
            );
          })}
        </GridList>
      </KeyCatcher>
      <span className="vh" role="status">
        {announced}
      </span>
    </div>
  );
}
