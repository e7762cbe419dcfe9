/**
 * A written paper as plain data: its headings, paragraphs, lists, tables and pictures in their order.
 *
 * The text itself is a shared document (Yjs) whose nodes bear the editor's names; whoever counts, checks, compares or
 * prints a paper reads it through here. What is not known is left out, its words are not.
 */
import * as Y from 'yjs';
import { suggestedAddition, suggestedRemoval, textRoot } from '#shared/changes/text.ts';

/** Words in one look. A link is an https or mailto address, or none. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
  /** The words of a footnote that stands here; the run has no text of its own then. */
  readonly note?: string;
}

export const longestFootnote = 2000;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: 2 | 3 | 4;
  /** The section of the template it was made for, whatever it is called now. */
  readonly section: string | null;
  readonly runs: ReadonlyArray<Run>;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly runs: ReadonlyArray<Run>;
}

export interface ListBlock {
  readonly type: 'list';
  readonly isNumbered: boolean;
  /** The first number, where it is numbered. */
  readonly start: number;
  readonly items: ReadonlyArray<ReadonlyArray<Block>>;
}

export interface TableCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: ReadonlyArray<Block>;
}

export interface TableBlock {
  readonly type: 'table';
  readonly rows: ReadonlyArray<ReadonlyArray<TableCell>>;
}

export interface PictureBlock {
  readonly type: 'picture';
  readonly sha256: string;
  /** What it shows, for people who cannot see it; empty where nobody has said yet. */
  readonly description: string;
}

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | PictureBlock;

/** The blocks of a text. */
export function blocksOf(text: Y.Doc): ReadonlyArray<Block> {
  return blocksIn(text.getXmlFragment(textRoot));
}

function blocksIn(parent: Y.XmlFragment): ReadonlyArray<Block> {
  return parent.toArray().flatMap((child): ReadonlyArray<Block> => {
    if (child instanceof Y.XmlText) {
      const runs = runsIn([child]);
      return runs.length === 0 ? [] : [{ type: 'paragraph', runs }];
    }
    return child instanceof Y.XmlElement ? blocksOfElement(child) : [];
  });
}

function blocksOfElement(element: Y.XmlElement): ReadonlyArray<Block> {
  const attributes = element.getAttributes() as Readonly<Record<string, unknown>>;
  switch (element.nodeName) {
    case 'heading':
      return [
        {
          type: 'heading',
          level: headingLevel(attributes['level']),
          section: textOr(attributes['section'], null),
          runs: runsIn(element.toArray()),
        },
      ];
    case 'paragraph':
      return [{ type: 'paragraph', runs: runsIn(element.toArray()) }];
    case 'bulletList':
    case 'orderedList':
      return [
        {
          type: 'list',
          isNumbered: element.nodeName === 'orderedList',
          start: countOr(attributes['start'], 1),
          items: childrenOf(element).map((item) => blocksIn(item)),
        },
      ];
    case 'table':
      return [{ type: 'table', rows: childrenOf(element).map((row) => childrenOf(row).map(cellOf)) }];
    case 'image':
      return [
        {
          type: 'picture',
          sha256: textOr(attributes['sha256'], ''),
          description: textOr(attributes['alt'], ''),
        },
      ];
    default:
      return blocksIn(element);
  }
}

function cellOf(cell: Y.XmlElement): TableCell {
  const attributes = cell.getAttributes() as Readonly<Record<string, unknown>>;
  return {
    isHeader: cell.nodeName === 'tableHeader',
    columns: countOr(attributes['colspan'], 1),
    rows: countOr(attributes['rowspan'], 1),
    blocks: blocksIn(cell),
  };
}

function childrenOf(element: Y.XmlElement): ReadonlyArray<Y.XmlElement> {
  return element.toArray().filter((child) => child instanceof Y.XmlElement);
}

function headingLevel(level: unknown): 2 | 3 | 4 {
  const known = Number(level);
  return known === 3 || known === 4 ? known : 2;
}

function textOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function countOr(value: unknown, otherwise: number): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 ? count : otherwise;
}

function runsIn(children: ReadonlyArray<unknown>): ReadonlyArray<Run> {
  const runs: Run[] = [];
  for (const child of children) {
    if (child instanceof Y.XmlText) {
      for (const { insert, attributes = {} } of child.toDelta() as ReadonlyArray<Delta>) {
        if (typeof insert !== 'string' || insert === '') continue;
        // What is only suggested is not in the paper yet.
        if (Object.hasOwn(attributes, suggestedAddition)) continue;
        runs.push({
          text: insert,
          bold: isMarked(attributes['bold']),
          italic: isMarked(attributes['italic']),
          link: linkIn(attributes['link']),
        });
      }
    } else if (child instanceof Y.XmlElement) {
      if (child.nodeName === 'footnote') {
        const words: unknown = child.getAttribute('words');
        if (typeof words === 'string' && words !== '') runs.push({ ...plain(''), note: words });
        continue;
      }
      // A line break, or something this app does not know, whose words are kept.
      const inside = child.nodeName === 'hardBreak' ? [plain('\n')] : runsIn(child.toArray());
      runs.push(...inside);
    }
  }
  return runs;
}

interface Delta {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function plain(text: string): Run {
  return { text, bold: false, italic: false, link: null };
}

function isMarked(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

function linkIn(mark: unknown): string | null {
  if (typeof mark !== 'object' || mark === null || !('href' in mark)) return null;
  return typeof mark.href === 'string' && isAllowedLink(mark.href) ? mark.href : null;
}

/** Longest address that browsers take without trouble. */
const longestLink = 2000;

/** Only these lead out of a paper: a page on the web over https, and an e-mail address. */
export function isAllowedLink(address: string): boolean {
  if (address.length > longestLink || /[\s\p{Cc}\p{Cf}]/u.test(address)) return false;
  return /^https:\/\/[^/@\\]+([/?#].*)?$/i.test(address) || /^mailto:[^@\s]+@[^@\s]+$/i.test(address);
}

/** How many runs of words somebody has suggested to add or to take out, and nobody has decided on. */
export function suggestionsWaiting(text: Y.Doc): number {
  let waiting = 0;
  const walk = (node: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlElement) walk(child);
      else if (child instanceof Y.XmlText) {
        for (const { attributes = {} } of child.toDelta() as ReadonlyArray<Delta>) {
          if (Object.hasOwn(attributes, suggestedAddition) || Object.hasOwn(attributes, suggestedRemoval)) waiting++;
        }
      }
    }
  };
  walk(text.getXmlFragment(textRoot));
  return waiting;
}

/** The words of some blocks, each paragraph on a line. */
export function linesOf(blocks: ReadonlyArray<Block>): ReadonlyArray<string> {
  return blocks.flatMap((block): ReadonlyArray<string> => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block.runs.map(({ text, note }) => (note === undefined ? text : ` (${note})`)).join('')];
      case 'list':
        return block.items.flatMap((item) => linesOf(item));
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks)));
      case 'picture':
        return block.description === '' ? [] : [block.description];
    }
  });
}

export function countWords(line: string): number {
  return line.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
