import type { ReactElement } from 'react';
import { nationInWords, nations } from '#shared/calendar/bank-holiday.ts';
import type { ChangeBody } from '#shared/domain/bodies/body.commands.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import styles from './body-tabs.module.css';
import { ClosuresPanel } from './closures-panel.tsx';
import { keepBody } from './keep-body.ts';
import type { OpenBody } from './partners.queries.ts';
import { SavingNumberField } from './saving-number-field.tsx';

export interface BodyDeadlinesProps {
  readonly open: OpenBody;
}

const nationOptions = nations.map((value) => ({ value, label: nationInWords(value) }));

/** When papers must go out before a meeting, how many must be there, and the days that do not count. */
export function BodyDeadlines({ open }: BodyDeadlinesProps): ReactElement {
  const session = useSession();
  const { body, ownSeats } = open;

  async function keep(values: ChangeBody['values']): Promise<string | null> {
    return (await keepBody(session, open, values))?.text ?? null;
  }

  return (
    <div className={styles['reading']}>
      <Panel title="Deadlines and quorum">
        <FormRow>
          <SavingNumberField
            label="Papers to partners"
            unit="days before the meeting"
            least={0}
            most={90}
            kept={body.circulationDays}
            save={(value) => keep({ circulationDays: value ?? 0 })}
          />
          <SavingNumberField
            label="Papers to the Chair"
            unit="clear working days before"
            least={0}
            most={60}
            kept={body.clearanceDays}
            save={(value) => keep({ clearanceDays: value ?? 0 })}
          />
        </FormRow>
        <p className={styles['sentence']}>{deadlinesInWords(body)}</p>
        <FormRow>
          <SavingNumberField
            label="Quorum"
            hint="The fewest seats that must be filled for decisions to count"
            unit={ownSeats.length === 0 ? 'seats' : `of ${ownSeats.length} seats`}
            least={1}
            most={200}
            kept={body.quorum}
            save={(quorum) => keep({ quorum })}
          />
          <Select
            label="Bank holidays of"
            hint="They do not count as working days"
            value={body.nation}
            options={nationOptions}
            onChange={(value) => {
              const nation = nations.find((each) => each === value);
              if (nation !== undefined) void keep({ nation });
            }}
          />
        </FormRow>
        {body.quorum !== null && ownSeats.length > 0 && body.quorum > ownSeats.length && (
          <p className={styles['sentence']}>
            The quorum is more than the {ownSeats.length} seats the body has, so no meeting could decide anything.
          </p>
        )}
      </Panel>
      <ClosuresPanel body={body} />
    </div>
  );
}

function days(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function deadlinesInWords({ circulationDays, clearanceDays, nation }: Body): string {
  return (
    `Papers go to partners at least ${days(circulationDays, 'day')} before each meeting. ` +
    `The Chair has them at least ${days(clearanceDays, 'clear working day')} before: neither the day they arrive nor ` +
    `the day of the meeting is counted, and weekends, bank holidays in ${nationInWords(nation)} and the closure days ` +
    'below are left out.'
  );
}
