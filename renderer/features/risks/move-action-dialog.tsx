import { useState, type ReactElement } from 'react';
import { moveAction } from '#shared/domain/risks/risk-action.commands.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RiskSelect } from './risk-select.tsx';

export interface MoveActionDialogProps {
  readonly open: OpenRegister;
  readonly action: PlannedAction;
  readonly onClose: () => void;
}

/** An action that serves another risk from now on, under the reference that minutes know it by. */
export function MoveActionDialog({ open, action, onClose }: MoveActionDialogProps): ReactElement {
  const session = useSession();
  const [chosen, setChosen] = useState('');
  const to = open.rows.risks.find(({ id }) => id === chosen);

  async function moved(): Promise<void> {
    if (to === undefined) return;
    const result = await run(session, moveAction, { action, to });
    if (result.ok) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Move action ${action.ref}`}
      onSubmit={() => void moved()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit blockedBecause={to === undefined ? 'Choose a risk first' : undefined}>
            Move
          </Button>
        </>
      }
    >
      <p>It keeps its reference, {action.ref}, for minutes speak of it by that.</p>
      <RiskSelect label="To the risk" open={open} without={action.riskId} value={chosen} onChange={setChosen} />
    </Dialog>
  );
}
