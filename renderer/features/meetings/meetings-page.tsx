import { CalendarDays, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { inShortWords, yearOf } from '#shared/kernel/civil-date.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { TableColumn } from '#renderer/ui/table-column.ts';
import { Table } from '#renderer/ui/table.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { meetingStateInWords, timesInWords } from './meeting-words.ts';
import { readBodies, readMeetings, type MeetingsFound } from './meetings.queries.ts';
import { PlanMeetingDialog } from './plan-meeting-dialog.tsx';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';

const atFirst = 50;
const eachTime = 100;

const columns: ReadonlyArray<TableColumn<Meeting>> = [
  {
    id: 'date',
    header: 'Date',
    width: 9.5,
    cell: ({ date }) => (date === null ? 'No date' : `${inShortWords(date)} ${yearOf(date)}`),
  },
  { id: 'meeting', header: 'Meeting', rowHeader: true, cell: ({ bodyName }) => bodyName || 'Meeting' },
  { id: 'time', header: 'Time', width: 10, cell: ({ start, end }) => timesInWords(start, end) },
  { id: 'place', header: 'Place', hideWhenNarrow: true, cell: ({ place }) => place },
  {
    id: 'state',
    header: 'State',
    width: 8,
    cell: ({ state }) => {
      const { word, tone } = meetingStateInWords(state);
      return state === 'cancelled' ? <Tag tone={tone}>{word}</Tag> : word;
    },
  },
];

/** All meetings: the coming ones, and the past ones on demand. */
export function MeetingsPage(): ReactElement {
  const { today } = useSession();
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [isPlanning, setPlanning] = useState(false);
  const [isPastShown, setPastShown] = useState(false);
  const [most, setMost] = useState({ coming: atFirst, past: atFirst });
  const isAsked = useIntent('planMeeting');
  useNewHere(() => setPlanning(true));

  const bodies = useLive(readBodies, []);
  const coming = useLive(
    (database) => readMeetings(database, { when: 'coming', bodyId, today, most: most.coming }),
    [bodyId, today, most.coming],
  );
  const pastFrom = isPastShown ? most.past : 1;
  const past = useLive(
    (database) => readMeetings(database, { when: 'past', bodyId, today, most: pastFrom }),
    [bodyId, today, pastFrom],
  );

  function planningClosed(): void {
    setPlanning(false);
    intentTaken();
  }

  const isEmpty = bodyId === null && coming?.meetings.length === 0 && past?.meetings.length === 0;
  return (
    <>
      <PageHeader
        title="Meetings"
        actions={
          <Button kind="primary" icon={Plus} onPress={() => setPlanning(true)}>
            Plan a meeting
          </Button>
        }
      />
      <PageBody>
        {isEmpty ? (
          <EmptyState
            icon={CalendarDays}
            title="Plan your first meeting"
            text="Packhorse works out when papers must go to partners and to the Chair, and starts the agenda for you."
          />
        ) : (
          <>
            {bodies !== undefined && bodies.length > 1 && (
              <Row>
                <Select
                  label="Meetings of"
                  width="l"
                  value={bodyId ?? ''}
                  placeholder="All bodies"
                  options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id) => setBodyId(id === '' ? null : id)}
                />
              </Row>
            )}
            {list('Coming', coming, 'No meeting is planned. Press “Plan a meeting” to plan the next.', () =>
              setMost({ ...most, coming: most.coming + eachTime }),
            )}
            {isPastShown
              ? list('Past', past, 'No meetings yet.', () => setMost({ ...most, past: most.past + eachTime }))
              : past !== undefined &&
                past.meetings.length > 0 && (
                  <Row>
                    <Button onPress={() => setPastShown(true)}>Show past meetings</Button>
                  </Row>
                )}
          </>
        )}
      </PageBody>
      {(isPlanning || isAsked) && bodies !== undefined && (
        <PlanMeetingDialog bodies={bodies} bodyId={bodyId} onClose={planningClosed} />
      )}
    </>
  );
}

function list(title: string, found: MeetingsFound | undefined, none: string, onMore: () => void): ReactElement {
  return (
    <Panel
      title={title}
      flush
      footer={found?.isMore === true ? <Button onPress={onMore}>Show more meetings</Button> : undefined}
    >
      {found === undefined ? (
        <Skeleton label="Reading the meetings" rows={4} />
      ) : (
        <Table
          caption={`${title} meetings`}
          columns={columns}
          rows={found.meetings}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => hrefTo(pathTo.meeting(id))}
          empty={<EmptyState title={none} />}
        />
      )}
    </Panel>
  );
}
