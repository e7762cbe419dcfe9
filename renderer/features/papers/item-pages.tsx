import type { ReactElement } from 'react';
import { useLive } from '#renderer/data/session-context.tsx';
import { readPagesOfItem } from './paper.queries.ts';

export interface ItemPagesProps {
  readonly itemId: string;
}

/** How many pages the papers of an item have; a dash for none. Written papers are reckoned until they are printed. */
export function ItemPages({ itemId }: ItemPagesProps): ReactElement | null {
  const counted = useLive((database) => readPagesOfItem(database, itemId), [itemId]);
  if (counted === undefined) return null;
  if (counted === null) return <span>–</span>;
  return (
    <span className="num">
      {counted.isAbout && <span className="vh">about </span>}
      {counted.pages}
    </span>
  );
}
