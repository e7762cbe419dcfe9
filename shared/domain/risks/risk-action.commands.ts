/** Actions of the plan: added, put off with a reason, completed, cancelled, moved to another risk. A late one is never put right by itself. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { addMonths, civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { riskActionKind, type PlannedAction } from './risk-action.ts';
import type { Risk } from './risk.ts';
import type { ActionStatus } from './values.ts';

/** What officers write of an action. Its date, standing and risk have commands of their own. */
export type ActionValues = Omit<
  ValuesOf<typeof riskActionKind.fields>,
  'registerId' | 'riskId' | 'ref' | 'dueOn' | 'originalDueOn' | 'dueChanges' | 'status' | 'completedOn'
>;

export type DayRefusal =
  /** Before 2000 or more than ten years ahead: a slip of the pen. */
  | { readonly type: 'DayOutOfReach'; readonly day: CivilDate }
  /** Due before it starts, or before the risk was known. */
  | { readonly type: 'DueTooEarly'; readonly after: CivilDate };

export type ActionRefusal = { readonly type: 'WordsMissing' } | DayRefusal;

export function isWithinReach(day: CivilDate, today: CivilDate): boolean {
  return day >= civilDate('2000-01-01') && day <= addMonths(today, 120);
}

function refusedDay(day: CivilDate | null, after: CivilDate | null, today: CivilDate): DayRefusal | null {
  if (day === null) return null;
  if (!isWithinReach(day, today)) return { type: 'DayOutOfReach', day };
  return after !== null && day < after ? { type: 'DueTooEarly', after } : null;
}

/** `3.2`: the risk's number, and the next after the largest among its actions. */
export function nextRef(number: number, actions: ReadonlyArray<Pick<PlannedAction, 'ref'>>): string {
  const own = actions.map(({ ref }) => Number(/\.(\d+)$/.exec(ref)?.[1] ?? 0));
  return `${number}.${Math.max(0, ...own) + 1}`;
}

export interface AddAction {
  readonly id: string;
  readonly risk: Risk;
  /** The actions that the risk has. */
  readonly actions: ReadonlyArray<PlannedAction>;
  readonly dueOn: CivilDate | null;
  readonly values: Partial<ActionValues>;
}

export const addAction: Command<AddAction, ActionRefusal> = ({ id, risk, actions, dueOn, values }, { today }) => {
  if ((values.text ?? '').trim() === '') return refuse({ type: 'WordsMissing' });
  const refused = refusedDay(dueOn, values.startOn ?? risk.identifiedOn, today);
  if (refused !== null) return refuse(refused);
  const ref = nextRef(risk.number, actions);
  return ok(
    draft(`Added action ${ref}`, '', [
      create(riskActionKind, id, {
        ...values,
        registerId: risk.registerId,
        riskId: risk.id,
        ref,
        dueOn,
        originalDueOn: dueOn,
      }),
    ]),
  );
};

export const changeAction: Command<
  { readonly action: PlannedAction; readonly values: Partial<ActionValues> },
  ActionRefusal
> = ({ action, values }, { today }) => {
  if (values.text?.trim() === '') return refuse({ type: 'WordsMissing' });
  const refused = refusedDay(values.startOn ?? null, null, today);
  if (refused !== null) return refuse(refused);
  return ok(draft(`Changed action ${action.ref}`, '', [set(riskActionKind, action, values)]));
};

export interface ChangeDueDate {
  readonly action: PlannedAction;
  readonly risk: Risk;
  readonly dueOn: CivilDate;
  readonly reason: string;
}

/**
 * Another due date. Putting off an agreed date needs a reason, and counts as a slip; the original date stays. A first date for an action
 * that had none is its original one.
 */
export const changeDueDate: Command<ChangeDueDate, DayRefusal | { readonly type: 'ReasonMissing' }> = (
  { action, risk, dueOn, ...input },
  { today },
) => {
  const refused = refusedDay(dueOn, action.startOn ?? risk.identifiedOn, today);
  if (refused !== null) return refuse(refused);
  const from = action.dueOn;
  const reason = input.reason.trim();
  if (from === null) {
    const values = { dueOn, originalDueOn: action.originalDueOn ?? dueOn };
    return ok(draft(`Set the due date of action ${action.ref}`, '', [set(riskActionKind, action, values)]));
  }
  if (dueOn === from) return ok(draft(`Left the due date of action ${action.ref}`, '', []));
  if (dueOn > from && reason === '') return refuse({ type: 'ReasonMissing' });
  const dueChanges = [...action.dueChanges, { from, to: dueOn, reason, on: today }];
  const what = dueOn > from ? 'Put off' : 'Brought forward';
  return ok(draft(`${what} action ${action.ref}`, reason, [set(riskActionKind, action, { dueOn, dueChanges })]));
};

export interface MarkAction {
  readonly action: PlannedAction;
  readonly status: ActionStatus;
  /** The day on which it was done; of a complete one alone. */
  readonly completedOn: CivilDate | null;
  readonly outcome: string;
}

export type MarkRefusal =
  { readonly type: 'CompletedWithoutDay' } | { readonly type: 'CompletedInFuture'; readonly today: CivilDate };

/** Complete needs the day, which is not to come. Done or not, the risk keeps its rating: only a person rates. */
export const markAction: Command<MarkAction, MarkRefusal> = ({ action, status, completedOn, outcome }, { today }) => {
  if (status === 'complete' && completedOn === null) return refuse({ type: 'CompletedWithoutDay' });
  if (status === 'complete' && completedOn !== null && completedOn > today) {
    return refuse({ type: 'CompletedInFuture', today });
  }
  const words = { notStarted: 'not started', inProgress: 'in progress', onHold: 'on hold', complete: 'complete' };
  const what =
    status === 'cancelled' ? `Cancelled action ${action.ref}` : `Marked action ${action.ref} as ${words[status]}`;
  const values = { status, completedOn: status === 'complete' ? completedOn : null, outcome };
  return ok(draft(what, '', [set(riskActionKind, action, values)]));
};

/** To another risk, which it serves from now on; its reference stays, for minutes speak of it by that. */
export const moveAction: Command<{ readonly action: PlannedAction; readonly to: Risk }> = ({ action, to }) =>
  ok(draft(`Moved action ${action.ref} to risk ${to.number}`, '', [set(riskActionKind, action, { riskId: to.id })]));
