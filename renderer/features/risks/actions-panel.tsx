import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { overdueDays, slips } from '#shared/domain/risk-reviews/as-at.ts';
import { nextRef } from '#shared/domain/risks/risk-action.commands.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { ActionStatus } from '#shared/domain/risks/values.ts';
import { actionStatusWords, frequencyWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { ActionDialog } from './action-dialog.tsx';
import { DueDialog } from './due-dialog.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { MoveActionDialog } from './move-action-dialog.tsx';
import styles from './risks.module.css';

const statusTones: Readonly<Record<ActionStatus, Tone>> = {
  notStarted: 'grey',
  inProgress: 'blue',
  onHold: 'amber',
  complete: 'green',
  cancelled: 'grey',
};

type Asked =
  { readonly type: 'new' } | { readonly type: 'change' | 'due' | 'mark' | 'move'; readonly action: PlannedAction };

/** The Management Action Plan of one risk. */
export function ActionsPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const actions = open.rows.actions
    .filter(({ riskId }) => riskId === risk.id)
    .toSorted((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
  const close = (): void => setAsked(null);
  return (
    <Panel
      title="Management Action Plan"
      count={actions.length === 0 ? undefined : String(actions.length)}
      flush
      actions={
        <Button small icon={Plus} onPress={() => setAsked({ type: 'new' })}>
          Add action
        </Button>
      }
    >
      <Table
        caption="Management Action Plan"
        rows={actions}
        keyOf={({ id }) => id}
        empty={<EmptyState title="No actions" text="What is still to be done about this risk, by whom and by when." />}
        columns={[
          { id: 'ref', header: 'Ref.', width: 3.5, cell: ({ ref }) => ref },
          {
            id: 'text',
            header: 'Required action',
            rowHeader: true,
            cell: (action) => (
              <>
                {action.text}
                {action.successFactors !== '' && (
                  <span className={styles['owner']}>Success: {action.successFactors}</span>
                )}
                {action.outcome !== '' && <span className={styles['owner']}>Outcome: {action.outcome}</span>}
              </>
            ),
          },
          {
            id: 'responsible',
            header: 'Responsible',
            width: 9,
            cell: ({ responsible }) => responsible?.name ?? 'Nobody yet',
          },
          {
            id: 'reviewed',
            header: 'Reviewed',
            width: 6.5,
            hideWhenNarrow: true,
            cell: ({ reviewFrequency }) => frequencyWords[reviewFrequency],
          },
          { id: 'due', header: 'Due', width: 9.5, cell: (action) => <Due action={action} today={session.today} /> },
          {
            id: 'status',
            header: 'Status',
            width: 7.5,
            cell: ({ status, completedOn }) => (
              <Status tone={statusTones[status]}>
                {actionStatusWords[status]}
                {completedOn !== null && ` ${withYear(completedOn)}`}
              </Status>
            ),
          },
          {
            id: 'more',
            header: 'More',
            hideHeader: true,
            width: 3,
            align: 'end',
            cell: (action) => (
              <MenuButton
                label={`More about action ${action.ref}`}
                iconOnly
                small
                sections={[
                  {
                    items: [
                      { id: 'mark', label: 'Mark progress', onChoose: () => setAsked({ type: 'mark', action }) },
                      { id: 'due', label: 'Change the due date', onChoose: () => setAsked({ type: 'due', action }) },
                      { id: 'change', label: 'Change the words', onChoose: () => setAsked({ type: 'change', action }) },
                      { id: 'move', label: 'Move to another risk', onChoose: () => setAsked({ type: 'move', action }) },
                    ],
                  },
                ]}
              />
            ),
          },
        ]}
      />
      {(asked?.type === 'new' || asked?.type === 'change') && (
        <ActionDialog
          risk={risk}
          actions={actions}
          action={asked.type === 'new' ? null : asked.action}
          nextRef={nextRef(risk.number, actions)}
          onClose={close}
        />
      )}
      {asked?.type === 'due' && <DueDialog risk={risk} action={asked.action} onClose={close} />}
      {asked?.type === 'mark' && <MarkDialog action={asked.action} onClose={close} />}
      {asked?.type === 'move' && <MoveActionDialog open={open} action={asked.action} onClose={close} />}
    </Panel>
  );
}

function Due({
  action,
  today,
}: {
  readonly action: PlannedAction;
  readonly today: ReturnType<typeof useSession>['today'];
}): ReactElement {
  const late = overdueDays(action, today);
  const put = slips(action, today);
  return (
    <>
      {action.dueOn === null ? 'No date' : withYear(action.dueOn)}
      {late > 0 && (
        <Status tone="red">
          {late} {late === 1 ? 'day' : 'days'} overdue
        </Status>
      )}
      {put > 0 && action.originalDueOn !== null && (
        <span className={styles['owner']}>
          Put off {put === 1 ? 'once' : `${put} times`}, first {withYear(action.originalDueOn)}
        </span>
      )}
    </>
  );
}
