import type { ReactElement } from 'react';
import { registerDue, type RegisterDue } from '#shared/domain/risk-reviews/due.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { StatusShape } from '#renderer/ui/status-shape.tsx';
import { TaskList, type Task } from '#renderer/ui/task-list.tsx';

/** What of the risk registers wants attention today; nothing while nothing does. */
export function RisksDue(): ReactElement | null {
  const { today } = useSession();
  const registers = [...(useRegisters()?.values() ?? [])];
  const isOne = registers.length === 1;
  const tasks = registers.flatMap((open) => {
    if (open.now === null) return [];
    return registerDue(open.rows.register, open.now, open.draft, open.last, today).map((due) =>
      taskOf(due, open, isOne),
    );
  });
  return tasks.length === 0 ? null : (
    <Panel title="Risks" flush>
      <TaskList label="Risks" tasks={tasks} />
    </Panel>
  );
}

function taskOf(due: RegisterDue, { rows }: OpenRegister, isOne: boolean): Task {
  const { register } = rows;
  const said = inWords(due, register.id);
  return {
    id: `${register.id} ${due.type}`,
    shape: <StatusShape tone={said.tone} />,
    title: isOne ? said.title : `${register.name}: ${said.title}`,
    detail: said.detail,
    action: (
      <LinkButton small href={hrefTo(said.path)}>
        Open<span className="vh"> {said.title}</span>
      </LinkButton>
    ),
  };
}

interface Said {
  readonly tone: 'red' | 'amber' | 'blue';
  readonly title: string;
  readonly detail: string;
  readonly path: string;
}

function risks(count: number): string {
  return count === 1 ? '1 risk' : `${count} risks`;
}

function inWords(due: RegisterDue, registerId: string): Said {
  switch (due.type) {
    case 'ReviewDue':
      return {
        tone: due.daysLate > 0 ? 'red' : 'amber',
        title:
          due.daysLate > 0
            ? `The risk review was due on ${withYear(due.on)}`
            : `The next risk review is due on ${withYear(due.on)}`,
        detail: due.daysLate > 0 ? `${due.daysLate === 1 ? '1 day' : `${due.daysLate} days`} late` : '',
        path: pathTo.riskReviews(registerId),
      };
    case 'ReviewAtWork':
      return {
        tone: 'blue',
        title: `Continue review ${due.review.label}`,
        detail:
          due.left === 0
            ? 'Every risk is reviewed: check and freeze it'
            : `${due.left} of ${risks(due.live)} still to do`,
        path: due.left === 0 ? pathTo.riskReviewCheck(due.review.id) : pathTo.riskReview(due.review.id),
      };
    case 'ActionsOverdue': {
      const [first] = due.actions;
      const count = due.actions.length;
      return {
        tone: 'red',
        title: count === 1 ? '1 risk action is overdue' : `${count} risk actions are overdue`,
        detail:
          first === undefined
            ? ''
            : `${first.action.ref} ${first.action.text}: ${first.days === 1 ? '1 day' : `${first.days} days`}${count === 1 ? '' : ', and others'}`,
        path: first !== undefined && count === 1 ? pathTo.risk(first.risk.id) : pathTo.riskTable(registerId),
      };
    }
    case 'Unowned':
      return {
        tone: 'amber',
        title: `${risks(due.risks.length)} without one named owner`,
        detail: named(due.risks),
        path: pathTo.riskTable(registerId),
      };
    case 'Unplanned':
      return {
        tone: 'red',
        title: `${risks(due.risks.length)} above the line with nothing being done`,
        detail: named(due.risks),
        path: pathTo.riskRegister(registerId),
      };
    case 'TolerancesEnding': {
      const over = due.tolerances.filter(({ isOver }) => isOver).length;
      const [first] = due.tolerances;
      return {
        tone: over > 0 ? 'red' : 'amber',
        title:
          over > 0
            ? `${risks(over)} no longer tolerated by decision of the board`
            : 'A tolerance decision runs out soon',
        detail:
          first === undefined
            ? ''
            : `${first.risk.number}. ${first.risk.shortName}: ${first.isOver ? 'put it to the board again' : `until ${withYear(first.tolerance.expiresOn)}`}`,
        path: first === undefined ? pathTo.riskRegister(registerId) : pathTo.risk(first.risk.id),
      };
    }
  }
}

function named(all: ReadonlyArray<{ readonly number: number; readonly shortName: string }>): string {
  const [first, ...others] = all;
  if (first === undefined) return '';
  const words = `${first.number}. ${first.shortName}`;
  return others.length === 0 ? words : `${words}, and ${others.length} more`;
}
