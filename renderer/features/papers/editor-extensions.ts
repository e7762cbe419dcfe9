/**
 * What a written paper may hold: headings of three levels, bold and italic, lists, tables, links and pictures. Undo within
 * the text is that of the shared document, so that it takes back one's own words and nobody else's.
 */
import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Link } from '@tiptap/extension-link';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import type * as Y from 'yjs';
import { textRoot } from '#shared/changes/text.ts';
import { isAllowedLink } from '#shared/domain/papers/paper-blocks.ts';
import type { Database } from '#renderer/data/database.ts';
import { EditorGuidance } from './editor-guidance.ts';
import { EditorKeys, type EditorKeysOptions } from './editor-keys.ts';
import { FindInText } from './find-in-text.ts';
import { FootnoteNode, type FootnoteOptions } from './footnote-node.ts';
import { HeadingNode } from './heading-node.ts';
import { PasteReading } from './paste-reader.ts';
import { PictureNode, type PictureOptions } from './picture-node.ts';
import { Suggesting } from './review/suggestions.ts';
import { TextComments } from './review/text-comments.ts';
import { TextSpelling, type SpellingOptions } from './text-spelling.ts';

/** Cells keep how far they span and nothing of how they looked elsewhere. */
function cellAttributes(): Record<string, object> {
  const noWidth = { default: null, rendered: false, parseHTML: () => null };
  return { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: noWidth };
}

/** Without widths in a style attribute, which the page's policy forbids. */
const PaperTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]], addNodeView: () => null });
const PaperCell = TableCell.extend({ addAttributes: cellAttributes });
const PaperHeaderCell = TableHeader.extend({ addAttributes: cellAttributes });

const PaperLink = Link.extend({ inclusive: false }).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
  isAllowedUri: (address) => isAllowedLink(address),
  shouldAutoLink: (address) => address.startsWith('https://') && isAllowedLink(address),
});

export interface EditorSetting extends EditorKeysOptions {
  readonly text: Y.Doc;
  readonly database: Database;
  /** Who writes, for what is suggested. */
  readonly by: string;
  readonly spelling: SpellingOptions;
  readonly onDescribe: PictureOptions['onDescribe'];
  readonly onFootnote: FootnoteOptions['onFootnote'];
}

export function editorExtensions({
  text,
  database,
  by,
  spelling,
  onDescribe,
  onFootnote,
  ...keys
}: EditorSetting): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      link: false,
      strike: false,
      // A paragraph put at the end by itself would be a change that nobody made.
      trailingNode: false,
      underline: false,
      undoRedo: false,
    }),
    HeadingNode,
    PaperLink,
    PaperTable,
    TableRow,
    PaperHeaderCell,
    PaperCell,
    PictureNode.configure({ database, onDescribe }),
    FootnoteNode.configure({ onFootnote }),
    Collaboration.configure({ document: text, field: textRoot }),
    EditorGuidance,
    FindInText,
    PasteReading,
    TextSpelling.configure(spelling),
    TextComments.configure({ text }),
    Suggesting.configure({ by }),
    EditorKeys.configure(keys),
  ];
}
