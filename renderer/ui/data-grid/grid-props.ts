import type { TableSort } from '#renderer/ui/table.tsx';
import type { GridColumn } from './grid-column.ts';

export interface DataGridProps<Row> {
  /** Says what the grid holds. */
  readonly caption: string;
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly rows: ReadonlyArray<Row>;
  readonly keyOf: (row: Row) => string;
  /** How a row is called. */
  readonly nameOf: (row: Row) => string;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Keeps what was put into a cell. Answers with what is wrong, in words; the cell then stays open. */
  readonly onEdit: (row: Row, column: string, value: string) => Promise<string | undefined>;
  /** Goes to the record of a row. */
  readonly onOpen: (row: Row) => void;
  /** Says why a cell cannot be edited. */
  readonly onBlocked: (because: string) => void;
}
