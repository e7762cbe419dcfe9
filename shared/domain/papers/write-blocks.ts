/** The way back from plain data to a text: what `blocksOf` reads, written into a shared document. */
import * as Y from 'yjs';
import { textRoot, updateSince } from '#shared/changes/text.ts';
import type { Block, ListBlock, Run, TableCell } from './paper-blocks.ts';

export type WritePlace = 'instead' | 'after';

/** Puts blocks in the place of what a text holds, or after it; answers with the update a save carries, `null` for none. */
export function writeBlocks(text: Y.Doc, blocks: ReadonlyArray<Block>, place: WritePlace): string | null {
  const base = Y.encodeStateVector(text);
  const root = text.getXmlFragment(textRoot);
  text.transact(() => {
    if (place === 'instead') root.delete(0, root.length);
    root.insert(root.length, blocks.map(elementOf));
  });
  return updateSince(text, base);
}

function elementOf(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'heading': {
      const heading = new Y.XmlElement<{ level: number; section: string }>('heading');
      heading.setAttribute('level', block.level);
      if (block.section !== null) heading.setAttribute('section', block.section);
      heading.insert(0, wordsOf(block.runs));
      return heading as Y.XmlElement;
    }
    case 'paragraph':
      return element('paragraph', wordsOf(block.runs));
    case 'list':
      return listOf(block);
    case 'table':
      return element(
        'table',
        block.rows.map((row) => element('tableRow', row.map(cellOf))),
      );
    case 'picture': {
      const picture = new Y.XmlElement<{ sha256: string; alt: string }>('image');
      picture.setAttribute('sha256', block.sha256);
      picture.setAttribute('alt', block.description);
      return picture;
    }
  }
}

function element(name: string, children: Array<Y.XmlElement | Y.XmlText>): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function listOf({ isNumbered, start, items }: ListBlock): Y.XmlElement {
  const list = new Y.XmlElement<{ start: number }>(isNumbered ? 'orderedList' : 'bulletList');
  if (isNumbered) list.setAttribute('start', start);
  list.insert(
    0,
    items.map((item) => element('listItem', paragraphFirst(item).map(elementOf))),
  );
  return list as Y.XmlElement;
}

/** The editor's list items begin with a paragraph. */
function paragraphFirst(blocks: ReadonlyArray<Block>): ReadonlyArray<Block> {
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph', runs: [] }, ...blocks];
}

function cellOf(cell: TableCell): Y.XmlElement {
  const made = new Y.XmlElement<{ colspan: number; rowspan: number }>(cell.isHeader ? 'tableHeader' : 'tableCell');
  made.setAttribute('colspan', cell.columns);
  made.setAttribute('rowspan', cell.rows);
  const blocks = cell.blocks.length === 0 ? [{ type: 'paragraph', runs: [] } as const] : cell.blocks;
  made.insert(0, blocks.map(elementOf));
  return made as Y.XmlElement;
}

/** Runs as words of the document; a line feed becomes a line break. */
function wordsOf(runs: ReadonlyArray<Run>): Array<Y.XmlElement | Y.XmlText> {
  const children: Array<Y.XmlElement | Y.XmlText> = [];
  let line: Run[] = [];
  const end = (): void => {
    if (line.length > 0) children.push(lineOf(line));
    line = [];
  };
  for (const run of runs) {
    if (run.note !== undefined) {
      end();
      const footnote = new Y.XmlElement<{ words: string }>('footnote');
      footnote.setAttribute('words', run.note);
      children.push(footnote);
      continue;
    }
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) {
        end();
        children.push(new Y.XmlElement('hardBreak'));
      }
      if (text !== '') line.push({ ...run, text });
    });
  }
  end();
  return children;
}

function lineOf(runs: ReadonlyArray<Run>): Y.XmlText {
  const words = new Y.XmlText();
  let at = 0;
  for (const { text, bold, italic, link } of runs) {
    // Without attributes a run would take on those of the run before it.
    const marks = { bold: bold ? {} : null, italic: italic ? {} : null, link: link === null ? null : { href: link } };
    words.insert(at, text, marks);
    at += text.length;
  }
  return words;
}
