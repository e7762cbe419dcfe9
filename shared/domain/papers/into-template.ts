/** Fits the text of a report that came from elsewhere into the report template. */
import type { Block, HeadingBlock } from './paper-blocks.ts';
import { isHeadingOf, reportTemplate, type ReportTemplate, type TemplateSection } from './report-template.ts';

export interface Fitted {
  readonly blocks: ReadonlyArray<Block>;
  /** Sections of the template that were found among its headings. */
  readonly found: ReadonlyArray<TemplateSection>;
  /** Required sections that it lacks: their headings were added, to be written under. */
  readonly added: ReadonlyArray<TemplateSection>;
}

/**
 * Headings that bear a section's name become that section's, whatever their number or capitals; the text keeps its order.
 * A required section it lacks is added before the next of the template that it has, or at the end.
 */
export function intoTemplate(blocks: ReadonlyArray<Block>, template: ReportTemplate = reportTemplate): Fitted {
  const found: TemplateSection[] = [];
  const fitted: Block[] = blocks.map((block): Block => {
    if (block.type !== 'heading') return block;
    const heading = block.runs.map(({ text }) => text).join('');
    const section = template.sections.find(
      (candidate) => !found.includes(candidate) && isHeadingOf({ section: block.section, heading }, candidate),
    );
    if (section === undefined) return { ...block, section: null };
    found.push(section);
    return { ...block, level: section.level, section: section.id };
  });
  const added = template.sections.filter((section) => section.isRequired && !found.includes(section));
  for (const section of [...added].reverse()) {
    const later = template.sections.slice(template.sections.indexOf(section) + 1).map(({ id }) => id);
    const next = fitted.findIndex((block) => block.type === 'heading' && later.includes(block.section ?? ''));
    const heading: HeadingBlock = {
      type: 'heading',
      level: section.level,
      section: section.id,
      runs: [{ text: section.heading, bold: false, italic: false, link: null }],
    };
    fitted.splice(next < 0 ? fitted.length : next, 0, heading, { type: 'paragraph', runs: [] });
  }
  return { blocks: fitted, found, added };
}
