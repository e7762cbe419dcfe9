/** A scheme while it is being edited on its own matrix. Each change gives a whole scheme again. */
import {
  axes,
  cellCode,
  isSameCell,
  priorities,
  type Axis,
  type Band,
  type Cell,
  type CellRule,
  type Level,
  type Scheme,
} from '#shared/domain/rating/scheme.ts';

type Rule = Omit<CellRule, 'priority'>;

/** With a rule for each pair of levels and no other; a pair that is new takes the rule of the nearest level that is not. */
function whole(scheme: Scheme, cells: ReadonlyArray<Rule>): Scheme {
  const known = new Map(cells.map((cell) => [cellCode(cell), cell]));
  const grid = scheme.likelihood.flatMap((row, y) =>
    scheme.impact.map((column, x): Rule => {
      const own = known.get(cellCode({ likelihood: row.code, impact: column.code }));
      const near = own ?? nearest(scheme, known, y, x);
      return {
        likelihood: row.code,
        impact: column.code,
        above: near?.above ?? false,
        band: near?.band ?? 'green',
      };
    }),
  );
  const { name, likelihood, impact } = scheme;
  return { name, likelihood, impact, cells: priorities({ likelihood, impact, cells: grid }) };
}

function nearest(scheme: Scheme, known: ReadonlyMap<string, Rule>, y: number, x: number): Rule | undefined {
  for (let away = 1; away < 10; away += 1) {
    for (const [dy, dx] of [
      [away, 0],
      [-away, 0],
      [0, away],
      [0, -away],
    ] as const) {
      const [row, column] = [scheme.likelihood[y + dy], scheme.impact[x + dx]];
      if (row === undefined || column === undefined) continue;
      const found = known.get(cellCode({ likelihood: row.code, impact: column.code }));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export function withSide(scheme: Scheme, cell: Cell, above: boolean): Scheme {
  return whole(
    scheme,
    scheme.cells.map((one) => (isSameCell(one, cell) ? { ...one, above } : one)),
  );
}

export function withBand(scheme: Scheme, cell: Cell, band: Band): Scheme {
  return whole(
    scheme,
    scheme.cells.map((one) => (isSameCell(one, cell) ? { ...one, band } : one)),
  );
}

/** Another code, label or description; cells keep their rules under the new code. */
export function withLevel(scheme: Scheme, axis: Axis, at: number, level: Level): Scheme {
  const before = scheme[axis][at];
  const levels = scheme[axis].map((one, index) => (index === at ? level : one));
  const cells = scheme.cells.map((one) => (one[axis] === before?.code ? { ...one, [axis]: level.code } : one));
  return whole({ ...scheme, [axis]: levels }, cells);
}

export function withoutLevel(scheme: Scheme, axis: Axis, at: number): Scheme {
  const levels = scheme[axis].filter((_, index) => index !== at);
  return whole({ ...scheme, [axis]: levels }, scheme.cells);
}

/** A level more, the mildest of its axis. */
export function withNewLevel(scheme: Scheme, axis: Axis): Scheme {
  const used = new Set(scheme[axis].map(({ code }) => code.toUpperCase()));
  const choices =
    axis === 'likelihood' ? 'ABCDEFGHIJ'.split('') : ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
  const code = choices.find((one) => !used.has(one)) ?? `N${scheme[axis].length}`;
  return whole({ ...scheme, [axis]: [...scheme[axis], { code, label: 'New level', description: '' }] }, scheme.cells);
}

/** One place likelier or graver (-1), or the other way (1). Rules stay with their places on the grid, and words move. */
export function withMoved(scheme: Scheme, axis: Axis, at: number, by: -1 | 1): Scheme {
  const levels = [...scheme[axis]];
  const [moved] = levels.splice(at, 1);
  if (moved === undefined) return scheme;
  levels.splice(at + by, 0, moved);
  return whole({ ...scheme, [axis]: levels }, scheme.cells);
}

/** Whether every rating goes on to stand in its cell. */
export function keepsCodes(before: Scheme, after: Scheme): boolean {
  return axes.every((axis) => {
    const codes = (scheme: Scheme): string => scheme[axis].map(({ code }) => code).join(' ');
    return codes(before) === codes(after);
  });
}
