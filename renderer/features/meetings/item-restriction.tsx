import { useState, type ReactElement } from 'react';
import { restrictItem, unrestrictItem } from '#shared/domain/meetings/agenda-item.commands.ts';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import {
  groundInFull,
  groundInWords,
  missingFromRestriction,
  missingInWords,
  restrictionGrounds,
} from '#shared/domain/meetings/restriction.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { itemProblemOf } from './meeting-words.ts';

export interface ItemRestrictionProps {
  readonly item: AgendaItem;
}

const groundOptions = restrictionGrounds.map((ground) => ({ value: ground, label: groundInWords(ground) }));

/** Whether the public may see an item, and if not, on which ground and why. Both may follow later. */
export function ItemRestriction({ item }: ItemRestrictionProps): ReactElement {
  const session = useSession();
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function keep(values: Partial<Pick<AgendaItem, 'ground' | 'groundReason'>>): Promise<void> {
    const { ground, groundReason } = { ...item, ...values };
    const result = await run(session, restrictItem, { item, ground, reason: groundReason });
    setProblem(result.ok ? undefined : itemProblemOf(result.refusal).text);
  }

  const reason = useDraft(item.groundReason, (text) => void keep({ groundReason: text }));
  const missing = missingFromRestriction(item);
  return (
    <>
      <Checkbox
        label="Restricted"
        hint="Kept from the public, in a pack of its own"
        checked={item.isRestricted}
        onChange={(isRestricted) => void (isRestricted ? keep({}) : run(session, unrestrictItem, item))}
      />
      {item.isRestricted && (
        <>
          {missing !== null && <Status tone="amber">{missingInWords(missing)}</Status>}
          <Select
            label="Ground"
            hint={item.ground === null ? undefined : groundInFull(item.ground)}
            value={item.ground ?? ''}
            placeholder="Choose a ground"
            options={groundOptions}
            onChange={(value) => void keep({ ground: restrictionGrounds.find((ground) => ground === value) ?? null })}
          />
          <TextArea
            label="Reason for restricting it"
            hint="Why the public interest is better served by keeping it back"
            rows={2}
            value={reason.value}
            error={problem}
            onChange={reason.change}
            onCommit={reason.flush}
          />
        </>
      )}
    </>
  );
}
