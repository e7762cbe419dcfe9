import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useState, type CSSProperties, type ReactElement, type ReactNode, type Ref } from 'react';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import type { TableColumn } from './table-column.ts';
import { TableRow } from './table-row.tsx';
import styles from './table.module.css';
import { WindowedRows } from './windowed-rows.tsx';

/** Above this many rows only those in sight are drawn; below it everything is, which screen readers count best. */
const drawnWhole = 200;

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableProps<Row> {
  /** Says what the table holds. */
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: ReadonlyArray<TableColumn<Row>>;
  readonly rows: ReadonlyArray<Row>;
  readonly keyOf: (row: Row) => string;
  readonly hrefOf?: ((row: Row) => string) | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  readonly currentKey?: string | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** In rem: the table scrolls by itself under its header. */
  readonly maxHeight?: number | undefined;
}

/** A register: a plain table with links and buttons in it, which every screen reader can walk through. */
export function Table<Row>({
  caption,
  hideCaption = true,
  columns,
  rows,
  keyOf,
  hrefOf,
  sort,
  onSort,
  currentKey,
  empty,
  maxHeight,
}: TableProps<Row>): ReactElement {
  // Not a ref: the rows must be drawn anew once there is something to scroll them in.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const windowed = rows.length > drawnWhole;
  const height = maxHeight ?? (windowed ? 36 : undefined);
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;

  function drawnRow(row: Row, index?: number, measure?: Ref<HTMLTableRowElement>): ReactElement {
    return (
      <TableRow
        key={keyOf(row)}
        row={row}
        columns={columns}
        href={hrefOf?.(row)}
        current={currentKey === keyOf(row)}
        index={index}
        measure={measure}
      />
    );
  }
  return (
    <div
      className={joinClasses(styles['scroller'], height !== undefined && styles['ownScroller'])}
      ref={setScroller}
      style={{ '--table-height': height === undefined ? undefined : `${height}rem` } as CSSProperties}
      {...(height === undefined ? {} : { role: 'region', 'aria-label': caption, tabIndex: 0 })}
    >
      <table
        className={joinClasses(styles['table'], windowed && styles['fixed'])}
        aria-rowcount={windowed ? rows.length + 1 : undefined}
      >
        <caption className={hideCaption ? 'vh' : styles['caption']}>{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.id}
              className={joinClasses(column.hideWhenNarrow === true && styles['wideOnly'])}
              style={column.width === undefined ? {} : { inlineSize: `${column.width}rem` }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={windowed ? 1 : undefined}>
            {columns.map((column) => {
              const direction = sort?.column === column.id ? sort.direction : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={joinClasses(
                    column.align === 'end' && styles['end'],
                    column.hideWhenNarrow === true && styles['wideOnly'],
                  )}
                  aria-sort={column.sortable === true ? (direction ?? 'none') : undefined}
                >
                  {column.sortable === true && onSort !== undefined ? (
                    <button
                      type="button"
                      className={styles['sort']}
                      onClick={() =>
                        onSort({
                          column: column.id,
                          direction: direction === 'ascending' ? 'descending' : 'ascending',
                        })
                      }
                    >
                      {column.header}
                      <Icon
                        of={direction === undefined ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown}
                        size="s"
                      />
                    </button>
                  ) : (
                    <span className={column.hideHeader === true ? 'vh' : ''}>{column.header}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        {windowed ? (
          <WindowedRows
            keys={rows.map(keyOf)}
            scroller={scroller}
            drawRow={(index, measure) => {
              const row = rows[index];
              return row === undefined ? null : drawnRow(row, index, measure);
            }}
          />
        ) : (
          <tbody>{rows.map((row) => drawnRow(row))}</tbody>
        )}
      </table>
    </div>
  );
}
