/** The text a new report starts with: the template's required sections as headings, each with room to write. */
import * as Y from 'yjs';
import { emptyText, textRoot, updateSince } from '#shared/changes/text.ts';
import { reportTemplate, type ReportTemplate } from './report-template.ts';

/** The first update of a new report's text, as a save carries it. */
export function newReportText(template: ReportTemplate = reportTemplate): string {
  const text = emptyText();
  const base = Y.encodeStateVector(text);
  const nodes = template.sections
    .filter((section) => section.isRequired)
    .flatMap((section) => {
      const heading = new Y.XmlElement<{ level: number; section: string }>('heading');
      heading.setAttribute('level', section.level);
      heading.setAttribute('section', section.id);
      heading.insert(0, [new Y.XmlText(section.heading)]);
      return [heading as Y.XmlElement, ...(section.id === 'implications' ? [] : [bodyOf(section.id)])];
    });
  text.transact(() => text.getXmlFragment(textRoot).insert(0, nodes));
  const update = updateSince(text, base);
  if (update === null) throw new Error('A new report has headings');
  return update;
}

/** Recommendations are numbered from the first. */
function bodyOf(section: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  if (section !== 'recommendations') return paragraph;
  const list = new Y.XmlElement<{ start: number }>('orderedList');
  list.setAttribute('start', 1);
  const item = new Y.XmlElement('listItem');
  item.insert(0, [paragraph]);
  list.insert(0, [item]);
  return list as Y.XmlElement;
}
