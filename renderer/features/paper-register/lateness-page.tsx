import { useMemo, useState, type ReactElement } from 'react';
import { latenessByAuthor, type AuthorLateness } from '#shared/domain/papers/lateness.ts';
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { paperViews } from '#renderer/navigation/paper-views.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import type { TableColumn } from '#renderer/ui/table-column.ts';
import { Table } from '#renderer/ui/table.tsx';
import type { PaperLine } from './lines.ts';
import { everyLine } from './narrow.ts';
import { filterChanged } from './register.store.ts';
import { useLines } from './use-lines.ts';

/** Months looked back on; 0 for everything there is. */
const periods = [
  { value: '12', label: 'Meetings of the last 12 months and ahead' },
  { value: '36', label: 'Meetings of the last 3 years and ahead' },
  { value: '0', label: 'All meetings' },
] as const;

const columns: ReadonlyArray<TableColumn<AuthorLateness>> = [
  {
    id: 'author',
    header: 'Author',
    rowHeader: true,
    cell: ({ author }) => (
      <a href={hrefTo(pathTo.section('papers'))} onClick={() => filterChanged({ ...everyLine, author })}>
        {author === '' ? 'Nobody yet' : author}
      </a>
    ),
  },
  { id: 'asked', header: 'Papers asked', width: 8, align: 'end', cell: ({ asked }) => asked },
  { id: 'late', header: 'Late', width: 6, align: 'end', cell: ({ late }) => late },
  {
    id: 'average',
    header: 'Average days late',
    width: 10,
    align: 'end',
    cell: ({ averageDays }) => (averageDays === 0 ? '' : averageDays.toFixed(1)),
  },
  { id: 'owed', header: 'Not in yet', width: 7, align: 'end', cell: ({ owed }) => owed },
  {
    id: 'owedLate',
    header: 'Late now',
    width: 8,
    cell: ({ owedLate }) => (owedLate === 0 ? '' : <Status tone="red">{owedLate} late</Status>),
  },
];

/** How late each author is: papers asked, late, by how many days, and not in yet. */
export function LatenessPage(): ReactElement {
  const { today } = useSession();
  const known = useLines();
  const [months, setMonths] = useState<string>(periods[0].value);
  const lines = known?.isWhole === true ? known.lines : undefined;
  const authors = useMemo(() => {
    if (lines === undefined) return undefined;
    const since = months === '0' ? null : addMonths(today, -Number(months));
    const asked = lines.filter((line) => isWithin(line, since));
    return latenessByAuthor(
      asked.map(({ paper, due, received }) => ({ author: paper.author, status: paper.status, due, received })),
      today,
    );
  }, [lines, months, today]);

  return (
    <>
      <PageHeader
        title="Lateness per author"
        tabs={<TabLinks label="Pages about papers" tabs={paperViews('lateness')} />}
      />
      <PageBody>
        <Row>
          <Select label="Counted over" width="l" value={months} options={periods} onChange={setMonths} />
        </Row>
        <Panel title="Authors" flush>
          {authors === undefined ? (
            <Skeleton label="Counting the papers of each author" rows={6} />
          ) : (
            <Table
              caption="Lateness per author"
              columns={columns}
              rows={authors}
              keyOf={({ author }) => author}
              empty={
                <EmptyState title="No papers in this time" text="Choose a longer time, or add papers to a meeting." />
              }
            />
          )}
        </Panel>
        <p>
          A paper is late when it is past drafting after its due date, or not yet and the date has gone by. Without a
          due date of its own it is due on the day its meeting’s papers go out. The average is over the late ones.
        </p>
      </PageBody>
    </>
  );
}

/** Papers of no meeting, or of one without a date, are still asked for. */
function isWithin({ meeting }: PaperLine, since: CivilDate | null): boolean {
  return since === null || meeting === null || meeting.date === null || meeting.date >= since;
}
