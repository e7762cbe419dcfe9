/** A written paper as HTML: its head, then its words. */
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import type { ItemLine } from '#shared/domain/packs/pack-contents.ts';
import { escapeHtml } from '#shared/kernel/escape-html.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { whenInWords } from './front-pages.ts';

export interface PaperPages {
  readonly paper: Paper;
  readonly item: ItemLine;
  readonly meeting: Meeting;
  /** The paper's words as HTML, every word escaped. */
  readonly words: string;
}

export function paperPagesHtml({ paper, item, meeting, words }: PaperPages): string {
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Meeting', `${meeting.bodyName}, ${whenInWords(meeting)}`],
    ['Agenda item', `${item.number} ${item.title}`],
    ['Reference', paper.reference],
    ['Report of', paper.reportOf],
    ['Author', paper.author],
    ['Contact', paper.contact],
  ];
  const rows = facts
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapeHtml(value)}</td></tr>`);
  return `<article><h1>${escapeHtml(paper.title)}</h1><table class="facts"><tbody>${rows.join('')}</tbody></table>${words}</article>`;
}
