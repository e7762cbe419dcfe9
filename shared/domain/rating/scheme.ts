/**
 * A rating scheme: the grid on which risks are placed, and the line the board draws across it.
 *
 * A scheme is data, for committees differ in scale and wording. Its levels are ordered, not measured: a rating is a cell, and
 * nothing is ever added up or averaged.
 */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export interface Level {
  /** `C` or `II`: letters and digits alone. */
  readonly code: string;
  readonly label: string;
  readonly description: string;
}

/** A place on the grid, by the codes of its two levels. */
export interface Cell {
  readonly likelihood: string;
  readonly impact: string;
}

/** The mildest first. */
export const bands = ['green', 'amber', 'red'] as const;
export type Band = (typeof bands)[number];

export interface CellRule extends Cell {
  /** Above the tolerance line: the board will not bear the risk as it stands. */
  readonly above: boolean;
  readonly band: Band;
  /** For sorting and for small curves only, 1 the mildest; it is shown nowhere as a figure. */
  readonly priority: number;
}

export interface Scheme {
  readonly name: string;
  /** The likeliest first. */
  readonly likelihood: ReadonlyArray<Level>;
  /** The gravest first. */
  readonly impact: ReadonlyArray<Level>;
  /** One for each pair of levels. */
  readonly cells: ReadonlyArray<CellRule>;
}

export type Axis = 'likelihood' | 'impact';
export const axes: ReadonlyArray<Axis> = ['likelihood', 'impact'];

export function isSameCell(a: Cell, b: Cell): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}

/** What the scheme says of a cell; `null` where it has no such cell. */
export function cellOf(scheme: Scheme, cell: Cell): CellRule | null {
  return scheme.cells.find((one) => isSameCell(one, cell)) ?? null;
}

/** A cell that the scheme lacks is a fault, never “below the line”: no risk may slip from sight by a code that is not known. */
function ruleOf(scheme: Scheme, cell: Cell): CellRule {
  const rule = cellOf(scheme, cell);
  if (rule === null) throw new Error(`${scheme.name} has no cell ${cellCode(cell)}`);
  return rule;
}

export function isAboveLine(scheme: Scheme, cell: Cell): boolean {
  return ruleOf(scheme, cell).above;
}

export function bandOf(scheme: Scheme, cell: Cell): Band {
  return ruleOf(scheme, cell).band;
}

/** How many levels `to` stands higher than `from` on an axis, negative when lower; `null` where the scheme lacks one of them. */
export function stepsUp(scheme: Scheme, axis: Axis, from: Cell, to: Cell): number | null {
  const before = scheme[axis].findIndex(({ code }) => code === from[axis]);
  const after = scheme[axis].findIndex(({ code }) => code === to[axis]);
  return before < 0 || after < 0 ? null : before - after;
}

/** Whether `cell` is neither likelier nor graver than `other`. */
export function isNoWorse(scheme: Scheme, cell: Cell, other: Cell): boolean {
  return axes.every((axis) => {
    const steps = stepsUp(scheme, axis, cell, other);
    return steps !== null && steps >= 0;
  });
}

export interface LineEdge {
  /** The axis along which the two cells lie next to each other. */
  readonly along: Axis;
  readonly above: Cell;
  readonly below: Cell;
}

/** Where the tolerance line runs: every edge between neighbouring cells of which one is above it and the other not. */
export function lineEdges(scheme: Scheme): ReadonlyArray<LineEdge> {
  return neighbours(scheme).flatMap(({ along, higher, lower }): LineEdge[] => {
    if (higher.above === lower.above) return [];
    const [above, below] = higher.above ? [higher, lower] : [lower, higher];
    return [{ along, above: bare(above), below: bare(below) }];
  });
}

export interface Neighbours {
  readonly along: Axis;
  /** Likelier, or graver, by one level. */
  readonly higher: CellRule;
  readonly lower: CellRule;
}

/** Neighbouring cells in reading order, likelihood by likelihood. */
export function neighbours(scheme: Scheme): ReadonlyArray<Neighbours> {
  const rules = rulesByCode(scheme);
  const pairs: Neighbours[] = [];
  for (const [row, { code: likelihood }] of scheme.likelihood.entries()) {
    for (const [column, { code: impact }] of scheme.impact.entries()) {
      const higher = rules.get(cellCode({ likelihood, impact }));
      if (higher === undefined) continue;
      const lessGrave = rules.get(cellCode({ likelihood, impact: scheme.impact[column + 1]?.code ?? '' }));
      const lessLikely = rules.get(cellCode({ likelihood: scheme.likelihood[row + 1]?.code ?? '', impact }));
      if (lessGrave !== undefined) pairs.push({ along: 'impact', higher, lower: lessGrave });
      if (lessLikely !== undefined) pairs.push({ along: 'likelihood', higher, lower: lessLikely });
    }
  }
  return pairs;
}

function rulesByCode(scheme: Scheme): ReadonlyMap<string, CellRule> {
  return new Map(scheme.cells.map((rule) => [cellCode(rule), rule]));
}

export function bare({ likelihood, impact }: Cell): Cell {
  return { likelihood, impact };
}

/** `C-II`: likelihood before impact, always. */
export function cellCode({ likelihood, impact }: Cell): string {
  return `${likelihood}-${impact}`;
}

/** `C Significant, II Critical` */
export function cellName(scheme: Scheme, cell: Cell): string {
  return axes
    .map((axis) => `${cell[axis]} ${scheme[axis].find(({ code }) => code === cell[axis])?.label ?? ''}`.trim())
    .join(', ');
}

export interface UnknownCell {
  readonly type: 'UnknownCell';
  readonly text: string;
  /** Every code that would do, the likeliest and gravest first. */
  readonly permitted: ReadonlyArray<string>;
}

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * The cell that foreign text names: `C-II`, `C II`, `CII`, `c2`. Likelihood comes first: `2C` is refused and not turned round,
 * for councils run letters and figures in both directions. Two figures need something between them, or a score of 12 would
 * be read as a cell. Text that two cells could be meant by is refused as well.
 */
export function readCellCode(scheme: Scheme, text: string): Result<Cell, UnknownCell> {
  const asked = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015\u2212-]+/g, '-');
  const likelihoods = spellings(scheme.likelihood);
  const impacts = spellings(scheme.impact);
  const found = gridOf(scheme).filter((cell) =>
    (likelihoods.get(cell.likelihood) ?? []).some((first) =>
      (impacts.get(cell.impact) ?? []).some((second) => {
        if (asked === `${first}-${second}`) return true;
        return asked === `${first}${second}` && !(/\d$/.test(first) && /^\d/.test(second));
      }),
    ),
  );
  const [cell] = found;
  if (cell !== undefined && found.length === 1) return ok(cell);
  return refuse({ type: 'UnknownCell', text, permitted: gridOf(scheme).map(cellCode) });
}

/** How each code may be written. Roman figures may be written as ordinary ones, which say the same and guess nothing. */
function spellings(levels: ReadonlyArray<Level>): ReadonlyMap<string, ReadonlyArray<string>> {
  const areRoman = levels.every(({ code }) => numerals.includes(code.toUpperCase()));
  return new Map(
    levels.map(({ code }) => {
      const capital = code.toUpperCase();
      return [code, areRoman ? [capital, String(numerals.indexOf(capital) + 1)] : [capital]];
    }),
  );
}

export function gridOf({ likelihood, impact }: Pick<Scheme, Axis>): ReadonlyArray<Cell> {
  return likelihood.flatMap((row) => impact.map((column) => ({ likelihood: row.code, impact: column.code })));
}

export function isGraver(band: Band, than: Band): boolean {
  return bands.indexOf(band) > bands.indexOf(than);
}

/**
 * The order of the cells where the board sets none, 1 the mildest: by colour, within a colour by the product of both ranks,
 * then by the impact. The product serves this order and nothing else; no two cells share a place.
 */
export function priorities(
  scheme: Pick<Scheme, Axis> & { readonly cells: ReadonlyArray<Omit<CellRule, 'priority'>> },
): ReadonlyArray<CellRule> {
  const rank = (axis: Axis, cell: Cell): number =>
    scheme[axis].length - scheme[axis].findIndex(({ code }) => code === cell[axis]);
  const keyed = scheme.cells.map((cell) => {
    const impact = rank('impact', cell);
    return { cell, band: bands.indexOf(cell.band), product: impact * rank('likelihood', cell), impact };
  });
  keyed.sort((a, b) => a.band - b.band || a.product - b.product || a.impact - b.impact);
  const places = new Map(keyed.map(({ cell }, place) => [cellCode(cell), place + 1]));
  return scheme.cells.map((cell): CellRule => ({ ...cell, priority: places.get(cellCode(cell)) ?? 0 }));
}
