import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './rating-grid.module.css';

export interface GridLevel {
  readonly code: string;
  readonly label: string;
  readonly description: string;
}

export type GridBand = 'red' | 'amber' | 'green';

export interface GridMark {
  readonly id: string;
  /** Short, such as a risk's number. */
  readonly label: string;
  /** Where something stood before: drawn faintly, and not counted. */
  readonly isGhost?: boolean | undefined;
}

export interface GridCell {
  readonly likelihood: string;
  readonly impact: string;
  readonly above: boolean;
  readonly band: GridBand;
  readonly marks: ReadonlyArray<GridMark>;
}

export interface RatingGridProps {
  /** What it shows: “Current ratings”. */
  readonly label: string;
  /** The likeliest first; the rows. */
  readonly likelihood: ReadonlyArray<GridLevel>;
  /** The gravest first; drawn from the mildest on the left. */
  readonly impact: ReadonlyArray<GridLevel>;
  readonly cells: ReadonlyArray<GridCell>;
  /** The cell that is chosen, such as `C-II`. */
  readonly chosen?: string | null | undefined;
  readonly onChoose?: ((cell: GridCell) => void) | undefined;
  /** Larger, for a projector. */
  readonly large?: boolean | undefined;
}

const mostMarks = 6;
const bandLetters: Readonly<Record<GridBand, string>> = { red: 'R', amber: 'A', green: 'G' };

/**
 * The grid on which risks are placed, with the tolerance line as a heavy edge. Arrow keys go from cell to cell, Enter or Space chooses.
 * Each cell says in words what it is: “C Significant, II Critical: 2 risks, above the line”.
 */
export function RatingGrid(props: RatingGridProps): ReactElement {
  const { label, likelihood, chosen = null, onChoose, large } = props;
  const columns = props.impact.toReversed();
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const table = useRef<HTMLTableElement>(null);
  const byCode = new Map(props.cells.map((cell) => [codeOf(cell), cell]));
  const cellAt = (row: number, column: number): GridCell | undefined =>
    byCode.get(`${likelihood[row]?.code ?? ''}-${columns[column]?.code ?? ''}`);
  const active = [Math.min(at[0], likelihood.length - 1), Math.min(at[1], columns.length - 1)] as const;

  function pressed(event: KeyboardEvent): void {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step !== undefined) {
      const row = Math.min(Math.max(active[0] + (step[0] ?? 0), 0), likelihood.length - 1);
      const column = Math.min(Math.max(active[1] + (step[1] ?? 0), 0), columns.length - 1);
      setAt([row, column]);
      table.current?.querySelector<HTMLElement>(`[data-at='${row} ${column}']`)?.focus();
      event.preventDefault();
      return;
    }
    const cell = cellAt(...active);
    if ((event.key === 'Enter' || event.key === ' ') && cell !== undefined && onChoose !== undefined) {
      onChoose(cell);
      event.preventDefault();
    }
  }

  return (
    <table
      ref={table}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells take the keys
      role="grid"
      aria-label={label}
      className={joinClasses(styles['grid'], large === true && styles['large'])}
      onKeyDown={pressed}
    >
      <tbody>
        {likelihood.map((level, row) => (
          <tr key={level.code}>
            <th scope="row" className={styles['row']} title={level.description}>
              <span className={styles['code']}>{level.code}</span> {level.label}
            </th>
            {columns.map((column, place) => {
              const cell = cellAt(row, place);
              if (cell === undefined) return <td key={column.code}>–</td>;
              const isActive = active[0] === row && active[1] === place;
              return (
                <td
                  key={column.code}
                  // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- said for readers that look at the element alone
                  role="gridcell"
                  data-at={`${row} ${place}`}
                  tabIndex={isActive ? 0 : -1}
                  aria-selected={onChoose === undefined ? undefined : codeOf(cell) === chosen}
                  className={joinClasses(
                    styles['cell'],
                    styles[cell.band],
                    isEdge(cell, cellAt(row + 1, place)) && styles['edgeBelow'],
                    isEdge(cell, cellAt(row, place - 1)) && styles['edgeLeft'],
                    onChoose !== undefined && styles['choosable'],
                    codeOf(cell) === chosen && styles['chosen'],
                  )}
                  onFocus={() => setAt([row, place])}
                  onClick={onChoose === undefined ? undefined : () => onChoose(cell)}
                >
                  <span className="vh">{`${nameOf(level, column)}: ${countOf(cell)}, ${sideOf(cell)}`}</span>
                  <div className={styles['inner']} aria-hidden="true">
                    <span className={styles['head']}>
                      <span className={styles['code']}>{codeOf(cell)}</span>
                      <span className={styles['band']}>{bandLetters[cell.band]}</span>
                    </span>
                    <Marks marks={cell.marks} />
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className={styles['corner']}>
            <span>Likelihood ↑</span> <span>Impact →</span>
          </td>
          {columns.map((column) => (
            <th key={column.code} scope="col" className={styles['column']} title={column.description}>
              <span className={styles['code']}>{column.code}</span> {column.label}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Marks({ marks }: { readonly marks: ReadonlyArray<GridMark> }): ReactElement {
  const shown = marks.length > mostMarks ? marks.slice(0, mostMarks - 1) : marks;
  return (
    <span className={styles['marks']}>
      {shown.map((mark) => (
        <span key={mark.id} className={joinClasses(styles['mark'], mark.isGhost === true && styles['ghost'])}>
          {mark.label}
        </span>
      ))}
      {shown.length < marks.length && <span className={styles['more']}>+{marks.length - shown.length}</span>}
    </span>
  );
}

function codeOf({ likelihood, impact }: Pick<GridCell, 'likelihood' | 'impact'>): string {
  return `${likelihood}-${impact}`;
}

/** `C Significant, II Critical` */
function nameOf(likelihood: GridLevel, impact: GridLevel): string {
  return `${likelihood.code} ${likelihood.label}, ${impact.code} ${impact.label}`;
}

function countOf({ marks }: GridCell): string {
  const count = marks.filter(({ isGhost }) => isGhost !== true).length;
  return count === 0 ? 'no risks' : count === 1 ? '1 risk' : `${count} risks`;
}

function sideOf({ above }: GridCell): string {
  return above ? 'above the line' : 'below the line';
}

function isEdge(cell: GridCell, other: GridCell | undefined): boolean {
  return other !== undefined && other.above !== cell.above;
}
