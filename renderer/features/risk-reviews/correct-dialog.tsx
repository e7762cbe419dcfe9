import { useState, type ReactElement } from 'react';
import { correctReview } from '#shared/domain/risk-reviews/review.commands.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { startRefusalInWords } from './start-review-dialog.tsx';

export interface CorrectDialogProps {
  readonly open: OpenRegister;
  readonly frozen: FrozenReview;
  readonly onClose: () => void;
}

/** A review that corrects a frozen one. */
export function CorrectDialog({ open, frozen, onClose }: CorrectDialogProps): ReactElement {
  const session = useSession();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function started(): Promise<void> {
    const id = session.newId();
    const result = await run(session, correctReview, { id, frozen, reason, reviews: open.reviews });
    if (result.ok) {
      onClose();
      goTo(pathTo.riskReview(id));
      return;
    }
    setProblem(result.refusal.type === 'ReasonMissing' ? 'Say what was wrong.' : startRefusalInWords(result.refusal));
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Correct ${frozen.label}`}
      onSubmit={() => void started()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Start the correction
          </Button>
        </>
      }
    >
      <p>
        What was frozen is never altered. A review of the same day corrects it: it is gone through and frozen like any
        other, and both stay to be read.
      </p>
      <TextArea label="Reason" rows={2} value={reason} error={problem ?? undefined} onChange={setReason} />
    </Dialog>
  );
}
