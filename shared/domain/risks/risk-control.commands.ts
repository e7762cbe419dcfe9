/** Controls: what is in place already, against one risk or several. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { riskControlKind, type RiskControl } from './risk-control.ts';

export type ControlValues = Omit<ValuesOf<typeof riskControlKind.fields>, 'registerId'>;

export interface WordsMissing {
  readonly type: 'WordsMissing';
}

export interface AssuredInFuture {
  readonly type: 'AssuredInFuture';
}

export interface AddControl {
  readonly id: string;
  readonly registerId: string;
  readonly values: Partial<ControlValues>;
}

export const addControl: Command<AddControl, WordsMissing | AssuredInFuture> = (input, { today }) => {
  const { id, registerId, values } = input;
  if ((values.text ?? '').trim() === '') return refuse({ type: 'WordsMissing' });
  if ((values.lastAssuredOn ?? today) > today) return refuse({ type: 'AssuredInFuture' });
  return ok(
    draft(`Added the control “${(values.text ?? '').slice(0, 80)}”`, '', [
      create(riskControlKind, id, { ...values, registerId }),
    ]),
  );
};

export interface ChangeControl {
  readonly control: RiskControl;
  readonly values: Partial<ControlValues>;
}

export const changeControl: Command<ChangeControl, WordsMissing | AssuredInFuture> = ({ control, values }, context) => {
  if (values.text?.trim() === '') return refuse({ type: 'WordsMissing' });
  if ((values.lastAssuredOn ?? context.today) > context.today) return refuse({ type: 'AssuredInFuture' });
  return ok(draft(`Changed the control “${control.text.slice(0, 80)}”`, '', [set(riskControlKind, control, values)]));
};

/** Takes a control away from one risk, and to the bin where it served no other. */
export const removeControl: Command<{ readonly control: RiskControl; readonly riskId: string }> = (input) => {
  const { control, riskId } = input;
  const riskIds = control.riskIds.filter((id) => id !== riskId);
  return ok(
    draft(`Took away the control “${control.text.slice(0, 80)}”`, '', [
      riskIds.length === 0 ? remove(riskControlKind, control.id) : set(riskControlKind, control, { riskIds }),
    ]),
  );
};
