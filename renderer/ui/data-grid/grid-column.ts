import type { ReactNode } from 'react';
import type { SelectOption } from '#renderer/ui/select.tsx';

/** How a cell is edited in its place. */
export interface GridEdit<Row> {
  /** What stands in the field when editing begins; for a choice, the value chosen. */
  readonly valueOf: (row: Row) => string;
  /** Given, the cell is chosen from a list; else it is typed. */
  readonly options?: ReadonlyArray<SelectOption> | undefined;
  /** Why this row's cell cannot be changed. */
  readonly blockedBecause?: ((row: Row) => string | undefined) | undefined;
}

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What the cell says, as it is copied and read out. */
  readonly text: (row: Row) => string;
  /** What is drawn, where that is more than the text. */
  readonly draw?: ((row: Row) => ReactNode) | undefined;
  readonly align?: 'end' | undefined;
  /** In rem; the one column without it takes what is left. */
  readonly width?: number | undefined;
  /** Names its row. */
  readonly rowHeader?: boolean | undefined;
  readonly sortable?: boolean | undefined;
  readonly edit?: GridEdit<Row> | undefined;
}
