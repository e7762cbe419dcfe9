import { CalendarDays, FileText, Plus, ShieldAlert, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { dayOfMonth, monthInWords, weekdayOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { clockTimeOf } from '#renderer/data/wall-clock.ts';
import { goTo } from '#renderer/navigation/go.ts';
import { intentGiven } from '#renderer/navigation/intent.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RecordList } from '#renderer/ui/record-list.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatRow } from '#renderer/ui/stat-row.tsx';
import { StatusShape } from '#renderer/ui/status-shape.tsx';
import { TaskList, type Task } from '#renderer/ui/task-list.tsx';
import styles from './today-page.module.css';
import { dueFor, type Due } from './due.ts';
import { RisksDue } from './risks-due.tsx';
import { editedInWords, figuresOf, greeting } from './today-words.ts';
import { readToday } from './today.queries.ts';

const icons: Readonly<Record<string, typeof FileText>> = {
  meeting: CalendarDays,
  agendaItem: CalendarDays,
  body: Users,
  risk: ShieldAlert,
  riskAction: ShieldAlert,
  riskRegister: ShieldAlert,
};

/** Where the day begins: what is due, how things stand, and where one left off. */
export function TodayPage(): ReactElement {
  const session = useSession();
  const { today, me } = session;
  const read = useLive(() => readToday(session), [session]);
  const { ahead, undecided, recent } = read ?? {};
  const due = ahead === undefined ? [] : dueFor(ahead.meetings, today);
  const isEmpty = ahead !== undefined && due.length === 0;

  useNewHere(planMeeting);

  const plan = (
    <Button icon={Plus} kind={isEmpty ? 'primary' : 'secondary'} onPress={planMeeting}>
      Plan a meeting
    </Button>
  );
  return (
    <>
      <PageHeader
        title={`${weekdayOf(today)} ${dayOfMonth(today)} ${monthInWords(today)}`}
        facts={ahead === undefined ? [] : [{ text: greeting(clockTimeOf(session.now()), me.name, due, today) }]}
        actions={isEmpty ? undefined : plan}
      />
      <PageBody>
        {ahead !== undefined && undecided !== undefined && (
          <StatRow label="How things stand" stats={figuresOf(ahead, due, undecided, today)} />
        )}
        <div className={styles['columns']}>
          <div className={styles['column']}>
            <Panel title="Coming up" flush>
              {ahead === undefined && <Skeleton label="Reading what is due" rows={4} />}
              {isEmpty && (
                <EmptyState
                  icon={CalendarDays}
                  title="Nothing due. Plan your next meeting"
                  text="Once a meeting is planned, its deadlines stand here in date order."
                  action={plan}
                />
              )}
              {due.length > 0 && <TaskList label="Coming up" tasks={due.map((each) => taskOf(each, today))} />}
            </Panel>
            {/* Read once the rest is on screen: a register of thousands is not what the day begins with. */}
            {ahead !== undefined && <RisksDue />}
          </div>
          {recent !== undefined && recent.length > 0 && (
            <Panel title="Carry on where you were">
              <RecordList
                label="Carry on where you were"
                items={recent.map(({ path, kind, label, title, time }) => ({
                  id: path,
                  icon: icons[kind] ?? FileText,
                  title: title === '' ? 'Untitled' : title,
                  href: hrefTo(path),
                  detail: editedInWords(label, time, session.now()),
                }))}
              />
            </Panel>
          )}
        </div>
      </PageBody>
    </>
  );
}

function planMeeting(): void {
  intentGiven('planMeeting');
  goTo(pathTo.section('meetings'));
}

function taskOf({ id, meetingId, date, title, detail, isLate }: Due, today: CivilDate): Task {
  const isToday = date === today;
  return {
    id,
    when: {
      main: isLate ? 'Late' : isToday ? 'Today' : weekdayOf(date).slice(0, 3),
      sub: `${dayOfMonth(date)} ${monthInWords(date).slice(0, 3)}`,
    },
    shape: isLate ? <StatusShape tone="red" /> : undefined,
    title,
    detail: detail === '' ? undefined : detail,
    action: (
      <LinkButton small href={hrefTo(pathTo.meeting(meetingId))}>
        Open<span className="vh"> {title}</span>
      </LinkButton>
    ),
  };
}
