/** Taking a risk off the register, and back on. A closed risk stays to be read, with the reason and the minute. */
import type { Command } from '#shared/changes/command.ts';
import { draft, set } from '#shared/changes/draft.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { PlannedAction } from './risk-action.ts';
import type { RiskEscalation } from './risk-escalation.ts';
import { riskKind, type Risk } from './risk.ts';
import type { Closure, ClosureReason } from './values.ts';
import { closureWords } from './words.ts';

export interface CloseRisk {
  readonly risk: Risk;
  readonly reason: ClosureReason;
  readonly note: string;
  readonly minuteRef: string;
  readonly on: CivilDate;
  /** The risk that it was merged into; of a merged one alone. */
  readonly mergedInto: Risk | null;
  /** The actions and escalations of the risk. */
  readonly actions: ReadonlyArray<PlannedAction>;
  readonly escalations: ReadonlyArray<RiskEscalation>;
  /** It stands in a frozen review, so it was no slip of the pen. */
  readonly wasFrozen: boolean;
}

export type CloseRefusal =
  | { readonly type: 'NoteMissing' }
  | { readonly type: 'MinuteMissing' }
  | { readonly type: 'ClosedInFuture' }
  /** They are to be completed, cancelled or moved to another risk first. */
  | { readonly type: 'ActionsOpen'; readonly refs: ReadonlyArray<string> }
  | { readonly type: 'MergedIntoNothing' }
  | { readonly type: 'MergedIntoItself' }
  | { readonly type: 'MergedIntoClosed'; readonly number: number }
  /** It stays live here until the other body has accepted it. */
  | { readonly type: 'EscalationNotAccepted' }
  /** “Entered in error” is for what no board has seen. */
  | { readonly type: 'WasFrozen' };

/** Closes a risk. Entered in error needs no minute: no board has decided anything about it. */
export const closeRisk: Command<CloseRisk, CloseRefusal> = (input, { today }) => {
  const refused = refusedClosing(input, today);
  if (refused !== null) return refuse(refused);
  const { risk, reason, on, mergedInto } = input;
  const closure: Closure = {
    on,
    reason,
    note: input.note.trim(),
    minuteRef: input.minuteRef.trim(),
    mergedIntoId: reason === 'merged' ? (mergedInto?.id ?? null) : null,
  };
  const why = reason === 'merged' ? `merged into ${mergedInto?.number ?? ''}` : closureWords[reason].toLowerCase();
  return ok(
    draft(`Closed risk ${risk.number}: ${why}`, closure.note.slice(0, 10_000), [
      set(riskKind, risk, { status: 'closed', closure }),
    ]),
  );
};

function refusedClosing(input: CloseRisk, today: CivilDate): CloseRefusal | null {
  const { risk, reason, mergedInto, actions, escalations } = input;
  if (reason === 'enteredInError' && input.wasFrozen) return { type: 'WasFrozen' };
  if (input.note.trim() === '') return { type: 'NoteMissing' };
  if (reason !== 'enteredInError' && input.minuteRef.trim() === '') return { type: 'MinuteMissing' };
  if (input.on > today) return { type: 'ClosedInFuture' };
  if (reason === 'merged') {
    if (mergedInto === null) return { type: 'MergedIntoNothing' };
    if (mergedInto.id === risk.id) return { type: 'MergedIntoItself' };
    if (mergedInto.status === 'closed' || mergedInto.status === 'proposed') {
      return { type: 'MergedIntoClosed', number: mergedInto.number };
    }
  }
  const accepted = escalations.some(({ direction, status }) => direction === 'up' && status === 'accepted');
  if (reason === 'escalatedAccepted' && !accepted) return { type: 'EscalationNotAccepted' };
  const open = actions.filter(({ status }) => status !== 'complete' && status !== 'cancelled');
  if (open.length > 0) return { type: 'ActionsOpen', refs: open.map(({ ref }) => ref) };
  return null;
}

/** Back onto the register under its old number, as open, to be confirmed and rated like any other. */
export const reopenRisk: Command<{ readonly risk: Risk; readonly why: string }, { readonly type: 'NoteMissing' }> = ({
  risk,
  ...input
}) => {
  const why = input.why.trim();
  if (why === '') return refuse({ type: 'NoteMissing' });
  return ok(
    draft(`Reopened risk ${risk.number}`, why.slice(0, 10_000), [
      set(riskKind, risk, { status: 'open', closure: null }),
    ]),
  );
};
