/** What is wrong with a scheme before it is used: levels, cells, and a line or colours that are not in order. */
import { axes, bare, cellCode, gridOf, isGraver, isNoWorse, neighbours } from './scheme.ts';
import type { Axis, Cell, CellRule, Level, Scheme } from './scheme.ts';

export type SchemeFault =
  /** Fewer than two levels, or more than ten. */
  | { readonly type: 'LevelCount'; readonly axis: Axis; readonly count: number }
  /** Not letters and digits, at most six of them. */
  | { readonly type: 'CodeUnfit'; readonly axis: Axis; readonly code: string }
  /** Capitals make no other code of it. */
  | { readonly type: 'CodeTwice'; readonly axis: Axis; readonly code: string }
  | { readonly type: 'CellMissing'; readonly cell: Cell }
  | { readonly type: 'CellTwice'; readonly cell: Cell }
  | { readonly type: 'CellUnknown'; readonly cell: Cell }
  /** `lower` is above the line though `higher`, likelier or graver by one level, is not. */
  | { readonly type: 'LineNotMonotone'; readonly lower: Cell; readonly higher: Cell }
  /** `lower` has a graver colour than `higher`. */
  | { readonly type: 'BandsNotMonotone'; readonly lower: Cell; readonly higher: Cell }
  /** Red cells that stand below a green one: neither likelier nor graver than it, or below the line while it is above. */
  | { readonly type: 'RedBelowGreen'; readonly red: ReadonlyArray<Cell>; readonly green: ReadonlyArray<Cell> };

/** A line that parts nothing. */
export type SchemeWarning = { readonly type: 'AllAbove' } | { readonly type: 'NoneAbove' };

export interface SchemeFaults {
  readonly blocks: ReadonlyArray<SchemeFault>;
  readonly warns: ReadonlyArray<SchemeWarning>;
}

const fewestLevels = 2;
const mostLevels = 10;

/** What is wrong with a scheme before it is used. Cells are looked at only once the codes tell them apart. */
export function schemeFaults(scheme: Scheme): SchemeFaults {
  const levels = axes.flatMap((axis) => levelFaults(axis, scheme[axis]));
  const blocks = levels.some(({ type }) => type !== 'LevelCount')
    ? levels
    : [...levels, ...cellFaults(scheme), ...orderFaults(scheme)];
  const above = scheme.cells.filter((cell) => cell.above).length;
  if (scheme.cells.length > 0 && above === scheme.cells.length) return { blocks, warns: [{ type: 'AllAbove' }] };
  return { blocks, warns: above === 0 ? [{ type: 'NoneAbove' }] : [] };
}

function levelFaults(axis: Axis, levels: ReadonlyArray<Level>): ReadonlyArray<SchemeFault> {
  const count = levels.length;
  const seen = new Set<string>();
  const faults: SchemeFault[] = count < fewestLevels || count > mostLevels ? [{ type: 'LevelCount', axis, count }] : [];
  for (const { code } of levels) {
    if (!/^[\p{L}\p{N}]{1,6}$/u.test(code)) faults.push({ type: 'CodeUnfit', axis, code });
    else if (seen.has(code.toUpperCase())) faults.push({ type: 'CodeTwice', axis, code });
    seen.add(code.toUpperCase());
  }
  return faults;
}

function cellFaults(scheme: Scheme): ReadonlyArray<SchemeFault> {
  const grid = new Set(gridOf(scheme).map(cellCode));
  const seen = new Set<string>();
  const faults: SchemeFault[] = [];
  for (const cell of scheme.cells) {
    const code = cellCode(cell);
    if (!grid.has(code)) faults.push({ type: 'CellUnknown', cell: bare(cell) });
    else if (seen.has(code)) faults.push({ type: 'CellTwice', cell: bare(cell) });
    seen.add(code);
  }
  const missing = gridOf(scheme).filter((cell) => !seen.has(cellCode(cell)));
  return [...faults, ...missing.map((cell): SchemeFault => ({ type: 'CellMissing', cell }))];
}

/** On a whole grid what holds between neighbours holds throughout, so neighbours are enough to look at. */
function orderFaults(scheme: Scheme): ReadonlyArray<SchemeFault> {
  const faults = neighbours(scheme).flatMap(({ higher, lower }): SchemeFault[] => {
    const cells = { lower: bare(lower), higher: bare(higher) };
    return [
      ...(lower.above && !higher.above ? [{ type: 'LineNotMonotone' as const, ...cells }] : []),
      ...(isGraver(lower.band, higher.band) ? [{ type: 'BandsNotMonotone' as const, ...cells }] : []),
    ];
  });
  const reds = scheme.cells.filter(({ band }) => band === 'red');
  const greens = scheme.cells.filter(({ band }) => band === 'green');
  const isBelow = (red: CellRule, green: CellRule): boolean =>
    (green.above && !red.above) || isNoWorse(scheme, red, green);
  const red = reds.filter((one) => greens.some((other) => isBelow(one, other))).map(bare);
  const green = greens.filter((one) => reds.some((other) => isBelow(other, one))).map(bare);
  return red.length === 0 ? faults : [...faults, { type: 'RedBelowGreen', red, green }];
}
