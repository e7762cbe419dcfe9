/** What the check before issue has to say of papers written here. */
import { syllable } from 'syllable';
import { commentStandings } from '#shared/domain/papers/comment-standing.ts';
import { blocksOf } from '#shared/domain/papers/paper-blocks.ts';
import { writingProblems, type WritingProblem } from '#shared/domain/papers/writing-problems.ts';
import type { Database } from '#renderer/data/database.ts';
import { readText } from '#renderer/data/texts.ts';
import type { PackAsItStands } from './pack.queries.ts';

export interface WritingFacts {
  readonly problems: ReadonlyArray<WritingProblem>;
  /** Headings of statutory comments given on other recommendations than stand now. */
  readonly staleComments: ReadonlyArray<string>;
}

/** By paper. */
export async function readWritingFacts(
  database: Database,
  { papers, paperRecords }: PackAsItStands,
): Promise<ReadonlyMap<string, WritingFacts>> {
  const written = papers.filter(({ form }) => form === 'written');
  const found = await Promise.all(
    written.map(async ({ id }): Promise<readonly [string, WritingFacts]> => {
      const blocks = blocksOf(await readText(database, id, 'body'));
      const standings = commentStandings(blocks, paperRecords.get(id)?.seen ?? []);
      const staleComments = standings.flatMap(({ type, section }) => (type === 'stale' ? [section.heading] : []));
      return [id, { problems: writingProblems(blocks, syllable), staleComments }];
    }),
  );
  return new Map(found);
}
