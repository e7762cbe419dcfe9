import { CalendarClock, ChevronDown, UserPen, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { markedStatuses } from '#shared/domain/papers/paper.ts';
import { changePapers, whichTake, type PaperChange } from '#shared/domain/papers/register.commands.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import type { PaperLine } from './lines.ts';
import styles from './paper-register.module.css';
import { papersInWords, refusalInWords } from './register-words.ts';
import { papersSelected } from './register.store.ts';

export interface SelectionBarProps {
  /** The papers selected, of those in sight. */
  readonly lines: ReadonlyArray<PaperLine>;
}

/** What is done with all selected papers at once: one act, which Undo takes back whole. */
export function SelectionBar({ lines }: SelectionBarProps): ReactElement {
  const session = useSession();
  const [asked, setAsked] = useState<'author' | 'dueOn' | null>(null);

  async function changed(change: PaperChange): Promise<string | undefined> {
    const papers = lines.map(({ paper }) => paper);
    const { able, left } = whichTake(papers, change, session);
    const result = await run(session, changePapers, { papers, change });
    if (!result.ok) return refusalInWords(result.refusal);
    const [first] = left;
    const leftAlone =
      first === undefined ? '' : ` ${papersInWords(left.length)} left as before: ${refusalInWords(first.because)}`;
    noticeShown(`${papersInWords(able.length)} changed.${leftAlone}`, first === undefined ? 'green' : 'amber');
    return undefined;
  }

  async function marked(change: PaperChange): Promise<void> {
    const wrong = await changed(change);
    if (wrong !== undefined) noticeShown(wrong, 'red');
  }

  return (
    <div className={styles['selection']} role="group" aria-label="Selected papers">
      <span className={styles['count']} role="status">
        {papersInWords(lines.length)} selected
      </span>
      <Button small icon={UserPen} onPress={() => setAsked('author')}>
        Set author
      </Button>
      <Button small icon={CalendarClock} onPress={() => setAsked('dueOn')}>
        Set due date
      </Button>
      <MenuButton
        label="Mark as"
        icon={ChevronDown}
        small
        sections={[
          {
            items: markedStatuses.map((status) => ({
              id: status,
              label: statusWords[status],
              onChoose: () => void marked({ field: 'status', value: status }),
            })),
          },
        ]}
      />
      <Button small kind="quiet" icon={X} onPress={() => papersSelected(new Set())}>
        Clear the selection
      </Button>
      {asked !== null && (
        <ChangeDialog field={asked} count={lines.length} onChange={changed} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
