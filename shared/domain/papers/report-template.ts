/**
 * The report template, as data: which sections a report to a board has, what each should say, and which it may go without.
 *
 * Drawn from how English councils head their reports (Carlisle, Rossendale, Brighton, Maidstone, South Kesteven, Haringey):
 * summary and numbered recommendations first, then reasons, options with "do nothing" among them, consultation and what it
 * changed, and implications each of which says something or says why there are none. A partnership's board is not bound by
 * the rules on key decisions, exempt information and statutory officers' comments, so there those sections are optional.
 */
import type { OutlineEntry } from './outline.ts';

export interface TemplateSection {
  readonly id: string;
  readonly heading: string;
  readonly level: 2 | 3;
  /** What belongs here, told to the author while the section is empty. */
  readonly guidance: string;
  readonly isRequired: boolean;
}

export interface ReportTemplate {
  readonly id: string;
  readonly name: string;
  /** In the order of the report. A section of level 3 belongs to the last of level 2 before it. */
  readonly sections: ReadonlyArray<TemplateSection>;
}

function required(id: string, level: 2 | 3, heading: string, guidance: string): TemplateSection {
  return { id, level, heading, guidance, isRequired: true };
}

function optional(id: string, level: 2 | 3, heading: string, guidance: string): TemplateSection {
  return { id, level, heading, guidance, isRequired: false };
}

/** The usual report to a partnership's board. */
export const reportTemplate: ReportTemplate = {
  id: 'partnership-report',
  name: 'Report to a partnership board',
  sections: [
    required('summary', 2, 'Summary', 'One paragraph: what this is about, what is asked, and why now.'),
    required(
      'recommendations',
      2,
      'Recommendations',
      'Number them. Begin each with a verb (agree, note, ask) so that it can stand in the minutes as it is.',
    ),
    required(
      'reasons',
      2,
      'Reasons for the recommendations',
      'Why these and not others: what they will change, for whom.',
    ),
    required(
      'background',
      2,
      'Background',
      'What members need to know first: what was decided before, and where things stand.',
    ),
    optional(
      'options',
      2,
      'Options considered',
      'At least three, doing nothing among them. Say why those not chosen were set aside.',
    ),
    required(
      'consultation',
      2,
      'Consultation and what it changed',
      'Who was asked, what they said and what changed because of it. If nobody was asked, say why.',
    ),
    optional('timetable', 2, 'Timetable and next steps', 'What happens when, and who does it.'),
    optional('communication', 2, 'Communication', 'Who will be told of the decision, how and when.'),
    optional(
      'key-decision',
      2,
      'Key decision',
      'Where a partner must give notice of a key decision: which notice, and when it was given.',
    ),
    optional(
      'exempt',
      2,
      'Exempt information',
      'What is kept from the public, on which ground, and why that outweighs openness.',
    ),
    required('implications', 2, 'Implications', 'Each heading below says something, or “None, because …”.'),
    required('financial', 3, 'Financial', 'Cost, who pays, from which budget, and for how long. Or “None, because …”.'),
    required('legal', 3, 'Legal', 'Powers and duties relied on, and any risk of challenge. Or “None, because …”.'),
    required(
      'equality',
      3,
      'Equality',
      'Who is affected differently, and what the assessment found. Or “None, because …”.',
    ),
    required(
      'children',
      3,
      'Children, young people and safeguarding',
      'What it means for children and young people, and for keeping them safe. Or “None, because …”.',
    ),
    optional('staffing', 3, 'Staffing', 'Posts, hours, training, and talks with trade unions.'),
    optional('rural', 3, 'Rural areas', 'Distance, cost and access for people in rural places.'),
    optional('environment', 3, 'Environment, climate and wildlife', 'Emissions, travel, buildings, land and nature.'),
    optional('health', 3, 'Health and wellbeing', 'Effects on health, and on differences in health between groups.'),
    optional('crime', 3, 'Crime and disorder', 'Effects on crime, disorder and people’s sense of safety.'),
    optional('data-protection', 3, 'Data protection', 'Personal information shared or collected, and on what basis.'),
    optional('property', 3, 'Property and procurement', 'Buildings, land, contracts and how they will be let.'),
    optional('risk', 3, 'Risk', 'What could go wrong, how likely and how grave, and what is done about it.'),
    optional('comments', 2, 'Statutory comments', 'The officers’ own words, with name and date.'),
    optional('finance-officer', 3, 'Chief finance officer (section 151)', 'Their comment, word for word, dated.'),
    optional('monitoring-officer', 3, 'Monitoring officer', 'Their comment, word for word, dated.'),
    optional('equality-adviser', 3, 'Equality adviser', 'Their comment, word for word, dated.'),
    optional('appendices', 2, 'Appendices', 'List them, each with a letter and a title.'),
    optional('background-papers', 2, 'Background papers', 'What the report relies on and where it can be read.'),
    optional('glossary', 2, 'Words explained', 'Abbreviations and terms that members may not know.'),
  ],
};

/** Whether a heading in a paper is that of a section: made for it, or called the same but for numbers, case and stops. */
export function isHeadingOf(entry: Pick<OutlineEntry, 'section' | 'heading'>, section: TemplateSection): boolean {
  return entry.section === section.id || bare(entry.heading) === bare(section.heading);
}

function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^[\s\d.()]+/, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

export type Gap = { readonly section: TemplateSection; readonly because: 'absent' | 'empty' };

/** The required sections that a paper does not have, or that say nothing. A section counts as full where one under it is. */
export function missingSections(
  outline: ReadonlyArray<OutlineEntry>,
  template: ReportTemplate = reportTemplate,
): ReadonlyArray<Gap> {
  return template.sections.flatMap((section): ReadonlyArray<Gap> => {
    if (!section.isRequired) return [];
    const found = outline.flatMap((entry, index) => (isHeadingOf(entry, section) ? [index] : []));
    if (found.length === 0) return [{ section, because: 'absent' }];
    const isFull = found.some((index) => hasContentUnder(outline, index));
    return isFull ? [] : [{ section, because: 'empty' }];
  });
}

/** Whether anything stands under a heading or under those of lower rank that follow it. */
function hasContentUnder(outline: ReadonlyArray<OutlineEntry>, index: number): boolean {
  const level = outline[index]?.level ?? null;
  if (level === null) return false;
  for (const [offset, entry] of outline.slice(index).entries()) {
    if (offset > 0 && (entry.level ?? 0) <= level) return false;
    if (entry.hasContent) return true;
  }
  return false;
}
