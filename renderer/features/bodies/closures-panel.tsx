import { Plus } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import { addClosure, removeClosure, type ClosureRefusal } from '#shared/domain/bodies/body-lists.commands.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import { addDays, daysBetween, inWords, type CivilDate } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { run, type StorageFull } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './body-tabs.module.css';
import { storageFullInWords } from './partner-words.ts';

export interface ClosuresPanelProps {
  readonly body: Body;
}

/** Every day from the first to the last; none when they are the wrong way round. */
function daysFrom(first: CivilDate, last: CivilDate | null): ReadonlyArray<CivilDate> {
  const count = last === null ? 1 : daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 400)) }, (_, index) => addDays(first, index));
}

/** Days on which the body's office is closed though they are no bank holidays. */
export function ClosuresPanel({ body }: ClosuresPanelProps): ReactElement {
  const session = useSession();
  const titleId = useId();
  const [first, setFirst] = useState<CivilDate | null>(null);
  const [last, setLast] = useState<CivilDate | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function added(): Promise<void> {
    if (first !== null && last !== null && last < first) {
      setError('The last day is before the first');
      return;
    }
    const days = first === null ? [] : daysFrom(first, last);
    const result = await run(session, addClosure, { body, days, name });
    if (!result.ok) {
      setError(refusedInWords(result.refusal));
      return;
    }
    setFirst(null);
    setLast(null);
    setName('');
    setError(null);
  }

  return (
    <Panel title="Closure days" count={body.closures.length === 0 ? undefined : String(body.closures.length)}>
      {body.closures.length === 0 ? (
        <p className={styles['none']}>None. Add the days between Christmas and New Year if your office closes then.</p>
      ) : (
        <ul className={styles['days']}>
          {body.closures.map((closure) => (
            <li key={closure.day} className={styles['day']}>
              <strong>{inWords(closure.day)}</strong>
              <span>{closure.name}</span>
              <Button small kind="quiet" onPress={() => void run(session, removeClosure, { body, day: closure.day })}>
                Remove <span className="vh">{inWords(closure.day)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles['add']}
        aria-labelledby={titleId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void added();
        }}
      >
        <h3 id={titleId}>Add closure days</h3>
        <FormRow>
          <DateField
            label="First day"
            value={first}
            today={session.today}
            error={error ?? undefined}
            onChange={setFirst}
          />
          <DateField label="Last day" optional value={last} today={session.today} onChange={setLast} />
        </FormRow>
        <TextField
          label="Why"
          optional
          width="l"
          value={name}
          placeholder="Office closed for Christmas"
          onChange={(text) => setName(text.slice(0, 200))}
        />
        <div>
          <Button icon={Plus} submit>
            Add closure days
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function refusedInWords(refusal: ClosureRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'NoDay':
      return 'Enter the first day';
    case 'TooMany':
      return 'That is more than 31 days. Add them in smaller parts';
    case 'StorageFull':
      return storageFullInWords();
    default:
      return unreachable(refusal);
  }
}
