import { FileText, Paperclip, Plus, X } from 'lucide-react';
import { useDeferredValue, useEffect, useState, type ReactElement } from 'react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { paperStatuses } from '#shared/domain/papers/paper.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { TableColumn } from '#renderer/ui/table-column.ts';
import { Table } from '#renderer/ui/table.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { AddPaperDialog } from './add-paper-dialog.tsx';
import { AttachProgress } from './attach-progress.tsx';
import { meetingTitle } from './meeting-title.ts';
import { filterChanged, filterCleared, moreShown, useRegister } from './paper-filter.store.ts';
import {
  readAuthors,
  readLatestMeetings,
  readPaperCount,
  readPaperList,
  type ListedPaper,
  type PaperFilter,
} from './paper-list.queries.ts';
import { countOf, statusTones } from './paper-words.ts';
import { attachable, startAttaching } from './start-attaching.ts';

const columns: ReadonlyArray<TableColumn<ListedPaper>> = [
  { id: 'title', header: 'Title', rowHeader: true, cell: ({ paper }) => paper.title },
  {
    id: 'meeting',
    header: 'Meeting',
    width: 17,
    hideWhenNarrow: true,
    cell: ({ meeting }) => (meeting === null ? 'None yet' : meetingTitle(meeting)),
  },
  { id: 'item', header: 'Agenda item', width: 13, hideWhenNarrow: true, cell: ({ item }) => item?.title ?? 'None yet' },
  { id: 'author', header: 'Author', width: 9, hideWhenNarrow: true, cell: ({ paper }) => paper.author },
  {
    id: 'status',
    header: 'Status',
    width: 7,
    cell: ({ paper }) => <Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>,
  },
];

/** Every paper, by meeting, status and author. */
export function PapersPage(): ReactElement {
  const session = useSession();
  const isAsked = useIntent('addPaper');
  const [isAdding, setAdding] = useState(isAsked);
  const filter = useDeferredValue(useRegister((register) => register.filter));
  const most = useRegister((register) => register.most);
  const count = useLive(readPaperCount, []);
  const list = useLive((database) => readPaperList(database, filter, most), [filter, most]);
  const isFiltered = Object.values(filter).some((value) => value !== null && value !== '');

  useEffect(() => {
    if (isAsked) intentTaken();
  }, [isAsked]);

  function attached(files: ReadonlyArray<File>): void {
    const to = { type: 'item', meetingId: filter.meetingId, itemId: null } as const;
    void startAttaching({ session, files, to, reportTo: 'page' });
  }

  return (
    <DropArea label="Drop files to make each a paper" onFiles={attached}>
      <PageHeader
        title="Papers"
        facts={count === undefined ? [] : [{ icon: FileText, text: countOf(count, 'paper') }]}
        actions={
          <>
            <FileButton onFiles={attached} accept={attachable} icon={Paperclip}>
              Attach files
            </FileButton>
            <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>
              Add paper
            </Button>
          </>
        }
      />
      <PageBody>
        <AttachProgress />
        {count !== 0 && (
          <Filters found={list === undefined ? undefined : foundInWords(list.papers.length, list.hasMore)} />
        )}
        {list === undefined ? (
          <Loading label="Looking up papers" />
        ) : list.papers.length === 0 ? (
          <EmptyState
            icon={FileText}
            title={isFiltered ? 'No paper fits these filters' : 'No papers yet'}
            text={
              isFiltered
                ? 'Take a filter away to see more.'
                : 'Write one from the report template, or attach the PDFs you were sent.'
            }
            action={isFiltered ? <Button onPress={filterCleared}>Show all papers</Button> : undefined}
          />
        ) : (
          <Panel title="All papers" count={foundInWords(list.papers.length, list.hasMore)} flush>
            <Table
              caption="Papers"
              columns={columns}
              rows={list.papers}
              keyOf={({ paper }) => paper.id}
              hrefOf={({ paper }) => hrefTo(pathTo.paper(paper.id))}
            />
          </Panel>
        )}
        {list?.hasMore === true && (
          <Row>
            <Button onPress={moreShown}>Show more papers</Button>
          </Row>
        )}
      </PageBody>
      {isAdding && <AddPaperDialog onClose={() => setAdding(false)} />}
    </DropArea>
  );
}

function foundInWords(shown: number, hasMore: boolean): string {
  return hasMore ? `the first ${shown}` : countOf(shown, 'paper');
}

interface FiltersProps {
  readonly found: string | undefined;
}

function Filters({ found }: FiltersProps): ReactElement {
  const filter = useRegister((register) => register.filter);
  const meetings = useLive(readLatestMeetings, []) ?? [];
  const authors = useLive(readAuthors, []) ?? [];
  const chosen = chosenFilters(filter, (id) => {
    const meeting = meetings.find((candidate) => candidate.id === id);
    return meeting === undefined ? 'chosen' : meetingTitle(meeting);
  });
  return (
    <>
      <FormRow>
        <SearchField
          label="Search papers by title"
          placeholder="Words of the title"
          value={filter.words}
          onChange={(words) => filterChanged({ words })}
          count={found}
          hideLabel={false}
        />
        <Select
          label="Meeting"
          value={filter.meetingId ?? ''}
          placeholder="Any meeting"
          options={meetings.map((meeting) => ({ value: meeting.id, label: meetingTitle(meeting) }))}
          onChange={(id) => filterChanged({ meetingId: id === '' ? null : id })}
        />
        <Select
          label="Status"
          value={filter.status ?? ''}
          placeholder="Any status"
          options={paperStatuses.map((status) => ({ value: status, label: statusWords[status] }))}
          onChange={(value) => filterChanged({ status: paperStatuses.find((status) => status === value) ?? null })}
        />
        <Select
          label="Author"
          value={filter.author ?? ''}
          placeholder="Anybody"
          options={authors.map((author) => ({ value: author, label: author }))}
          onChange={(author) => filterChanged({ author: author === '' ? null : author })}
        />
      </FormRow>
      {chosen.length > 0 && (
        <Row>
          {chosen.map(({ name, without }) => (
            <Button key={name} small icon={X} onPress={() => filterChanged(without)}>
              <span className="vh">Remove the filter </span>
              {name}
            </Button>
          ))}
        </Row>
      )}
    </>
  );
}

function chosenFilters(
  { meetingId, status, author, words }: PaperFilter,
  meetingName: (id: string) => string,
): ReadonlyArray<{ readonly name: string; readonly without: Partial<PaperFilter> }> {
  return [
    ...(words.trim() === '' ? [] : [{ name: `Title: ${words.trim()}`, without: { words: '' } }]),
    ...(meetingId === null ? [] : [{ name: `Meeting: ${meetingName(meetingId)}`, without: { meetingId: null } }]),
    ...(status === null ? [] : [{ name: `Status: ${statusWords[status]}`, without: { status: null } }]),
    ...(author === null ? [] : [{ name: `Author: ${author}`, without: { author: null } }]),
  ];
}
