/** What became of the action plan between two reviews. One action may be told under several headings: put off, and overdue all the same. */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { dueOnAt, isComplete, isLive, isOverdue, overdueDays, slips } from './as-at.ts';
import type { RiskAction, Snapshot, SnapshotRisk } from './snapshot.ts';

/** An action under the risk it serves now. */
export interface ActionOf {
  readonly risk: SnapshotRisk;
  readonly action: RiskAction;
}

export interface OverdueAction extends ActionOf {
  readonly days: number;
  readonly slips: number;
}

export interface SlippedAction extends ActionOf {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Since it was first agreed, not since the last review alone. */
  readonly slips: number;
}

export interface ActionChanges {
  readonly added: ReadonlyArray<ActionOf>;
  readonly completed: ReadonlyArray<ActionOf>;
  readonly cancelled: ReadonlyArray<ActionOf>;
  readonly newlyOverdue: ReadonlyArray<OverdueAction>;
  readonly stillOverdue: ReadonlyArray<OverdueAction>;
  readonly dateSlipped: ReadonlyArray<SlippedAction>;
  /** In the plan then and nowhere in the register now: actions are completed or cancelled, never just dropped. */
  readonly gone: ReadonlyArray<ActionOf>;
}

/**
 * Actions are known by their ids, so that one which was moved to another risk is neither new nor gone. Only those of risks that were live
 * at either review are told, in the order of the risks given.
 */
export function actionChanges(previous: Snapshot, current: Snapshot): ActionChanges {
  const before = actionsById(previous.risks);
  const now = actionsById(current.risks);
  const wereLive = new Set(previous.risks.filter(isLive).map(({ id }) => id));
  const told = [...now.values()].filter(({ risk }) => isLive(risk) || wereLive.has(risk.id));
  const was = ({ action }: ActionOf): RiskAction | null => before.get(action.id)?.action ?? null;
  const overdue = told
    .filter(({ action }) => isOverdue(action, current.asAt))
    .map((one) => ({ ...one, days: overdueDays(one.action, current.asAt), slips: slips(one.action, current.asAt) }));
  const wasOverdue = (one: ActionOf): boolean => {
    const action = was(one);
    return action !== null && isOverdue(action, previous.asAt);
  };
  return {
    added: told.filter((one) => was(one) === null),
    completed: told.filter((one) => {
      const action = was(one);
      return isComplete(one.action, current.asAt) && (action === null || !isComplete(action, previous.asAt));
    }),
    cancelled: told.filter((one) => one.action.status === 'cancelled' && was(one)?.status !== 'cancelled'),
    newlyOverdue: overdue.filter((one) => !wasOverdue(one)),
    stillOverdue: overdue.filter(wasOverdue),
    dateSlipped: told.flatMap((one): SlippedAction[] => {
      const action = was(one);
      if (action === null) return [];
      const [from, to] = [dueOnAt(action, previous.asAt), dueOnAt(one.action, current.asAt)];
      return from !== null && to !== null && to > from
        ? [{ ...one, from, to, slips: slips(one.action, current.asAt) }]
        : [];
    }),
    gone: [...before.values()].filter(({ risk, action }) => isLive(risk) && !now.has(action.id)),
  };
}

function actionsById(risks: ReadonlyArray<SnapshotRisk>): ReadonlyMap<string, ActionOf> {
  return new Map(risks.flatMap((risk) => risk.actions.map((action) => [action.id, { risk, action }] as const)));
}
