/** Where a row goes: before or after another of the same depth; what belongs to either goes along. */
export interface Move {
  readonly place: 'before' | 'after';
  readonly of: string;
}

export interface OrderedRow {
  readonly id: string;
  /** 0 for a row of its own; rows that belong to another follow it, deeper by one. */
  readonly depth: number;
}

/**
 * One step up or down among the rows of the same depth that belong to the same row; `null` when there is no such neighbour:
 * the row is already first or last there, or is not in the list.
 */
export function neighbourOf(rows: ReadonlyArray<OrderedRow>, id: string, direction: 'up' | 'down'): Move | null {
  const from = rows.findIndex((row) => row.id === id);
  const depth = rows[from]?.depth;
  if (depth === undefined) return null;
  const step = direction === 'up' ? -1 : 1;
  for (let place = from + step; ; place += step) {
    const row = rows[place];
    if (row === undefined || row.depth < depth) return null;
    if (row.depth === depth) return { place: direction === 'up' ? 'before' : 'after', of: row.id };
  }
}
