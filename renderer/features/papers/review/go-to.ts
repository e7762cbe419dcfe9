import type { Editor } from '@tiptap/core';
import type { Span } from './text-comments.ts';

/** Chooses words of the text and brings them into view. */
export function goTo(editor: Editor, { from, to }: Span): void {
  editor.chain().setTextSelection({ from, to }).scrollIntoView().run();
  editor.view.focus();
}
