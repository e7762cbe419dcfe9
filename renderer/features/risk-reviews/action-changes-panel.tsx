import type { ReactElement } from 'react';
import type { ActionChanges, ActionOf } from '#shared/domain/risk-reviews/action-changes.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';

export interface ActionChangesPanelProps {
  readonly changes: ActionChanges;
  readonly asAt: CivilDate;
}

/** What became of the action plan, told as at the later review. One action may stand under several headings. */
export function ActionChangesPanel({ changes, asAt }: ActionChangesPanelProps): ReactElement {
  const name = ({ risk, action }: ActionOf): string => `${action.ref} ${action.text} (risk ${risk.number})`;
  const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
  const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
  const lists: ReadonlyArray<{ readonly title: string; readonly lines: ReadonlyArray<string> }> = [
    {
      title: 'Newly overdue',
      lines: changes.newlyOverdue.map((one) => `${name(one)}: ${days(one.days)}, put off ${times(one.slips)}`),
    },
    {
      title: 'Still overdue',
      lines: changes.stillOverdue.map((one) => `${name(one)}: ${days(one.days)}, put off ${times(one.slips)}`),
    },
    {
      title: 'Put off',
      lines: changes.dateSlipped.map((one) => `${name(one)}: ${withYear(one.from)} to ${withYear(one.to)}`),
    },
    { title: 'Completed', lines: changes.completed.map((one) => `${name(one)}${outcome(one)}`) },
    { title: 'Added', lines: changes.added.map(name) },
    { title: 'Cancelled', lines: changes.cancelled.map((one) => `${name(one)}${outcome(one)}`) },
    { title: 'No longer in the register', lines: changes.gone.map(name) },
  ];
  const told = lists.filter(({ lines }) => lines.length > 0);
  return (
    <Panel title="Actions" count={`as at ${withYear(asAt)}`}>
      {told.length === 0 && <p className="muted">Nothing changed in the action plan.</p>}
      {told.map(({ title, lines }) => (
        <PanelSection key={title} title={`${title}: ${lines.length}`}>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </PanelSection>
      ))}
    </Panel>
  );
}

function outcome({ action }: ActionOf): string {
  return action.outcome === '' ? '' : `: ${action.outcome}`;
}
