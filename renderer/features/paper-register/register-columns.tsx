/** The register's columns: what each says, draws and takes. */
import { Lock } from 'lucide-react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { markedStatuses, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import type { GridColumn } from '#renderer/ui/data-grid/grid-column.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { shortDay, type PaperLine } from './lines.ts';
import styles from './paper-register.module.css';

const statusTones: Readonly<Record<PaperStatus, Tone>> = {
  draft: 'grey',
  ready: 'green',
  cleared: 'green',
  issued: 'blue',
};

function issuedStands({ paper }: PaperLine): string | undefined {
  return paper.status === 'issued' ? issuedWords : undefined;
}

/** `12 days`; empty for a paper in time. */
export function lateInWords({ late }: Pick<PaperLine, 'late'>): string {
  if (late === null || late === 0) return '';
  return `${late} ${late === 1 ? 'day' : 'days'}`;
}

export function dueInWords({ due }: PaperLine): string {
  return due === null ? '' : shortDay(due);
}

export const registerColumns: ReadonlyArray<GridColumn<PaperLine>> = [
  {
    id: 'title',
    header: 'Title',
    rowHeader: true,
    sortable: true,
    text: ({ paper }) => paper.title,
    draw: ({ paper, isRestricted }) => (
      <>
        {isRestricted && (
          <span className={styles['restricted']}>
            <Icon of={Lock} size="s" />
            <span className="vh">Restricted: </span>
          </span>
        )}
        <a href={hrefTo(pathTo.paper(paper.id))} tabIndex={-1}>
          {paper.title}
        </a>
      </>
    ),
    edit: { valueOf: ({ paper }) => paper.title, blockedBecause: issuedStands },
  },
  {
    id: 'meeting',
    header: 'Meeting',
    width: 13.25,
    sortable: true,
    text: ({ meetingName }) => meetingName || 'None yet',
  },
  {
    id: 'author',
    header: 'Author',
    width: 8,
    sortable: true,
    text: ({ paper }) => paper.author,
    edit: { valueOf: ({ paper }) => paper.author, blockedBecause: issuedStands },
  },
  {
    id: 'status',
    header: 'Status',
    width: 6,
    sortable: true,
    text: ({ paper }) => statusWords[paper.status],
    draw: ({ paper }) => <Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>,
    edit: {
      valueOf: ({ paper }) => paper.status,
      options: markedStatuses.map((status) => ({ value: status, label: statusWords[status] })),
      blockedBecause: issuedStands,
    },
  },
  {
    id: 'due',
    header: 'Due',
    width: 6.25,
    sortable: true,
    text: dueInWords,
    draw: (line) =>
      line.paper.dueOn === null && line.due !== null ? (
        <span className={styles['usual']} title="The day on which the meeting’s papers go out">
          {dueInWords(line)}
        </span>
      ) : (
        dueInWords(line)
      ),
    edit: {
      valueOf: ({ paper }) => (paper.dueOn === null ? '' : shortDay(paper.dueOn)),
      blockedBecause: issuedStands,
    },
  },
  {
    id: 'late',
    header: 'Late',
    width: 5.75,
    sortable: true,
    text: lateInWords,
    draw: (line) => {
      const words = lateInWords(line);
      return words === '' ? '' : <Status tone={line.owed ? 'red' : 'amber'}>{words}</Status>;
    },
  },
  {
    id: 'version',
    header: 'Version',
    width: 5.5,
    align: 'end',
    sortable: true,
    text: ({ version }) => (version === null ? '' : String(version)),
  },
  {
    id: 'pages',
    header: 'Pages',
    width: 4.5,
    align: 'end',
    sortable: true,
    text: ({ pages }) => (pages === null ? '' : String(pages)),
  },
];
