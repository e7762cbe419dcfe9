import type { ReactElement, Ref } from 'react';
import { joinClasses } from './join-classes.ts';
import type { TableColumn } from './table-column.ts';
import styles from './table.module.css';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: ReadonlyArray<TableColumn<Row>>;
  readonly href: string | undefined;
  readonly current: boolean;
  /** Place among all rows, from 0; given when not all of them are drawn. */
  readonly index?: number | undefined;
  readonly measure?: Ref<HTMLTableRowElement> | undefined;
}

export function TableRow<Row>({ row, columns, href, current, index, measure }: TableRowProps<Row>): ReactElement {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      className={joinClasses(href !== undefined && styles['linked'], current && styles['current'])}
      aria-current={current ? 'true' : undefined}
    >
      {columns.map((column) => {
        const look = joinClasses(
          column.align === 'end' && styles['end'],
          column.hideWhenNarrow === true && styles['wideOnly'],
        );
        const inside = column.cell(row);
        return column.rowHeader === true ? (
          <th key={column.id} scope="row" className={look}>
            {href === undefined ? (
              inside
            ) : (
              <a className={styles['rowLink']} href={href}>
                {inside}
              </a>
            )}
          </th>
        ) : (
          <td key={column.id} className={look}>
            {inside}
          </td>
        );
      })}
    </tr>
  );
}
