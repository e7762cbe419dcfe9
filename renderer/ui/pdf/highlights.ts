/** Marks what was found, in the words that lie over the pages near the view. */
import { useCallback, useEffect, useRef } from 'react';
import { rangesIn } from './page-text.ts';
import type { Match } from './use-find.ts';

/** As they stand in the style sheet. */
const foundName = 'pdf-found';
const currentName = 'pdf-found-now';

/** Gives what pages call when their words come and go. */
export function useHighlights(query: string, current: Match | null): (page: number, words: HTMLElement | null) => void {
  const pages = useRef(new Map<number, HTMLElement>());
  const wanted = useRef({ query, current });
  const scrolledTo = useRef<Match | null>(null);

  const mark = useCallback((): void => {
    const { query, current } = wanted.current;
    const found = new Highlight();
    const now = new Highlight();
    if (query.trim() !== '') {
      for (const [page, words] of pages.current) {
        rangesIn(words, query).forEach((range, nth) => {
          const isCurrent = current !== null && current.page === page && current.nth === nth;
          (isCurrent ? now : found).add(range);
          if (isCurrent && scrolledTo.current !== current) {
            scrolledTo.current = current;
            range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
          }
        });
      }
    }
    CSS.highlights.set(foundName, found);
    CSS.highlights.set(currentName, now);
  }, []);

  useEffect(() => {
    wanted.current = { query, current };
    mark();
  }, [query, current, mark]);

  useEffect(
    () => () => {
      CSS.highlights.delete(foundName);
      CSS.highlights.delete(currentName);
    },
    [],
  );

  return useCallback(
    (page, words) => {
      if (words === null) pages.current.delete(page);
      else pages.current.set(page, words);
      if (wanted.current.query !== '') mark();
    },
    [mark],
  );
}
