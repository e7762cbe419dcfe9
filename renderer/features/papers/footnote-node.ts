/** Footnotes: a number in the text, counted by the screen in the order of the text; the words stand in the node. */
import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

export interface FootnoteOptions {
  /** Asks for the words of the footnote at this place. */
  onFootnote(at: number, words: string): void;
}

export const FootnoteNode = Node.create<FootnoteOptions>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return {
      words: {
        default: '',
        parseHTML: (element) => (element.getAttribute('data-footnote') ?? '').slice(0, 2000),
        renderHTML: ({ words }) => ({ 'data-footnote': String(words) }),
      },
    };
  },

  parseHTML: () => [{ tag: 'sup[data-footnote]' }],

  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type || !this.editor.isEditable)
          return false;
        this.options.onFootnote(selection.from, String(selection.node.attrs['words']));
        return true;
      },
    };
  },

  addNodeView() {
    const { onFootnote } = this.options;
    return ({ node, editor, getPos }) => {
      const mark = document.createElement('sup');
      mark.setAttribute('role', 'note');
      let words = '';
      const say = (said: unknown): void => {
        words = typeof said === 'string' ? said : '';
        mark.dataset['footnote'] = words;
        mark.setAttribute('aria-label', `Footnote: ${words}`);
        mark.title = words;
      };
      say(node.attrs['words']);
      mark.addEventListener('dblclick', () => {
        const at = getPos();
        if (at !== undefined && editor.isEditable) onFootnote(at, words);
      });
      return {
        dom: mark,
        update: (next) => {
          if (next.type.name !== node.type.name) return false;
          say(next.attrs['words']);
          return true;
        },
        ignoreMutation: () => true,
      };
    };
  },
});
