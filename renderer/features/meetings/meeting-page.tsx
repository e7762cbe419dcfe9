import { CalendarDays, MapPin, Users } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { deadlinesOf } from '#shared/domain/meetings/meeting-deadlines.ts';
import { meetingInWords } from '#shared/domain/meetings/meeting.commands.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { DeadlineStrip } from '#renderer/ui/deadline-strip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader, type PageFact } from '#renderer/ui/page-header.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { AgendaTab } from './agenda-tab.tsx';
import { MeetingDetails } from './meeting-details.tsx';
import styles from './meeting-page.module.css';
import { MeetingTabs, tabId } from './meeting-tabs.tsx';
import {
  deadlineStep,
  deadlineWarningTitle,
  meetingStateInWords,
  meetingTypeInWords,
  whenInWords,
} from './meeting-words.ts';
import { readMeeting, type OpenMeeting } from './meetings.queries.ts';

export interface MeetingPageProps {
  readonly meetingId: string;
  /** Stands beside the agenda: the board pack. */
  readonly aside?: ReactNode;
  /** Buttons of the header, the primary one last. */
  readonly actions?: ReactNode;
  /** What the tab *History* shows. */
  readonly history?: ReactNode;
  /** What the row of an item says about its papers. */
  readonly papersOf?: ((item: AgendaItem) => ReactNode) | undefined;
  /** The pages of an item's papers. */
  readonly pagesOf?: ((item: AgendaItem) => ReactNode) | undefined;
  /** The papers of the item in the editor, with what can be done to them. */
  readonly itemPapers?: ((item: AgendaItem) => ReactNode) | undefined;
  /** Files dropped on an item, or on the meeting when `itemId` is `null`. */
  readonly onFilesDropped?: ((files: ReadonlyArray<File>, itemId: string | null) => void) | undefined;
}

type TabName = 'agenda' | 'details' | 'history';

function nothing(): ReactNode {
  return null;
}

function dash(): ReactNode {
  return '–';
}

/** One meeting: its dates, its agenda and papers, its details, its history. */
export function MeetingPage({ meetingId, ...slots }: MeetingPageProps): ReactElement {
  const open = useLive((database) => readMeeting(database, meetingId), [meetingId]);
  if (open === undefined) return <Loading label="Opening the meeting" />;
  if (open === null) {
    return (
      <EmptyState
        icon={CalendarDays}
        title="This meeting is not here"
        text="It may have been removed. If you have just removed it, Undo brings it back."
        action={<LinkButton href={hrefTo(pathTo.section('meetings'))}>Go to meetings</LinkButton>}
      />
    );
  }
  return <Opened open={open} {...slots} />;
}

interface OpenedProps extends Omit<MeetingPageProps, 'meetingId'> {
  readonly open: OpenMeeting;
}

function Opened({
  open,
  aside,
  actions,
  history,
  papersOf = nothing,
  pagesOf = dash,
  itemPapers,
  onFilesDropped,
}: OpenedProps): ReactElement {
  const { meeting, body, papers } = open;
  const { today } = useSession();
  const panelId = useId();
  const [tab, setTab] = useState<TabName>('agenda');
  const tabs: ReadonlyArray<{ readonly id: TabName; readonly label: string }> = [
    { id: 'agenda', label: 'Agenda and papers' },
    { id: 'details', label: 'Details' },
    ...(history === undefined || history === null ? [] : [{ id: 'history' as const, label: 'History' }]),
  ];
  const deadlines =
    meeting.date === null || body === null || meeting.state === 'cancelled'
      ? null
      : deadlinesOf(meeting.date, body, today, papers);
  return (
    <>
      <PageHeader
        title={meetingInWords(meeting)}
        facts={factsOf(open)}
        beside={
          <>
            {meeting.type !== 'ordinary' && (
              <Tag tone="amber" icon={null}>
                {meetingTypeInWords(meeting.type)}
              </Tag>
            )}
            {meeting.state !== 'planned' && (
              <Tag tone={meetingStateInWords(meeting.state).tone}>{meetingStateInWords(meeting.state).word}</Tag>
            )}
          </>
        }
        actions={actions}
        tabs={
          <MeetingTabs
            label="About the meeting"
            tabs={tabs}
            chosen={tab}
            panelId={panelId}
            onChoose={(id) => setTab(tabs.find((each) => each.id === id)?.id ?? 'agenda')}
          />
        }
      />
      {deadlines !== null && (
        <DeadlineStrip
          label="Deadlines of the meeting"
          steps={deadlines.steps.map((step) => deadlineStep(step, today))}
        />
      )}
      {deadlines !== null && deadlines.warnings.length > 0 && (
        <div className={styles['warnings']}>
          {deadlines.warnings.map(({ type, words }) => (
            <Banner key={words} tone="warning" title={deadlineWarningTitle(type)}>
              {words}
            </Banner>
          ))}
        </div>
      )}
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, tab)} className={styles['panel']}>
        {tab === 'agenda' && (
          <AgendaTab
            open={open}
            aside={aside}
            papersOf={papersOf}
            pagesOf={pagesOf}
            itemPapers={itemPapers}
            onFilesDropped={onFilesDropped}
          />
        )}
        {tab === 'details' && <MeetingDetails open={open} />}
        {tab === 'history' && history}
      </div>
    </>
  );
}

function factsOf({ meeting, body, seats }: OpenMeeting): ReadonlyArray<PageFact> {
  const when = whenInWords(meeting);
  const members = seats === 1 ? '1 member' : `${seats} members`;
  const quorum = body?.quorum ?? null;
  return [
    ...(when === '' ? [] : [{ icon: CalendarDays, text: when }]),
    ...(meeting.place === '' ? [] : [{ icon: MapPin, text: meeting.place }]),
    ...(seats === 0 ? [] : [{ icon: Users, text: quorum === null ? members : `${members}, quorum ${quorum}` }]),
  ];
}
