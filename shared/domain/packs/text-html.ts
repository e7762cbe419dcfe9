/**
 * A written paper as HTML for printing. Only what the editor can make comes through; every word is escaped, and links lead
 * only to the web or to an e-mail address. What is only suggested is not printed: the paper stands as though nobody had
 * suggested anything.
 */
import * as Y from 'yjs';
import { escapeHtml } from '#shared/kernel/escape-html.ts';
import { suggestedAddition, textRoot } from '#shared/changes/text.ts';

export interface PictureSource {
  /** The picture of this hash as a `data:` address; `null` where this laptop does not hold it. */
  addressOf(sha256: string): string | null;
}

/** What is gathered on the way through a text. */
interface Printing extends PictureSource {
  /** The words of the footnotes so far. */
  readonly notes: string[];
}

const plainTags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
};

const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

function attribute(element: Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function span(element: Y.XmlElement, name: 'colspan' | 'rowspan'): string {
  const count = Number(attribute(element, name));
  return Number.isInteger(count) && count > 1 && count < 100 ? ` ${name}="${count}"` : '';
}

function isSafeLink(address: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(address);
}

function runHtml(text: string, marks: Readonly<Record<string, unknown>>): string {
  let html = escapeHtml(text);
  for (const [name, tag] of Object.entries(markTags)) if (marks[name] !== undefined) html = `<${tag}>${html}</${tag}>`;
  const link = marks['link'];
  const address = typeof link === 'object' && link !== null && 'href' in link ? link.href : null;
  return typeof address === 'string' && isSafeLink(address) ? `<a href="${escapeHtml(address)}">${html}</a>` : html;
}

function wordsHtml(words: Y.XmlText): string {
  const runs = words.toDelta() as ReadonlyArray<{ insert?: unknown; attributes?: Readonly<Record<string, unknown>> }>;
  return runs
    .map(({ insert, attributes = {} }) =>
      typeof insert !== 'string' || Object.hasOwn(attributes, suggestedAddition) ? '' : runHtml(insert, attributes),
    )
    .join('');
}

function childrenHtml(node: Y.XmlFragment | Y.XmlElement, printing: Printing): string {
  return node
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText ? wordsHtml(child) : child instanceof Y.XmlElement ? elementHtml(child, printing) : '',
    )
    .join('');
}

function tableHtml(table: Y.XmlElement, printing: Printing): string {
  const rows = table.toArray().filter((row) => row instanceof Y.XmlElement);
  const first = rows[0];
  const html = rows.map((row) => elementHtml(row, printing));
  if (first === undefined || !isHeaderRow(first)) return `<table><tbody>${html.join('')}</tbody></table>`;
  return `<table><thead>${html[0] ?? ''}</thead><tbody>${html.slice(1).join('')}</tbody></table>`;
}

function pictureHtml(picture: Y.XmlElement, pictures: PictureSource): string {
  const address = pictures.addressOf(attribute(picture, 'sha256'));
  const words = escapeHtml(attribute(picture, 'alt'));
  return address === null ? `<p>[Picture not on this laptop: ${words}]</p>` : `<img src="${address}" alt="${words}">`;
}

function elementHtml(element: Y.XmlElement, printing: Printing): string {
  const name = element.nodeName;
  const inner = (): string => childrenHtml(element, printing);
  const tag = plainTags[name];
  if (tag !== undefined) return `<${tag}>${inner()}</${tag}>`;
  switch (name) {
    case 'heading': {
      // The paper's title is the one heading of the first level.
      const level = Math.min(5, Math.max(2, Number(attribute(element, 'level')) || 2));
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'table':
      return tableHtml(element, printing);
    case 'tableHeader':
      return `<th scope="${element.prevSibling === null && !isInHeaderRow(element) ? 'row' : 'col'}"${span(element, 'colspan')}${span(element, 'rowspan')}>${inner()}</th>`;
    case 'tableCell':
      return `<td${span(element, 'colspan')}${span(element, 'rowspan')}>${inner()}</td>`;
    case 'image':
      return pictureHtml(element, printing);
    case 'footnote':
      return footnoteHtml(attribute(element, 'words'), printing);
    case 'hardBreak':
      return '<br>';
    case 'horizontalRule':
      return '<hr>';
    default:
      return inner();
  }
}

/** A first row heads the columns only where all of it is headers: else its first cell heads the row. */
function isHeaderRow(row: Y.XmlElement): boolean {
  const cells = row.toArray();
  return (
    row.prevSibling === null && cells.every((cell) => cell instanceof Y.XmlElement && cell.nodeName === 'tableHeader')
  );
}

function isInHeaderRow(cell: Y.XmlElement): boolean {
  return cell.parent instanceof Y.XmlElement && isHeaderRow(cell.parent);
}

export function textHtml(text: Y.Doc, pictures: PictureSource): string {
  const notes: string[] = [];
  const words = childrenHtml(text.getXmlFragment(textRoot), {
    addressOf: (sha256) => pictures.addressOf(sha256),
    notes,
  });
  if (notes.length === 0) return words;
  const list = notes.map((note, at) => {
    const number = at + 1;
    return `<li id="note-${number}">${escapeHtml(note)} <a href="#note-${number}-from">Back to the text</a></li>`;
  });
  return `${words}<h2>Notes</h2><ol>${list.join('')}</ol>`;
}

/** A number that leads to the words at the end of the paper, which lead back. */
function footnoteHtml(words: string, { notes }: Printing): string {
  if (words === '') return '';
  const number = notes.push(words);
  return `<sup><a id="note-${number}-from" href="#note-${number}">${number}</a></sup>`;
}

/** Hashes of the pictures a text shows. */
export function picturesIn(text: Y.Doc): ReadonlyArray<string> {
  const found = new Set<string>();
  const walk = (node: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of node.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (child.nodeName === 'image') found.add(attribute(child, 'sha256'));
      walk(child);
    }
  };
  walk(text.getXmlFragment(textRoot));
  found.delete('');
  return [...found];
}
