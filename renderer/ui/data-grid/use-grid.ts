import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { After } from './cell-editor.tsx';
import { placeAfter, type GridPlace } from './grid-keys.ts';
import type { DataGridProps } from './grid-props.ts';
import type { GridRowEvents } from './grid-row.tsx';
import { showRow } from './use-rows-in-sight.ts';

export interface GridAtWork<Row> {
  readonly active: GridPlace;
  /** What stands in the field of the active cell while it is edited. */
  readonly editing: string | null;
  readonly events: GridRowEvents<Row>;
  readonly pressed: (event: KeyboardEvent) => void;
  readonly copied: (event: ClipboardEvent) => void;
}

const afterwards: Readonly<Record<After, string>> = {
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  stay: '',
};

/** The keys of a grid: which cell has them, what is edited in it, which rows are selected. Column 0 is the box. */
export function useGrid<Row>(props: DataGridProps<Row>, scroller: RefObject<HTMLDivElement | null>): GridAtWork<Row> {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 1 });
  const [editing, setEditing] = useState<string | null>(null);
  const anchor = useRef(0);
  // Set when the focus is to follow the active cell; a grid that is only drawn takes no focus.
  const wantsFocus = useRef(false);
  // Where the officer pressed while a cell was open: gone to once what was typed is kept.
  const pressedNext = useRef<GridPlace | null>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const active = { row: Math.max(0, Math.min(place.row, props.rows.length - 1)), column: place.column };
  const now = useRef({ active, editing });
  useLayoutEffect(() => {
    now.current = { active, editing };
  });

  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`tr[data-index="${active.row}"] [data-cell="${active.column}"]`)
      ?.focus({ preventScroll: true });
  }, [active.row, active.column, editing, scroller]);

  const acts = useMemo(() => {
    const go = (to: GridPlace): void => {
      wantsFocus.current = true;
      showRow(scroller.current, to.row);
      setPlace(to);
      setEditing(null);
    };
    const sizeNow = (): { rows: number; columns: number; page: number } => ({
      rows: latest.current.rows.length,
      columns: latest.current.columns.length + 1,
      page: showRow(scroller.current, now.current.active.row),
    });
    const open = (at: GridPlace, typed: string | null): void => {
      const { columns, rows, onBlocked } = latest.current;
      const column = columns[at.column - 1];
      const row = rows[at.row];
      if (column?.edit === undefined || row === undefined) return;
      const because = column.edit.blockedBecause?.(row);
      if (because !== undefined) {
        onBlocked(because);
        return;
      }
      setPlace(at);
      setEditing(typed === null || column.edit.options !== undefined ? column.edit.valueOf(row) : typed);
    };
    const select = (to: number, isRange: boolean): void => {
      const { rows, keyOf, selected, onSelect } = latest.current;
      const row = rows[to];
      if (row === undefined) return;
      const next = new Set(selected);
      if (isRange) {
        const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
        for (const each of rows.slice(from, until + 1)) next.add(keyOf(each));
      } else {
        anchor.current = to;
        if (!next.delete(keyOf(row))) next.add(keyOf(row));
      }
      onSelect(next);
    };
    return { go, sizeNow, open, select };
  }, [scroller]);

  const events = useMemo(
    (): GridRowEvents<Row> => ({
      onToggled: (_row, index, isRange) => acts.select(index, isRange),
      onCellPressed: (row, column) => {
        const { active: at, editing: typed } = now.current;
        if (at.row === row && at.column === column) return;
        if (typed === null) setPlace({ row, column });
        else pressedNext.current = { row, column };
      },
      onCellOpened: (row, column) => acts.open({ row, column }, null),
      onDone: async (row, column, value, after) => {
        const { edit } = column;
        const isChanged = edit === undefined || value !== edit.valueOf(row);
        const wrong = isChanged ? await latest.current.onEdit(row, column.id, value) : undefined;
        if (wrong !== undefined && after !== 'stay') return wrong;
        if (wrong !== undefined) latest.current.onBlocked(wrong);
        const next = pressedNext.current;
        pressedNext.current = null;
        const { active: at } = now.current;
        const to = placeAfter({ key: afterwards[after], ctrlKey: false }, at, acts.sizeNow());
        if (to !== null) acts.go(to);
        else setEditing(null);
        if (after === 'stay' && next !== null) setPlace(next);
        return undefined;
      },
      onLeft: () => {
        wantsFocus.current = true;
        setEditing(null);
      },
    }),
    [acts],
  );

  function pressed(event: KeyboardEvent): void {
    const { rows, keyOf, selected, onSelect, onOpen } = props;
    const inHead = event.target instanceof Element && event.target.closest('thead') !== null;
    if (inHead || editing !== null || event.altKey || rows.length === 0) return;
    const ctrlKey = event.ctrlKey || event.metaKey;
    const { key } = event;
    const to = placeAfter({ key, ctrlKey }, active, acts.sizeNow());
    const row = rows[active.row];
    if (to !== null) {
      if (event.shiftKey && key.startsWith('Arrow') && to.row !== active.row) {
        if (row !== undefined && !selected.has(keyOf(row))) anchor.current = active.row;
        acts.select(to.row, true);
      }
      acts.go(to);
    } else if (key === 'Enter' && ctrlKey && row !== undefined) onOpen(row);
    else if ((key === 'Enter' && !event.shiftKey && active.column > 0) || key === 'F2') acts.open(active, null);
    else if (key === ' ' && (event.shiftKey || active.column === 0)) acts.select(active.row, false);
    else if (key === 'a' && ctrlKey) onSelect(new Set(rows.map(keyOf)));
    else if (key === 'Escape' && selected.size > 0) onSelect(new Set());
    else if (key === 'Backspace' || key === 'Delete') acts.open(active, '');
    else if (key.length === 1 && key !== ' ' && !ctrlKey) acts.open(active, key);
    else return;
    event.preventDefault();
  }

  /** Copies the selected rows, or the one cell, as a spreadsheet takes them. */
  function copied(event: ClipboardEvent): void {
    const row = props.rows[active.row];
    if (editing !== null || row === undefined) return;
    const chosen = props.rows.filter((each) => props.selected.has(props.keyOf(each)));
    const column = props.columns[active.column - 1];
    const plain = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
    const lines =
      chosen.length > 0
        ? chosen.map((each) => props.columns.map(({ text }) => plain(text(each))).join('\t'))
        : column === undefined
          ? []
          : [plain(column.text(row))];
    if (lines.length === 0) return;
    event.clipboardData.setData('text/plain', lines.join('\r\n'));
    event.preventDefault();
  }

  return { active, editing, events, pressed, copied };
}
