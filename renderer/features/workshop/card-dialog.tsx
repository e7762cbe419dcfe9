import { useState, type ReactElement } from 'react';
import { changeCard } from '#shared/domain/workshops/workshop.commands.ts';
import type { WorkshopCard } from '#shared/domain/workshops/workshop-card.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

/** Other words on a card. */
export function CardDialog({
  card,
  onClose,
}: {
  readonly card: WorkshopCard;
  readonly onClose: () => void;
}): ReactElement {
  const session = useSession();
  const [text, setText] = useState(card.text);
  const [problem, setProblem] = useState<string | null>(null);

  async function kept(): Promise<void> {
    const result = await run(session, changeCard, { card, text });
    if (result.ok) onClose();
    else
      setProblem(
        result.refusal.type === 'NothingSaid' ? 'Write what the card says.' : 'There is no room left on this laptop.',
      );
  }

  return (
    <Dialog
      open
      size="s"
      onClose={onClose}
      title="Change the words"
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Keep
          </Button>
        </>
      }
    >
      <TextArea label="Card" rows={2} value={text} error={problem ?? undefined} onChange={setText} />
    </Dialog>
  );
}
