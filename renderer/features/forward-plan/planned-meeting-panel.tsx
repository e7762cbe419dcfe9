import { CalendarSync, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { planPapers } from '#shared/domain/papers/register.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import type { TableColumn } from '#renderer/ui/table-column.ts';
import { Table } from '#renderer/ui/table.tsx';
import { PlanPaperRow } from './plan-paper-row.tsx';
import { dayInWords, papersInWords, planRefusalInWords } from './plan-words.ts';
import type { LastYears, PlanLine, PlannedMeeting } from './plan.ts';

export interface PlannedMeetingPanelProps {
  readonly planned: PlannedMeeting;
  readonly isPlanning: boolean;
  readonly onPlanning: (isPlanning: boolean) => void;
}

/** One meeting of the forward plan: its papers, who owes which by when, and what last year's meeting had besides. */
export function PlannedMeetingPanel({ planned, isPlanning, onPlanning }: PlannedMeetingPanelProps): ReactElement {
  const session = useSession();
  const [isOffered, setOffered] = useState(false);
  const { meeting, lines, suggested, due } = planned;
  const owed = lines.filter((line) => line.owed).length;
  const name = meeting.bodyName === '' ? 'Meeting' : meeting.bodyName;
  const title = meeting.date === null ? name : `${name}, ${dayInWords(meeting.date, session.today)}`;

  async function repeated(chosen: ReadonlyArray<LastYears>): Promise<void> {
    const papers = chosen.map(
      (paper) =>
        ({
          ...paper,
          id: session.newId(),
          dueOn: null,
          form: 'file',
          body: null,
          meetingId: meeting.id,
          itemId: null,
        }) as const,
    );
    const result = await run(session, planPapers, { papers });
    if (result.ok) noticeShown(`${papersInWords(papers.length)} planned.`);
    else noticeShown(planRefusalInWords(result.refusal), 'red');
  }

  return (
    <Panel
      level={3}
      title={title}
      count={`${owed === 0 ? 'nothing owed' : `${owed} of ${papersInWords(lines.length)} owed`}${due === null ? '' : `, due ${dayInWords(due, session.today)}`}`}
      flush
      actions={
        <>
          {suggested.length > 0 && (
            <Button small icon={CalendarSync} onPress={() => setOffered(!isOffered)}>
              Plan from last year ({suggested.length})<span className="vh"> for {title}</span>
            </Button>
          )}
          {!isPlanning && (
            <Button small icon={Plus} onPress={() => onPlanning(true)}>
              Plan a paper<span className="vh"> for {title}</span>
            </Button>
          )}
          <LinkButton small href={hrefTo(pathTo.meeting(meeting.id))}>
            Open<span className="vh"> {title}</span>
          </LinkButton>
        </>
      }
      footer={
        isPlanning || (isOffered && suggested.length > 0) ? (
          <>
            {isPlanning && <PlanPaperRow meeting={meeting} onClose={() => onPlanning(false)} />}
            {isOffered && suggested.length > 0 && (
              <LastYearList suggested={suggested} onPlan={(papers) => void repeated(papers)} />
            )}
          </>
        ) : undefined
      }
    >
      <Table
        caption={`Papers for ${title}`}
        columns={columnsFor(session.today)}
        rows={lines}
        keyOf={({ id }) => id}
        hrefOf={({ paper }) => hrefTo(paper === null ? pathTo.meeting(meeting.id) : pathTo.paper(paper.id))}
        empty={<EmptyState title="Nothing planned yet" text="Plan a paper, or draw up the agenda first." />}
      />
    </Panel>
  );
}

function columnsFor(today: CivilDate): ReadonlyArray<TableColumn<PlanLine>> {
  return [
    { id: 'title', header: 'Paper', rowHeader: true, cell: ({ title }) => (title === '' ? 'Untitled' : title) },
    {
      id: 'author',
      header: 'Author',
      width: 12,
      cell: ({ author, owed }) => (author === '' && owed ? <Status tone="amber">Nobody yet</Status> : author),
    },
    { id: 'due', header: 'Due', width: 9, cell: ({ due }) => (due === null ? '' : dayInWords(due, today)) },
    {
      id: 'standing',
      header: 'Status',
      width: 12,
      cell: ({ standing, late, owed }) =>
        late > 0 ? (
          <Status tone="red">
            {standing}, {late} {late === 1 ? 'day' : 'days'} late
          </Status>
        ) : (
          <Status tone={owed ? 'grey' : 'green'}>{standing}</Status>
        ),
    },
  ];
}

interface LastYearListProps {
  readonly suggested: ReadonlyArray<LastYears>;
  readonly onPlan: (papers: ReadonlyArray<LastYears>) => void;
}

function LastYearList({ suggested, onPlan }: LastYearListProps): ReactElement {
  return (
    <section aria-label="Papers of last year’s meeting">
      <Table
        caption="Papers of last year’s meeting that are not planned again"
        columns={[
          { id: 'title', header: 'Last year’s paper', rowHeader: true, cell: ({ title }) => title },
          { id: 'author', header: 'Author', width: 12, cell: ({ author }) => author },
          {
            id: 'plan',
            header: 'Plan it',
            hideHeader: true,
            width: 7,
            align: 'end',
            cell: (paper) => (
              <Button small onPress={() => onPlan([paper])}>
                Plan<span className="vh"> {paper.title}</span>
              </Button>
            ),
          },
        ]}
        rows={suggested}
        keyOf={({ title }) => title}
      />
      {suggested.length > 1 && (
        <Row end>
          <Button onPress={() => onPlan(suggested)}>Plan all {suggested.length}</Button>
        </Row>
      )}
    </section>
  );
}
