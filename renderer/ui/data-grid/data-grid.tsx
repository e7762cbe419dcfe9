import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { TableSort } from '#renderer/ui/table.tsx';
import styles from './data-grid.module.css';
import type { GridColumn } from './grid-column.ts';
import type { DataGridProps } from './grid-props.ts';
import { GridRow } from './grid-row.tsx';
import { useGrid } from './use-grid.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';

/** In rem: the column of boxes, and the least of the column without a width of its own. */
const boxWidth = 2.5;
const leastWidth = 14;

/**
 * A register that is worked in like a spreadsheet: arrow keys between cells, Enter, F2 or typing edits one where it stands,
 * rows are selected with Space. Only the rows in sight are drawn, however many there are.
 */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactElement {
  const { caption, columns, rows, keyOf, nameOf, sort, onSort, selected, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const sight = useRowsInSight(scroller, rows.length);
  const grid = useGrid(props, scroller);
  const { first, last, rowHeight } = sight;
  const widths = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const drawn = rows.slice(first, last);
  const { row: activeRow } = grid.active;
  const isAllSelected = rows.length > 0 && rows.every((row) => selected.has(keyOf(row)));

  // The row with the keys stays drawn wherever the grid is scrolled to, so that the focus is never lost.
  const before = activeRow < first ? rows[activeRow] : undefined;
  const after = activeRow >= last ? rows[activeRow] : undefined;
  const draw = (row: Row, index: number): ReactElement => (
    <GridRow
      key={keyOf(row)}
      row={row}
      index={index}
      name={nameOf(row)}
      columns={columns}
      isSelected={selected.has(keyOf(row))}
      activeColumn={index === activeRow ? grid.active.column : null}
      editing={index === activeRow ? grid.editing : null}
      events={grid.events}
    />
  );

  return (
    <div
      className={styles['scroller']}
      ref={scroller}
      style={{ '--grid-width': `${boxWidth + widths + leastWidth}rem` } as CSSProperties}
    >
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells take the keys
        role="grid"
        className={styles['grid']}
        aria-label={caption}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        onKeyDown={grid.pressed}
        onCopy={grid.copied}
      >
        <colgroup>
          <col style={{ inlineSize: `${boxWidth}rem` }} />
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? {} : { inlineSize: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles['box']} aria-colindex={1}>
              <input
                type="checkbox"
                aria-label="Select all rows"
                checked={isAllSelected}
                onChange={() => onSelect(isAllSelected ? new Set() : new Set(rows.map(keyOf)))}
              />
            </th>
            {columns.map((column, at) => (
              <HeaderCell key={column.id} column={column} place={at + 2} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before !== undefined && draw(before, activeRow)}
          <Spacer height={(first - (before === undefined ? 0 : 1)) * rowHeight} />
          {drawn.map((row, at) => draw(row, first + at))}
          <Spacer height={(rows.length - last - (after === undefined ? 0 : 1)) * rowHeight} />
          {after !== undefined && draw(after, activeRow)}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<Row> {
  readonly column: GridColumn<Row>;
  readonly place: number;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}

function HeaderCell<Row>({ column, place, sort, onSort }: HeaderCellProps<Row>): ReactElement {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const isSortable = column.sortable === true;
  return (
    <th
      scope="col"
      aria-colindex={place}
      className={joinClasses(column.align === 'end' && styles['end'], column.rowHeader === true && styles['first'])}
      aria-sort={isSortable ? (direction ?? 'none') : undefined}
    >
      {isSortable ? (
        <button
          type="button"
          className={styles['sort']}
          onClick={() =>
            onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
        >
          {column.header}
          <Icon
            of={direction === undefined ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown}
            size="s"
          />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

interface SpacerProps {
  /** In pixels. */
  readonly height: number;
}

function Spacer({ height }: SpacerProps): ReactElement | null {
  if (height <= 0) return null;
  return <tr className={styles['spacer']} aria-hidden="true" style={{ blockSize: height }} />;
}
