/**
 * Keys that let nobody be caught in the text. Tab moves between cells and indents lists; after Escape the next Tab leaves the
 * text instead, forwards or with Shift backwards.
 */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

export interface EditorKeysOptions {
  /** Told when the next Tab will leave, and when it will no longer. */
  onLeaving(isLeaving: boolean): void;
  onFocusToolbar(): void;
}

export const EditorKeys = Extension.create<EditorKeysOptions>({
  name: 'editorKeys',
  // Before the tables' own keys.
  priority: 2000,
  addProseMirrorPlugins() {
    const { onLeaving, onFocusToolbar } = this.options;
    let isLeaving = false;
    const leave = (next: boolean): void => {
      if (next === isLeaving) return;
      isLeaving = next;
      onLeaving(next);
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              if (event.key === 'Escape' && !event.isComposing) {
                leave(true);
                return true;
              }
              if (event.key === 'F10' && event.altKey) {
                event.preventDefault();
                onFocusToolbar();
                return true;
              }
              // Handled here and not prevented: the browser moves the focus on.
              if (event.key === 'Tab' && isLeaving) return true;
              if (event.key !== 'Shift') leave(false);
              return false;
            },
            mousedown: () => {
              leave(false);
              return false;
            },
            blur: () => {
              leave(false);
              return false;
            },
          },
        },
      }),
    ];
  },
});
