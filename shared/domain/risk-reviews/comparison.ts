/**
 * What changed between two reviews of a register: each risk told exactly once, totals that add up, the action plan and the scheme.
 * A review still in draft is compared in the same shape as a frozen one.
 */
import { actionChanges, type ActionChanges } from './action-changes.ts';
import { isLive, isRiskAbove } from './as-at.ts';
import { mappedCell, movementOf, type Crossed, type Movement } from '#shared/domain/rating/position.ts';
import { cellCode, isAboveLine, type Cell } from '#shared/domain/rating/scheme.ts';
import { schemeChanges, type SchemeChanges } from '#shared/domain/rating/scheme-changes.ts';
import type { FrozenReview } from './frozen-review.ts';
import type { Closure, SchemeVersion, Snapshot, SnapshotRisk } from './snapshot.ts';

/** A risk under its one heading. `risk` is as it is now, or as it was where it is no longer in the register. */
export type RiskChange =
  | { readonly type: 'new'; readonly risk: SnapshotRisk }
  /** Live again after it was closed or left out. */
  | { readonly type: 'reopened'; readonly risk: SnapshotRisk }
  | {
      readonly type: 'removed';
      readonly risk: SnapshotRisk;
      /** `null` where nobody said why. */
      readonly closure: Closure | null;
      /** The number of the risk it was merged into. */
      readonly mergedInto: number | null;
    }
  | {
      readonly type: 'moved';
      readonly risk: SnapshotRisk;
      readonly movement: Movement;
      /** The line moved past the risk, which is none of the risk's own doing. */
      readonly crossedByLine: Crossed;
    };

export interface Totals {
  readonly live: number;
  /** Of those, above the tolerance line. */
  readonly above: number;
}

export interface Baseline {
  readonly type: 'baseline';
  /** The live risks, all of them seen for the first time. */
  readonly risks: ReadonlyArray<SnapshotRisk>;
  readonly now: Totals;
}

export interface Compared {
  readonly type: 'compared';
  /** By number. Risks live at neither review are left out. */
  readonly changes: ReadonlyArray<RiskChange>;
  readonly before: Totals;
  readonly now: Totals;
  /** `before.live + added + reopened - removed` is `now.live`. */
  readonly added: number;
  readonly reopened: number;
  readonly removed: number;
  /** Risks that crossed the line by moving. */
  readonly crossedAbove: ReadonlyArray<SnapshotRisk>;
  readonly crossedBelow: ReadonlyArray<SnapshotRisk>;
  readonly actions: ActionChanges;
  /** `null` when the scheme reads as it did. */
  readonly scheme: SchemeChanges | null;
}

export type Comparison = Baseline | Compared;

/**
 * @param previous the frozen review before; `null` makes `current` the baseline
 * @param earlier where risks stood in frozen reviews before that one, in any order: whether one has been live or closed before is known from
 * their numbers, without opening a file
 */
export function compareSnapshots(
  previous: Snapshot | null,
  current: Snapshot,
  earlier: ReadonlyArray<Pick<FrozenReview, 'positions'>> = [],
): Comparison {
  if (previous === null) {
    return { type: 'baseline', risks: byNumber(current.risks.filter(isLive)), now: totalsOf(current) };
  }
  const changes = riskChanges(previous, current, earlier);
  const count = (type: RiskChange['type']): number => changes.filter((change) => change.type === type).length;
  const [before, now] = [totalsOf(previous), totalsOf(current)];
  const [added, reopened, removed] = [count('new'), count('reopened'), count('removed')];
  // A report whose figures do not add up is worse than none.
  if (before.live + added + reopened - removed !== now.live) throw new Error('the comparison does not add up');
  const crossed = (side: Crossed): ReadonlyArray<SnapshotRisk> =>
    changes.flatMap((change) => (crossedBy(change) === side ? [change.risk] : []));
  return {
    type: 'compared',
    changes,
    before,
    now,
    added,
    reopened,
    removed,
    crossedAbove: crossed('above'),
    crossedBelow: crossed('below'),
    actions: actionChanges(previous, current),
    scheme: schemeChanges(previous.scheme, current.scheme),
  };
}

function crossedBy(change: RiskChange): Crossed {
  return change.type === 'moved' && 'crossed' in change.movement ? change.movement.crossed : null;
}

function totalsOf({ scheme, risks }: Snapshot): Totals {
  const live = risks.filter(isLive);
  return { live: live.length, above: live.filter((risk) => isRiskAbove(scheme, risk)).length };
}

function byNumber(risks: ReadonlyArray<SnapshotRisk>): ReadonlyArray<SnapshotRisk> {
  return risks.toSorted((a, b) => a.number - b.number);
}

function riskChanges(
  previous: Snapshot,
  current: Snapshot,
  earlier: ReadonlyArray<Pick<FrozenReview, 'positions'>>,
): ReadonlyArray<RiskChange> {
  const before = new Map(previous.risks.map((risk) => [risk.id, risk]));
  const now = new Map(current.risks.map((risk) => [risk.id, risk]));
  const isKnown = knownBefore(previous, earlier);
  const carry = carried(previous.scheme, current.scheme);
  const changes: RiskChange[] = [];
  for (const risk of current.risks) {
    const was = before.get(risk.id);
    const wasLive = was !== undefined && isLive(was);
    if (isLive(risk) && wasLive) changes.push(moved(previous.scheme, current.scheme, was, risk, carry));
    else if (isLive(risk)) changes.push({ type: isKnown(risk) ? 'reopened' : 'new', risk });
    else if (wasLive) changes.push(removal(risk, now));
  }
  for (const risk of previous.risks) {
    if (isLive(risk) && !now.has(risk.id)) changes.push({ type: 'removed', risk, closure: null, mergedInto: null });
  }
  return changes.sort((a, b) => a.risk.number - b.risk.number);
}

/** Whether a risk has been live or closed before: one only proposed until now is new. */
function knownBefore(
  previous: Snapshot,
  earlier: ReadonlyArray<Pick<FrozenReview, 'positions'>>,
): (risk: SnapshotRisk) => boolean {
  const ids = new Set(previous.risks.filter(({ status }) => status !== 'proposed').map(({ id }) => id));
  const numbers = new Set(earlier.flatMap(({ positions }) => Object.keys(positions)));
  return ({ id, number }) => ids.has(id) || numbers.has(String(number));
}

function removal(risk: SnapshotRisk, now: ReadonlyMap<string, SnapshotRisk>): RiskChange {
  const { closure } = risk;
  const target = closure === null || closure.mergedIntoId === null ? undefined : now.get(closure.mergedIntoId);
  return { type: 'removed', risk, closure, mergedInto: target?.number ?? null };
}

/** For each cell of the scheme before, the cell of the present one that stands for it; `null` where nothing does. */
type Carry = (cell: Cell) => Cell | null;

function carried(previous: SchemeVersion, current: SchemeVersion): Carry {
  if (previous.id === current.id) return (cell) => cell;
  if (current.mapping?.from !== previous.id) return () => null;
  const { cells } = current.mapping;
  const known = new Map(previous.cells.map((cell) => [cellCode(cell), mappedCell(cells, cell)]));
  return (cell) => known.get(cellCode(cell)) ?? null;
}

function moved(
  before: SchemeVersion,
  scheme: SchemeVersion,
  was: SnapshotRisk,
  risk: SnapshotRisk,
  carry: Carry,
): RiskChange {
  const from = was.current === null ? null : cellAlone(was.current);
  const to = risk.current === null ? null : cellAlone(risk.current);
  const carriedFrom = from === null ? null : carry(from);
  const movement = movementOf(scheme, from === null ? null : (carriedFrom ?? 'elsewhere'), to);
  return { type: 'moved', risk, movement, crossedByLine: lineCrossing(before, scheme, from, carriedFrom, movement) };
}

/** Whether the place where the risk stood before has changed sides. */
function lineCrossing(
  before: SchemeVersion,
  scheme: SchemeVersion,
  from: Cell | null,
  carriedFrom: Cell | null,
  movement: Movement,
): Crossed {
  if (from === null || carriedFrom === null || !('crossed' in movement)) return null;
  const is = isAboveLine(scheme, carriedFrom);
  return isAboveLine(before, from) === is ? null : is ? 'above' : 'below';
}

function cellAlone({ likelihood, impact }: Cell): Cell {
  return { likelihood, impact };
}
