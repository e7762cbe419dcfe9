/** Makes the shared document that the editor opens from an outline, as the updates a save carries. */
import * as Y from 'yjs';
import { emptyText, textRoot, updateSince } from '#shared/changes/text.ts';
import { reportTemplate } from '#shared/domain/papers/report-template.ts';
import { readOutline, type Block, type Run } from './outline.ts';

function words(runs: ReadonlyArray<Run>): Y.XmlText {
  const text = new Y.XmlText();
  let at = 0;
  for (const run of runs) {
    // Without attributes a run would take on those of the run before it.
    text.insert(at, run.text, run.bold ? { bold: {} } : { bold: null });
    at += run.text.length;
  }
  return text;
}

function element(name: string, children: Array<Y.XmlElement | Y.XmlText>): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function paragraph(runs: ReadonlyArray<Run>): Y.XmlElement {
  return element('paragraph', runs.length === 0 ? [] : [words(runs)]);
}

/** A heading that is one of the report template's is marked so, as in a report started from the template. */
function heading(level: 2 | 3, runs: ReadonlyArray<Run>): Y.XmlElement {
  const made = new Y.XmlElement<{ level: number; section: string }>('heading');
  const text = runs.map((run) => run.text).join('');
  const section = reportTemplate.sections.find((other) => other.level === level && other.heading === text);
  made.setAttribute('level', level);
  if (section !== undefined) made.setAttribute('section', section.id);
  made.insert(0, [words(runs)]);
  return made as Y.XmlElement;
}

function list(ordered: boolean, items: Array<Y.XmlElement>): Y.XmlElement {
  if (!ordered) return element('bulletList', items);
  const made = new Y.XmlElement<{ start: number }>('orderedList');
  made.setAttribute('start', 1);
  made.insert(0, items);
  return made as Y.XmlElement;
}

function elementOf(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'heading':
      return heading(block.level, block.runs);
    case 'paragraph':
      return paragraph(block.runs);
    case 'list':
      return list(
        block.ordered,
        block.items.map((runs) => element('listItem', [paragraph(runs)])),
      );
    case 'table':
      return element(
        'table',
        block.rows.map((row, index) =>
          element(
            'tableRow',
            row.map((cell) => element(index === 0 ? 'tableHeader' : 'tableCell', [paragraph(cell)])),
          ),
        ),
      );
  }
}

/** One update for each outline, written one after another: the later ones follow on at the end of the text. */
export function updatesOf(outlines: ReadonlyArray<string>): ReadonlyArray<string> {
  const text = emptyText();
  const root = text.getXmlFragment(textRoot);
  return outlines.map((outline) => {
    const base = Y.encodeStateVector(text);
    text.transact(() => root.insert(root.length, readOutline(outline).map(elementOf)));
    return updateSince(text, base) ?? '';
  });
}
