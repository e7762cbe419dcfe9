/** Which cell a key leads to, as in a spreadsheet: pure, so that it is judged without a screen. */

/** Rows and columns counted from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down pass over. */
  readonly page: number;
}

interface KeyPressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** The place a key leads to, within the grid; `null` for a key that leads nowhere. */
export function placeAfter({ key, ctrlKey }: KeyPressed, from: GridPlace, size: GridSize): GridPlace | null {
  const moved = moveOf(key, ctrlKey, from, size);
  if (moved === null) return null;
  return { row: within(moved.row, size.rows), column: within(moved.column, size.columns) };
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}

function moveOf(key: string, far: boolean, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? size.columns - 1 : column + 1 };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return null;
  }
}
