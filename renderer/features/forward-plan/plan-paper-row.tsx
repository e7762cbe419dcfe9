import { Plus } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { planPapers } from '#shared/domain/papers/register.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { KeyCatcher } from '#renderer/ui/key-catcher.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './forward-plan.module.css';
import { planRefusalInWords } from './plan-words.ts';

export interface PlanPaperRowProps {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

/** One line that plans a paper for a meeting: what, by whom, by when. Enter plans it and stands ready for the next. */
export function PlanPaperRow({ meeting, onClose }: PlanPaperRowProps): ReactElement {
  const session = useSession();
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState('');
  const [dueOn, setDueOn] = useState<CivilDate | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [turn, setTurn] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  async function planned(): Promise<void> {
    if (fault !== null) return;
    const paper = {
      id: session.newId(),
      title,
      author,
      dueOn,
      form: 'file',
      body: null,
      meetingId: meeting.id,
      itemId: null,
    } as const;
    const result = await run(session, planPapers, { papers: [paper] });
    if (!result.ok) {
      setError(planRefusalInWords(result.refusal));
      return;
    }
    noticeShown(`“${title.trim()}” is planned.`);
    setTitle('');
    setAuthor('');
    setDueOn(null);
    setError(undefined);
    setTurn(turn + 1);
    form.current?.querySelector('input')?.focus();
  }

  return (
    <KeyCatcher onKey={(event) => event.key === 'Escape' && onClose()}>
      <form
        ref={form}
        className={styles['line']}
        aria-label="Plan a paper"
        onSubmit={(event) => {
          event.preventDefault();
          void planned();
        }}
      >
        <TextField label="Title" value={title} onChange={setTitle} error={error} autoFocus />
        <TextField label="Author" value={author} onChange={setAuthor} />
        <DateField
          key={turn}
          label="Due date"
          optional
          value={dueOn}
          today={session.today}
          onChange={setDueOn}
          onFault={setFault}
        />
        <div className={styles['buttons']}>
          <Button kind="primary" icon={Plus} submit>
            Plan
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Done
          </Button>
        </div>
      </form>
    </KeyCatcher>
  );
}
