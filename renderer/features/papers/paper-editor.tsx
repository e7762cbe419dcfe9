import { EditorContent, useEditor } from '@tiptap/react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { addComment } from '#shared/domain/papers/paper-comments.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { DescriptionDialog } from './description-dialog.tsx';
import { editorExtensions } from './editor-extensions.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import styles from './editor.module.css';
import { FindBar } from './find-bar.tsx';
import { FootnoteDialog } from './footnote-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PaperSide } from './paper-side.tsx';
import type { PaperText } from './paper-text.ts';
import { tidyPasted } from './pasted-markup.ts';
import { pictureIn } from './pasted-pictures.ts';
import { PictureDialog } from './picture-dialog.tsx';
import { chosenWords, type Chosen } from './review/text-comments.ts';
import { WordsDialog } from './review/words-dialog.tsx';
import { SpellingMenu } from './spelling-menu.tsx';
import { goToNextMistake } from './text-spelling.ts';
import { usePaperBlocks } from './use-paper-blocks.ts';
import { useSpelling } from './use-spelling.ts';

export interface PaperEditorProps {
  readonly paper: Paper;
  readonly open: PaperText;
  /** Stands below the outline: the paper's head. */
  readonly details: ReactNode;
}

type Asking =
  | { readonly type: 'comment'; readonly on: Chosen }
  | { readonly type: 'footnote'; readonly at: number | null; readonly words: string }
  | { readonly type: 'link'; readonly address: string; readonly words: string }
  | { readonly type: 'picture'; readonly file: File | null }
  | { readonly type: 'description'; readonly at: number; readonly words: string };

/** The editor of a written paper, with its outline and what is missing beside it. */
export function PaperEditor({ paper, open, details }: PaperEditorProps): ReactElement {
  const session = useSession();
  const { database } = session;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const spelling = useSpelling(open.text);
  const toolbarId = useId();
  const blocks = usePaperBlocks(open.text);
  const isFixed = paper.status === 'issued';

  function pictureOffered(data: DataTransfer | null): boolean {
    const file = isFixed ? null : pictureIn(data);
    if (file !== null) setAsking({ type: 'picture', file });
    return file !== null;
  }

  const editor = useEditor(
    {
      extensions: editorExtensions({
        text: open.text,
        database,
        by: session.me.name,
        spelling: spelling.options,
        onDescribe: (at, words) => setAsking({ type: 'description', at, words }),
        onFootnote: (at, words) => setAsking({ type: 'footnote', at, words }),
        onLeaving: setLeaving,
        onFocusToolbar: () => document.getElementById(toolbarId)?.querySelector('button')?.focus(),
      }),
      // Given as data: the page's policy lets no markup be read from a text. The shared text takes its place at once.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      // The page's policy forbids style elements; editor.module.css holds what the editor needs.
      injectCSS: false,
      editable: !isFixed,
      editorProps: {
        transformPastedHTML: tidyPasted,
        handlePaste: (_, event) => pictureOffered(event.clipboardData),
        handleDrop: (_, event) => pictureOffered(event.dataTransfer),
        handleKeyDown: (_, event) => {
          if (event.key === 'F7') {
            event.preventDefault();
            void spellingAsked();
            return true;
          }
          if (!(event.ctrlKey || event.metaKey)) return false;
          const key = event.key.toLowerCase();
          if (event.altKey && key === 'm') commentAsked();
          else if (event.shiftKey && key === 'k') linkAsked();
          else if (!event.shiftKey && (key === 'f' || key === 'h')) setFinding(true);
          else return false;
          event.preventDefault();
          return true;
        },
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': 'Text of the paper',
          'aria-describedby': 'paper-editor-keys',
          'aria-readonly': String(isFixed),
          lang: 'en-GB',
          // The app's own check speaks of the same words.
          spellcheck: 'false',
          class: styles['text'] ?? '',
        },
      },
      onBlur: () => open.flush(),
    },
    [open, isFixed],
  );

  async function spellingAsked(): Promise<void> {
    const isFound = await goToNextMistake(editor, spelling.options);
    if (!isFound) noticeShown('Every word is in the dictionary or in the word list.');
  }

  function commentAsked(): void {
    const on = chosenWords(editor, open.text);
    if (on === null) noticeShown('Choose the words to comment on first.');
    else setAsking({ type: 'comment', on });
  }

  function commented(on: Chosen, words: string): void {
    setAsking(null);
    addComment(open.text, { ...on, id: session.newId(), by: session.me.name, at: session.now(), words });
    editor.view.focus();
  }

  function linkAsked(): void {
    const href: unknown = editor.getAttributes('link')['href'];
    const address = typeof href === 'string' ? href : '';
    if (address !== '') editor.commands.extendMarkRange('link');
    const { from, to } = editor.state.selection;
    setAsking({ type: 'link', address, words: editor.state.doc.textBetween(from, to, ' ') });
  }

  function linked(address: string, words: string): void {
    const { empty } = editor.state.selection;
    setAsking(null);
    const chain = editor.chain().focus();
    if (empty) {
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    } else {
      chain.setLink({ href: address }).run();
    }
  }

  function pictured(sha256: string, alt: string): void {
    setAsking(null);
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'image', attrs: { sha256, alt } }, { type: 'paragraph' }])
      .run();
  }

  /** At a place where one stands, or, where `at` is null, a new one at the caret. */
  function footnoted(at: number | null, words: string): void {
    setAsking(null);
    const chain = editor.chain().focus();
    if (at === null) {
      if (words === '') return;
      // After what is selected, not in its place.
      const { to } = editor.state.selection;
      chain.insertContentAt(to, { type: 'footnote', attrs: { words } }).run();
    } else if (words === '') chain.deleteRange({ from: at, to: at + 1 }).run();
    else chain.setNodeSelection(at).updateAttributes('footnote', { words }).run();
  }

  function described(at: number, alt: string): void {
    setAsking(null);
    const isPicture = editor.state.doc.nodeAt(at)?.type.name === 'image';
    if (isPicture) editor.chain().setNodeSelection(at).updateAttributes('image', { alt }).focus().run();
  }

  return (
    <div className={styles['desk']}>
      <section className={styles['sheet']} aria-label="Text">
        {!isFixed && (
          <EditorToolbar
            editor={editor}
            label="Formatting"
            id={toolbarId}
            onLink={linkAsked}
            onPicture={() => setAsking({ type: 'picture', file: null })}
            onFootnote={() => setAsking({ type: 'footnote', at: null, words: '' })}
            onComment={commentAsked}
            onFind={() => setFinding(true)}
            onSpelling={() => void spellingAsked()}
          />
        )}
        {isFinding && <FindBar editor={editor} isFixed={isFixed} onClose={() => setFinding(false)} />}
        <p id="paper-editor-keys" className="vh">
          Tab moves between the cells of a table. Press Escape, then Tab, to leave the text. Alt and F10 goes to the
          formatting buttons.
        </p>
        <EditorContent editor={editor} className={styles['content'] ?? ''} />
        <p role="status" className={isLeaving ? styles['leaving'] : 'vh'}>
          {isLeaving ? 'Press Tab to leave the text.' : ''}
        </p>
      </section>
      <div className={styles['side']}>
        <PaperSide paper={paper} blocks={blocks} editor={editor} text={open.text} isFixed={isFixed} />
        {details}
      </div>
      {!isFixed && <SpellingMenu editor={editor} spelling={spelling} />}
      {asking?.type === 'link' && (
        <LinkDialog
          address={asking.address}
          words={asking.words}
          onClose={() => setAsking(null)}
          onLink={linked}
          onUnlink={() => {
            setAsking(null);
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
          }}
        />
      )}
      {asking?.type === 'description' && (
        <DescriptionDialog
          description={asking.words}
          onClose={() => setAsking(null)}
          onDescription={(words) => described(asking.at, words)}
        />
      )}
      {asking?.type === 'comment' && (
        <WordsDialog
          title="Comment"
          quote={asking.on.quote}
          onClose={() => setAsking(null)}
          onWords={(words) => commented(asking.on, words)}
        />
      )}
      {asking?.type === 'footnote' && (
        <FootnoteDialog
          words={asking.words}
          onClose={() => setAsking(null)}
          onFootnote={(words) => footnoted(asking.at, words)}
        />
      )}
      {asking?.type === 'picture' && (
        <PictureDialog file={asking.file} onClose={() => setAsking(null)} onPicture={pictured} />
      )}
    </div>
  );
}
