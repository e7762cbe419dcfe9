import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { commentsIn, commentsRoot, type PaperComment } from '#shared/domain/papers/paper-comments.ts';

/** The comments of an open text, as they stand. */
export function useComments(text: Y.Doc): ReadonlyArray<PaperComment> {
  const [comments, setComments] = useState(() => commentsIn(text));
  useEffect(() => {
    const entries = text.getMap(commentsRoot);
    const changed = (): void => setComments(commentsIn(text));
    changed();
    entries.observe(changed);
    return () => entries.unobserve(changed);
  }, [text]);
  return comments;
}
