import { CalendarPlus } from 'lucide-react';
import { startTransition, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { intentGiven } from '#renderer/navigation/intent.store.ts';
import { paperViews } from '#renderer/navigation/paper-views.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatRow } from '#renderer/ui/stat-row.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { readMeetingsAhead } from './forward-plan.queries.ts';
import styles from './forward-plan.module.css';
import { dayInWords, planStats } from './plan-words.ts';
import { figuresOf, planOf, whoOwesWhat, type Owing, type PlannedMonth } from './plan.ts';
import { PlannedMeetingPanel } from './planned-meeting-panel.tsx';

/** The meetings ahead by month: their papers, who owes which, and what last year's meetings had besides. */
export function ForwardPlanPage(): ReactElement {
  const { today } = useSession();
  const ahead = useLive((database) => readMeetingsAhead(database, today), [today]);
  const [planning, setPlanning] = useState<string | null>(null);
  const months = useMemo(() => (ahead === undefined ? undefined : planOf(ahead, today)), [ahead, today]);
  const isAllDrawn = useDrawnLater(months !== undefined);
  const next = months?.[0]?.meetings[0]?.meeting.id ?? null;
  useNewHere(() => setPlanning(next));

  function planMeeting(): void {
    intentGiven('planMeeting');
    goTo(pathTo.section('meetings'));
  }

  return (
    <>
      <PageHeader
        title="Forward plan"
        actions={
          <Button icon={CalendarPlus} onPress={planMeeting}>
            Plan a meeting
          </Button>
        }
        tabs={<TabLinks label="Pages about papers" tabs={paperViews('plan')} />}
      />
      <PageBody
        side={months === undefined || months.length === 0 ? undefined : <WhoOwesWhat owing={whoOwesWhat(months)} />}
      >
        {months === undefined ? (
          <Skeleton label="Reading the meetings ahead" rows={6} />
        ) : months.length === 0 ? (
          <EmptyState
            icon={CalendarPlus}
            title="No meeting is planned"
            text="Once meetings are planned, their papers stand here by month: who owes what by when."
          />
        ) : (
          <>
            <StatRow label="The plan in figures" stats={planStats(figuresOf(months))} />
            {(isAllDrawn ? months : firstOf(months)).map(({ name, meetings }) => (
              <section key={name} className={styles['month']} aria-label={name}>
                <h2 className={styles['monthName']}>{name}</h2>
                {meetings.map((planned) => (
                  <PlannedMeetingPanel
                    key={planned.meeting.id}
                    planned={planned}
                    isPlanning={planning === planned.meeting.id}
                    onPlanning={(isPlanning) => setPlanning(isPlanning ? planned.meeting.id : null)}
                  />
                ))}
              </section>
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}

/** As many meetings as fill a large screen; the months beyond are drawn once these are seen. */
const meetingsAtFirst = 3;

function firstOf(months: ReadonlyArray<PlannedMonth>): ReadonlyArray<PlannedMonth> {
  let meetings = 0;
  return months.filter((month) => {
    const isWanted = meetings < meetingsAtFirst;
    meetings += month.meetings.length;
    return isWanted;
  });
}

function useDrawnLater(isRead: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isRead) return;
    const later = setTimeout(() => startTransition(() => setDrawn(true)), 50);
    return () => clearTimeout(later);
  }, [isRead]);
  return isDrawn;
}

interface WhoOwesWhatProps {
  readonly owing: ReadonlyArray<Owing>;
}

function WhoOwesWhat({ owing }: WhoOwesWhatProps): ReactElement {
  const { today } = useSession();
  return (
    <Panel title="Who owes what">
      {owing.length === 0 ? (
        <p>Everything planned is in.</p>
      ) : (
        <ul className={styles['owing']}>
          {owing.map(({ author, lines }) => (
            <li key={author}>
              <p className={styles['author']}>{author === '' ? 'Nobody yet' : author}</p>
              <ul className={styles['owed']}>
                {lines.map(({ line, meeting }) => (
                  <li key={line.id}>
                    <a href={hrefTo(line.paper === null ? pathTo.meeting(meeting.id) : pathTo.paper(line.paper.id))}>
                      {line.title === '' ? 'Untitled' : line.title}
                    </a>
                    {line.due !== null && `, ${line.late > 0 ? 'was due' : 'due'} ${dayInWords(line.due, today)}`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
