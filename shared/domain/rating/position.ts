/** How one risk stands now against where it stood: which way it moved over the grid, and whether it crossed the line. */
import { axes, bandOf, cellOf, isAboveLine, isGraver, isSameCell, stepsUp } from './scheme.ts';
import type { Axis, Cell, Scheme } from './scheme.ts';

export interface AxisChange {
  readonly axis: Axis;
  readonly from: string;
  readonly to: string;
  /** Levels it went up, towards likelier or graver; negative when down. */
  readonly steps: number;
}

export type Crossed = 'above' | 'below' | null;

export type Movement =
  | {
      /** `up` is for the worse. `across`: likelier and milder, or the other way, within one colour. */
      readonly type: 'up' | 'down' | 'across' | 'unchanged';
      readonly from: Cell;
      readonly to: Cell;
      /** The axes on which it moved. */
      readonly changes: ReadonlyArray<AxisChange>;
      readonly crossed: Crossed;
    }
  | { readonly type: 'notRated'; readonly missing: 'previous' | 'current' | 'both' }
  /** Rated by another scheme then, and nobody recorded which cell of this one that was. */
  | { readonly type: 'notComparable' };

/** `C to B` */
export function changeInWords({ from, to }: AxisChange): string {
  return `${from} to ${to}`;
}

/** A cell of an earlier scheme and the cell of the present one that a person recorded for it. */
export interface MappedCell {
  readonly from: Cell;
  readonly to: Cell;
}

/**
 * The movement from one cell to another of the same scheme.
 *
 * @param from `null` where the risk was not rated, `elsewhere` where it was rated by a scheme that cannot be compared
 */
export function movementOf(scheme: Scheme, from: Cell | null | 'elsewhere', to: Cell | null): Movement {
  if (from === null || to === null) {
    return { type: 'notRated', missing: from !== null ? 'current' : to !== null ? 'previous' : 'both' };
  }
  if (from === 'elsewhere' || cellOf(scheme, from) === null || cellOf(scheme, to) === null) {
    return { type: 'notComparable' };
  }
  const changes = axes.flatMap((axis): AxisChange[] => {
    const steps = stepsUp(scheme, axis, from, to) ?? 0;
    return steps === 0 ? [] : [{ axis, from: from[axis], to: to[axis], steps }];
  });
  return { type: directionOf(scheme, changes, from, to), from, to, changes, crossed: crossing(scheme, from, to) };
}

function directionOf(
  scheme: Scheme,
  changes: ReadonlyArray<AxisChange>,
  from: Cell,
  to: Cell,
): 'up' | 'down' | 'across' | 'unchanged' {
  if (changes.length === 0) return 'unchanged';
  if (changes.every(({ steps }) => steps > 0)) return 'up';
  if (changes.every(({ steps }) => steps < 0)) return 'down';
  // Likelier and milder, or rarer and graver: only the board's own colours can say which counts for more.
  if (isGraver(bandOf(scheme, to), bandOf(scheme, from))) return 'up';
  return isGraver(bandOf(scheme, from), bandOf(scheme, to)) ? 'down' : 'across';
}

function crossing(scheme: Scheme, from: Cell, to: Cell): Crossed {
  const was = isAboveLine(scheme, from);
  const is = isAboveLine(scheme, to);
  return was === is ? null : is ? 'above' : 'below';
}

/** The mapping of each cell to itself, for a scheme whose line, colours or words alone were changed; `null` when a level was. */
export function mappingBySameCodes(from: Scheme, to: Scheme): ReadonlyArray<MappedCell> | null {
  const isSame = axes.every((axis) => codesOf(from, axis) === codesOf(to, axis));
  return isSame ? from.cells.map(({ likelihood, impact }) => sameCell({ likelihood, impact })) : null;
}

function sameCell(cell: Cell): MappedCell {
  return { from: cell, to: cell };
}

function codesOf(scheme: Scheme, axis: Axis): string {
  return scheme[axis].map(({ code }) => code).join(' ');
}

/** The cell of the present scheme that stands for one of an earlier scheme. */
export function mappedCell(mapping: ReadonlyArray<MappedCell>, cell: Cell): Cell | null {
  return mapping.find(({ from }) => isSameCell(from, cell))?.to ?? null;
}
