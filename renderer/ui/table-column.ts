import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end' | undefined;
  /** In rem; without it the column takes what is left. */
  readonly width?: number | undefined;
  /** Names its row; the link of the row stands in it. */
  readonly rowHeader?: boolean | undefined;
  readonly sortable?: boolean | undefined;
  readonly hideHeader?: boolean | undefined;
  readonly hideWhenNarrow?: boolean | undefined;
}
