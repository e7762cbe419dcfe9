/** What is wrong with the actions of a live risk before its review is frozen. */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { isActionOpen, isOverdue, overdueDays, slips } from './as-at.ts';
import type { RiskAction, SnapshotRisk } from './snapshot.ts';

type OfAction<Type extends string> = { readonly type: Type; readonly riskId: string; readonly actionId: string };

export type ActionBlock =
  | OfAction<'ActionWithoutOwner'>
  | OfAction<'CompletedWithoutDay'>
  | (OfAction<'CompletedInFuture'> & { readonly completedOn: CivilDate })
  /** Due before it starts, or before the risk was known. */
  | (OfAction<'DueTooEarly'> & { readonly dueOn: CivilDate; readonly after: CivilDate })
  /** Its date was put off and nobody said why. */
  | (OfAction<'DueChangeWithoutReason'> & { readonly from: CivilDate; readonly to: CivilDate });

/** Never put right by itself: an action that is late stays late until somebody says what became of it. */
export type ActionWarning =
  | (OfAction<'Overdue'> & { readonly days: number; readonly slips: number })
  /** Open, and nobody said by when: it can never be overdue. */
  | OfAction<'NoDueDate'>;

export interface ActionFindings {
  readonly blocks: ReadonlyArray<ActionBlock>;
  readonly warns: ReadonlyArray<ActionWarning>;
}

export function actionFindings(risk: SnapshotRisk, asAt: CivilDate, today: CivilDate): ActionFindings {
  return {
    blocks: risk.actions.flatMap((action) => blocksOf(risk, action, asAt, today)),
    warns: risk.actions.flatMap((action): ActionWarning[] => {
      if (action.dueOn === null && isActionOpen(action, asAt)) {
        return [{ type: 'NoDueDate', riskId: risk.id, actionId: action.id }];
      }
      if (!isOverdue(action, asAt)) return [];
      const days = overdueDays(action, asAt);
      return [{ type: 'Overdue', riskId: risk.id, actionId: action.id, days, slips: slips(action, asAt) }];
    }),
  };
}

function blocksOf(
  risk: SnapshotRisk,
  action: RiskAction,
  asAt: CivilDate,
  today: CivilDate,
): ReadonlyArray<ActionBlock> {
  const place = { riskId: risk.id, actionId: action.id };
  const { completedOn, dueOn, startOn } = action;
  const blocks: ActionBlock[] = [];
  if (isActionOpen(action, asAt) && (action.responsible === null || action.responsible.name.trim() === '')) {
    blocks.push({ type: 'ActionWithoutOwner', ...place });
  }
  if (action.status === 'complete' && completedOn === null) blocks.push({ type: 'CompletedWithoutDay', ...place });
  if (completedOn !== null && completedOn > today) {
    blocks.push({ type: 'CompletedInFuture', ...place, completedOn });
  }
  const after = startOn !== null && startOn > risk.identifiedOn ? startOn : risk.identifiedOn;
  if (dueOn !== null && dueOn < after) blocks.push({ type: 'DueTooEarly', ...place, dueOn, after });
  for (const { from, to, reason } of action.dueChanges) {
    if (to > from && reason.trim() === '') blocks.push({ type: 'DueChangeWithoutReason', ...place, from, to });
  }
  return blocks;
}
