import { memo, type MouseEvent, type ReactElement } from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { CellEditor, type After } from './cell-editor.tsx';
import styles from './data-grid.module.css';
import type { GridColumn } from './grid-column.ts';

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly name: string;
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly isSelected: boolean;
  /** The column of the cell that takes the keys, the box of selection being 0; `null` where it is in another row. */
  readonly activeColumn: number | null;
  /** What stands in the field of the active cell while it is edited. */
  readonly editing: string | null;
  readonly events: GridRowEvents<Row>;
}

export interface GridRowEvents<Row> {
  onToggled(row: Row, index: number, isRange: boolean): void;
  onCellPressed(index: number, column: number): void;
  onCellOpened(index: number, column: number): void;
  onDone(row: Row, column: GridColumn<Row>, value: string, after: After): Promise<string | undefined>;
  onLeft(): void;
}

function GridRowOf<Row>(props: GridRowProps<Row>): ReactElement {
  const { row, index, name, columns, isSelected, activeColumn, editing, events } = props;

  function toggled(event: MouseEvent): void {
    events.onToggled(row, index, event.shiftKey);
  }

  return (
    <tr data-index={index} aria-rowindex={index + 2} aria-selected={isSelected} className={styles['row']}>
      <td aria-colindex={1} className={styles['box']}>
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={`Select ${name}`}
          tabIndex={activeColumn === 0 ? 0 : -1}
          data-cell="0"
          onClick={toggled}
          onChange={() => {}}
          onFocus={() => events.onCellPressed(index, 0)}
        />
      </td>
      {columns.map((column, at) => {
        const isActive = activeColumn === at + 1;
        const isEdited = isActive && editing !== null && column.edit !== undefined;
        const Cell = column.rowHeader === true ? 'th' : 'td';
        return (
          <Cell
            key={column.id}
            role={column.rowHeader === true ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 2}
            aria-readonly={column.edit === undefined || column.edit.blockedBecause?.(row) !== undefined}
            data-cell={at + 1}
            tabIndex={isActive && !isEdited ? 0 : -1}
            className={joinClasses(styles['cell'], column.align === 'end' && styles['end'])}
            title={column.draw === undefined || column.rowHeader === true ? column.text(row) : undefined}
            onMouseDown={() => events.onCellPressed(index, at + 1)}
            onDoubleClick={() => events.onCellOpened(index, at + 1)}
          >
            {isEdited && column.edit !== undefined ? (
              <CellEditor
                label={`${column.header} of ${name}`}
                value={editing}
                options={column.edit.options}
                onDone={(value, after) => events.onDone(row, column, value, after)}
                onLeave={() => events.onLeft()}
              />
            ) : (
              (column.draw?.(row) ?? column.text(row))
            )}
          </Cell>
        );
      })}
    </tr>
  );
}

/** One row; drawn again only when something of it changes. */
export const GridRow = memo(GridRowOf) as typeof GridRowOf;
