/** What the check before issue has to say of papers written here. */
import { syllable } from 'syllable';
import { commentStandings } from '#shared/domain/papers/comment-standing.ts';
import { blocksOf, suggestionsWaiting } from '#shared/domain/papers/paper-blocks.ts';
import { commentsIn } from '#shared/domain/papers/paper-comments.ts';
import { writingProblems, type WritingProblem } from '#shared/domain/papers/writing-problems.ts';
import type { Database } from '#renderer/data/database.ts';
import { readText } from '#renderer/data/texts.ts';
import type { PackAsItStands } from './pack.queries.ts';

export interface WritingFacts {
  readonly problems: ReadonlyArray<WritingProblem>;
  /** Headings of statutory comments given on other recommendations than stand now. */
  readonly staleComments: ReadonlyArray<string>;
  /** Comments that nobody has resolved; they are not printed. */
  readonly openComments: number;
  /** Suggested changes that nobody has decided on; what is only suggested is not printed. */
  readonly suggestions: number;
}

/** By paper. */
export async function readWritingFacts(
  database: Database,
  { papers, paperRecords }: PackAsItStands,
): Promise<ReadonlyMap<string, WritingFacts>> {
  const written = papers.filter(({ form }) => form === 'written');
  const found = await Promise.all(
    written.map(async ({ id }): Promise<readonly [string, WritingFacts]> => {
      const text = await readText(database, id, 'body');
      const blocks = blocksOf(text);
      const openComments = commentsIn(text).filter(({ doneBy }) => doneBy === null).length;
      const standings = commentStandings(blocks, paperRecords.get(id)?.seen ?? []);
      const staleComments = standings.flatMap(({ type, section }) => (type === 'stale' ? [section.heading] : []));
      const suggestions = suggestionsWaiting(text);
      return [id, { problems: writingProblems(blocks, syllable), staleComments, openComments, suggestions }];
    }),
  );
  return new Map(found);
}
