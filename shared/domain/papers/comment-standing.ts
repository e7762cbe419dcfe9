/**
 * Officers' statutory comments speak of the recommendations they were given to see. When those change afterwards, a comment
 * is stale until its author has seen the new ones (assessments, report template).
 */
import type { Command } from '#shared/changes/command.ts';
import { draft, set } from '#shared/changes/draft.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { isHeadingOf, reportTemplate, type TemplateSection } from './report-template.ts';
import { linesOf, type Block } from './paper-blocks.ts';
import type { PaperIssued } from './paper.commands.ts';
import { longestSeen, paperKind, type Paper, type SeenComment } from './paper.ts';

const statutory: ReadonlyArray<string> = ['finance-officer', 'monitoring-officer', 'equality-adviser'];

export type CommentStanding = {
  readonly section: TemplateSection;
} & (
  | { readonly type: 'unconfirmed' }
  | { readonly type: 'stands'; readonly seen: SeenComment }
  /** The recommendations, or the comment itself, read otherwise now. */
  | { readonly type: 'stale'; readonly seen: SeenComment }
);

/** What stands under a section's heading, up to the next heading of its rank or above. */
export function wordsUnder(blocks: ReadonlyArray<Block>, sectionId: string): string | null {
  const section = reportTemplate.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return null;
  const start = blocks.findIndex((block) => {
    return (
      block.type === 'heading' && isHeadingOf({ section: block.section, heading: linesOf([block]).join(' ') }, section)
    );
  });
  const heading = blocks[start];
  if (heading?.type !== 'heading') return null;
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.type === 'heading' && block.level <= heading.level);
  return linesOf(end < 0 ? rest : rest.slice(0, end))
    .join('\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

/** Every statutory comment that has been written, and whether it still speaks of what is recommended. */
export function commentStandings(blocks: ReadonlyArray<Block>, seen: Paper['seen']): ReadonlyArray<CommentStanding> {
  const recommendations = wordsUnder(blocks, 'recommendations') ?? '';
  return reportTemplate.sections.flatMap((section): CommentStanding[] => {
    if (!statutory.includes(section.id)) return [];
    const words = wordsUnder(blocks, section.id);
    if (words === null || words === '') return [];
    const last = seen.findLast((one) => one.section === section.id);
    if (last === undefined) return [{ section, type: 'unconfirmed' }];
    const isSame =
      last.recommendations === recommendations.slice(0, longestSeen) && last.comment === words.slice(0, longestSeen);
    return [{ section, type: isSame ? 'stands' : 'stale', seen: last }];
  });
}

export interface ConfirmComment {
  readonly paper: Paper;
  readonly section: TemplateSection;
  readonly blocks: ReadonlyArray<Block>;
  readonly by: string;
}

/** Its author has seen the recommendations as they read now, and the comment stands. */
export const confirmComment: Command<ConfirmComment, PaperIssued> = ({ paper, section, blocks, by }, { today }) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const seen: SeenComment = {
    section: section.id,
    by,
    on: today,
    recommendations: (wordsUnder(blocks, 'recommendations') ?? '').slice(0, longestSeen),
    comment: (wordsUnder(blocks, section.id) ?? '').slice(0, longestSeen),
  };
  const others = paper.seen.filter((one) => one.section !== section.id);
  return ok(
    draft(`Confirmed the comment of the ${section.heading.toLowerCase()}`, '', [
      set(paperKind, paper, { seen: [...others, seen] }),
    ]),
  );
};
