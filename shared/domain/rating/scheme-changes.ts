/** What the board changed in its scheme between two reviews: told apart from the risks, so that a moved line is no moved risk. */
import { axes, cellCode, type Axis, type Band, type Cell, type Level, type Scheme } from './scheme.ts';

export interface LevelChange {
  readonly axis: Axis;
  readonly from: Level;
  readonly to: Level;
}

export interface SchemeChanges {
  /** Levels that only one of the two has, by their codes. */
  readonly addedLevels: ReadonlyArray<{ readonly axis: Axis; readonly level: Level }>;
  readonly removedLevels: ReadonlyArray<{ readonly axis: Axis; readonly level: Level }>;
  /** Axes on which the levels that both have follow one another in another order. */
  readonly reordered: ReadonlyArray<Axis>;
  /** Levels with another label or description. */
  readonly reworded: ReadonlyArray<LevelChange>;
  /** Cells of both that stand above the line now and did not, and the other way. */
  readonly nowAbove: ReadonlyArray<Cell>;
  readonly nowBelow: ReadonlyArray<Cell>;
  readonly recoloured: ReadonlyArray<{ readonly cell: Cell; readonly from: Band; readonly to: Band }>;
}

/** `null` when nothing that a reader sees was changed. */
export function schemeChanges(previous: Scheme, current: Scheme): SchemeChanges | null {
  const rules = new Map(previous.cells.map((rule) => [cellCode(rule), rule]));
  const pairs = current.cells.flatMap((to) => {
    const from = rules.get(cellCode(to));
    return from === undefined ? [] : [{ cell: { likelihood: to.likelihood, impact: to.impact }, from, to }];
  });
  const changes: SchemeChanges = {
    addedLevels: axes.flatMap((axis) => levelsBeyond(axis, current, previous)),
    removedLevels: axes.flatMap((axis) => levelsBeyond(axis, previous, current)),
    reordered: axes.filter((axis) => sharedCodes(axis, previous, current) !== sharedCodes(axis, current, previous)),
    reworded: axes.flatMap((axis) => rewordings(axis, previous, current)),
    nowAbove: pairs.filter(({ from, to }) => to.above && !from.above).map(({ cell }) => cell),
    nowBelow: pairs.filter(({ from, to }) => from.above && !to.above).map(({ cell }) => cell),
    recoloured: pairs
      .filter(({ from, to }) => from.band !== to.band)
      .map(({ cell, from, to }) => ({ cell, from: from.band, to: to.band })),
  };
  return Object.values(changes).every((list: ReadonlyArray<unknown>) => list.length === 0) ? null : changes;
}

function levelsBeyond(axis: Axis, scheme: Scheme, other: Scheme) {
  const codes = new Set(other[axis].map(({ code }) => code));
  return scheme[axis].filter(({ code }) => !codes.has(code)).map((level) => ({ axis, level }));
}

function sharedCodes(axis: Axis, scheme: Scheme, other: Scheme): string {
  const codes = new Set(other[axis].map(({ code }) => code));
  return scheme[axis]
    .map(({ code }) => code)
    .filter((code) => codes.has(code))
    .join(' ');
}

function rewordings(axis: Axis, previous: Scheme, current: Scheme): ReadonlyArray<LevelChange> {
  const before = new Map(previous[axis].map((level) => [level.code, level]));
  return current[axis].flatMap((to) => {
    const from = before.get(to.code);
    if (from === undefined || (from.label === to.label && from.description === to.description)) return [];
    return [{ axis, from, to }];
  });
}
