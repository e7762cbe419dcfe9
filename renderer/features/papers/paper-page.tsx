import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { CalendarDays, FileText } from 'lucide-react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader, type PageFact } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { AttachProgress } from './attach-progress.tsx';
import { FilePaper } from './file-paper.tsx';
import { meetingTitle } from './meeting-title.ts';
import { PaperActions } from './paper-actions.tsx';
import { PaperHead } from './paper-head.tsx';
import { statusTones } from './paper-words.ts';
import { readPaper, type PaperInPlace } from './paper.queries.ts';
import { TextVersions } from './text-versions.tsx';

// The editor is large and wanted here alone.
const WrittenPaper = lazy(async () => ({ default: (await import('./written-paper.tsx')).WrittenPaper }));

export interface PaperPageProps {
  readonly paperId: string;
  /** Shows the pages of a kept PDF; the viewer is put in by the app. */
  readonly preview: (sha256: string) => ReactNode;
  /** Stands beneath the details; put in by the app. */
  readonly tools?: ReactNode;
}

/** One paper: its head, and its text or its file with the versions of either. */
export function PaperPage({ paperId, preview, tools }: PaperPageProps): ReactElement {
  const place = useLive((database) => readPaper(database, paperId), [paperId]);
  if (place === undefined) return <Loading label="Opening the paper" />;
  if (place === null) return <PaperGone />;
  const { paper } = place;
  const details = (
    <>
      <Panel title="Details">
        <PaperHead paper={paper} />
      </Panel>
      {tools}
    </>
  );
  return (
    <>
      <PageHeader
        title={paper.title}
        breadcrumbs={[{ label: 'Papers', href: hrefTo(pathTo.section('papers')) }, { label: paper.title }]}
        facts={factsOf(place)}
        beside={<Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>}
        actions={
          <>
            {place.meeting !== null && (
              <LinkButton href={hrefTo(pathTo.meeting(place.meeting.id))}>Go to the meeting</LinkButton>
            )}
            <PaperActions place={place} />
          </>
        }
      />
      <PageBody>
        <AttachProgress />
        {paper.form === 'file' ? (
          <FilePaper place={place} preview={preview} details={details} />
        ) : (
          <Written place={place} details={details} />
        )}
      </PageBody>
    </>
  );
}

interface WrittenProps {
  readonly place: PaperInPlace;
  readonly details: ReactNode;
}

function Written({ place: { paper }, details }: WrittenProps): ReactElement {
  const [tab, setTab] = useState('text');
  return (
    <Tabs
      label="The paper"
      tabs={[
        { id: 'text', label: 'Text' },
        { id: 'versions', label: 'Versions' },
      ]}
      chosen={tab}
      onChoose={setTab}
    >
      {tab === 'text' ? (
        <Suspense fallback={<Loading label="Opening the text" />}>
          <WrittenPaper paper={paper} details={details} />
        </Suspense>
      ) : (
        <TextVersions paper={paper} />
      )}
    </Tabs>
  );
}

function factsOf({ item, meeting, paper }: PaperInPlace): ReadonlyArray<PageFact> {
  const facts: PageFact[] = [];
  if (meeting !== null) facts.push({ icon: CalendarDays, text: meetingTitle(meeting) });
  if (item !== null) facts.push({ icon: FileText, text: item.title });
  if (paper.author !== '') facts.push({ text: `By ${paper.author}` });
  return facts;
}

function PaperGone(): ReactElement {
  return (
    <>
      <PageHeader title="Paper not found" />
      <PageBody>
        <EmptyState
          title="This paper is not here"
          text="It may have been removed. Undo brings back what was removed last."
          action={<LinkButton href={hrefTo(pathTo.section('papers'))}>All papers</LinkButton>}
        />
      </PageBody>
    </>
  );
}
