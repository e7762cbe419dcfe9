import type { ReactElement } from 'react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { paperStatuses, type Paper } from '#shared/domain/papers/paper.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { useAttaching } from './attaching.store.ts';
import styles from './item-papers.module.css';
import { statusTones } from './paper-words.ts';
import { readPapersOfItem } from './paper.queries.ts';

export interface ItemPapersProps {
  readonly itemId: string;
}

/** The paper that is furthest behind: what it waits for, the item waits for. */
function furthestBehind(papers: ReadonlyArray<Paper>): Paper | undefined {
  return paperStatuses.flatMap((status) => papers.filter((paper) => paper.status === status))[0];
}

/** What the row of an agenda item says about its papers: the status of the one furthest behind, leading to it. */
export function ItemPapers({ itemId }: ItemPapersProps): ReactElement | null {
  const papers = useLive((database) => readPapersOfItem(database, itemId), [itemId]);
  const job = useAttaching((state) => (state.job?.at === itemId ? state.job : null));
  if (job !== null) return <span className="small">{`Attaching ${job.done + 1} of ${job.total}`}</span>;
  if (papers === undefined) return null;
  const paper = furthestBehind(papers);
  if (paper === undefined) return <span className="muted small">No paper</span>;
  const more = papers.length - 1;
  return (
    <span className={styles['tags']}>
      <a className={styles['link']} href={hrefTo(pathTo.paper(paper.id))} title={paper.title}>
        <span className="vh">{`${paper.title}: `}</span>
        <Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>
      </a>
      {more > 0 && (
        <span className="muted small">
          {`+${more}`}
          <span className="vh">{more === 1 ? ' more paper' : ' more papers'}</span>
        </span>
      )}
    </span>
  );
}
