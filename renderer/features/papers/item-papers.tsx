import type { ReactElement } from 'react';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { useAttaching } from './attaching.store.ts';
import styles from './item-papers.module.css';
import { countOf, statusTones } from './paper-words.ts';
import { readPapersOfItem } from './paper.queries.ts';

export interface ItemPapersProps {
  readonly itemId: string;
}

/** Tags shown one by one; more are counted. */
const shownEach = 2;

/** What the row of an agenda item says about its papers: each one's status, leading to it. */
export function ItemPapers({ itemId }: ItemPapersProps): ReactElement | null {
  const papers = useLive((database) => readPapersOfItem(database, itemId), [itemId]);
  const job = useAttaching((state) => (state.job?.at === itemId ? state.job : null));
  if (job !== null) return <span className="small">{`Attaching ${job.done + 1} of ${job.total}`}</span>;
  if (papers === undefined) return null;
  if (papers.length === 0) return <span className="muted small">No paper</span>;
  const more = papers.length - shownEach;
  return (
    <span className={styles['tags']}>
      {papers.slice(0, shownEach).map((paper) => (
        <a key={paper.id} className={styles['link']} href={hrefTo(pathTo.paper(paper.id))} title={paper.title}>
          <span className="vh">{`${paper.title}: `}</span>
          <Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>
        </a>
      ))}
      {more > 0 && <span className="muted small">{`and ${countOf(more, 'more', 'more')}`}</span>}
    </span>
  );
}
