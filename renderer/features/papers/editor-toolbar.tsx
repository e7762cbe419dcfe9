import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  MessageSquarePlus,
  PencilLine,
  Search,
  SpellCheck,
  Superscript,
  Table2,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MenuButton, type MenuChoice } from '#renderer/ui/menu-button.tsx';
import styles from './editor.module.css';
import { headingLevels, type HeadingLevel } from './heading-node.ts';
import { isSuggesting, switchSuggesting } from './review/suggestions.ts';

export interface EditorToolbarProps {
  readonly editor: Editor;
  readonly label: string;
  readonly onLink: () => void;
  readonly onPicture: () => void;
  readonly onFootnote: () => void;
  readonly onComment: () => void;
  readonly onFind: () => void;
  /** Goes to the next word that is not in the dictionary. */
  readonly onSpelling: () => void;
  readonly id: string;
}

const levelNames: Readonly<Record<HeadingLevel, string>> = { 2: 'Heading', 3: 'Sub-heading', 4: 'Small heading' };

/** One stop on the way of the Tab key; arrow keys move between its buttons. */
export function EditorToolbar({
  editor,
  label,
  onLink,
  onPicture,
  onFootnote,
  onComment,
  onFind,
  onSpelling,
  id,
}: EditorToolbarProps): ReactElement {
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      link: current.isActive('link'),
      inTable: current.isActive('table'),
      suggesting: isSuggesting(current.state),
      level: headingLevels.find((level) => current.isActive('heading', { level })) ?? null,
    }),
  });
  const style = now.level === null ? 'Plain text' : levelNames[now.level];
  return (
    <div id={id} className={styles['toolbarPlace']}>
      <Toolbar aria-label={label} className={styles['toolbar'] ?? ''}>
        <MenuButton
          label={style}
          icon={Heading}
          kind="quiet"
          small
          sections={[{ title: 'Style of the paragraph', items: styleChoices(editor) }]}
        />
        <IconButton
          label="Bold"
          keys="Ctrl B"
          icon={Bold}
          small
          pressed={now.bold}
          onPress={() => editor.chain().focus().toggleBold().run()}
        />
        <IconButton
          label="Italic"
          keys="Ctrl I"
          icon={Italic}
          small
          pressed={now.italic}
          onPress={() => editor.chain().focus().toggleItalic().run()}
        />
        <IconButton
          label="Bulleted list"
          keys="Ctrl Shift 8"
          icon={List}
          small
          pressed={now.bullets}
          onPress={() => editor.chain().focus().toggleBulletList().run()}
        />
        <IconButton
          label="Numbered list"
          keys="Ctrl Shift 7"
          icon={ListOrdered}
          small
          pressed={now.numbers}
          onPress={() => editor.chain().focus().toggleOrderedList().run()}
        />
        <IconButton label="Link" keys="Ctrl Shift K" icon={Link2} small pressed={now.link} onPress={onLink} />
        <IconButton label="Picture" icon={ImagePlus} small onPress={onPicture} />
        <IconButton label="Footnote" icon={Superscript} small onPress={onFootnote} />
        <IconButton label="Comment" keys="Ctrl Alt M" icon={MessageSquarePlus} small onPress={onComment} />
        <IconButton
          label="Suggest changes"
          icon={PencilLine}
          small
          pressed={now.suggesting}
          onPress={() => switchSuggesting(editor)}
        />
        <MenuButton
          label="Table"
          icon={Table2}
          kind="quiet"
          small
          sections={now.inTable ? tableSections(editor) : [{ items: [newTable(editor)] }]}
        />
        <IconButton label="Find" keys="Ctrl F" icon={Search} small onPress={onFind} />
        <IconButton label="Next spelling mistake" keys="F7" icon={SpellCheck} small onPress={onSpelling} />
      </Toolbar>
    </div>
  );
}

function styleChoices(editor: Editor): ReadonlyArray<MenuChoice> {
  return [
    { id: 'plain', label: 'Plain text', onChoose: () => editor.chain().focus().setParagraph().run() },
    ...headingLevels.map((level) => ({
      id: `level-${level}`,
      label: levelNames[level],
      keys: `Ctrl Shift ${level}`,
      onChoose: () => editor.chain().focus().setNode('heading', { level }).run(),
    })),
  ];
}

function newTable(editor: Editor): MenuChoice {
  return {
    id: 'new-table',
    label: 'Add a table',
    onChoose: () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  };
}

function tableSections(editor: Editor): ReadonlyArray<{ readonly title: string; readonly items: MenuChoice[] }> {
  const does = (id: string, label: string, act: () => boolean, danger = false): MenuChoice => ({
    id,
    label,
    danger,
    onChoose: () => {
      editor.commands.focus();
      act();
    },
  });
  return [
    {
      title: 'Rows',
      items: [
        does('row-above', 'Add a row above', () => editor.commands.addRowBefore()),
        does('row-below', 'Add a row below', () => editor.commands.addRowAfter()),
        does('row-header', 'First row is a header, or not', () => editor.commands.toggleHeaderRow()),
        does('row-gone', 'Remove the row', () => editor.commands.deleteRow(), true),
      ],
    },
    {
      title: 'Columns',
      items: [
        does('column-before', 'Add a column before', () => editor.commands.addColumnBefore()),
        does('column-after', 'Add a column after', () => editor.commands.addColumnAfter()),
        does('column-header', 'First column is a header, or not', () => editor.commands.toggleHeaderColumn()),
        does('column-gone', 'Remove the column', () => editor.commands.deleteColumn(), true),
      ],
    },
    {
      title: 'Cells and table',
      items: [
        does('merge', 'Join or split the chosen cells', () => editor.commands.mergeOrSplit()),
        does('table-gone', 'Remove the table', () => editor.commands.deleteTable(), true),
      ],
    },
  ];
}
