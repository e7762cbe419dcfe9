/** Pictures in a paper: the text names a kept file by its hash, and the screen shows it from this laptop alone. */
import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { Database } from '#renderer/data/database.ts';
import { readFile } from '#renderer/data/files.ts';

export interface PictureOptions {
  readonly database: Database;
  /** Asks what the picture at this place shows. */
  onDescribe(at: number, description: string): void;
}

export const undescribed = 'This picture has no description yet. People who cannot see it will not know what it shows.';

export const PictureNode = Node.create<PictureOptions>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      sha256: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-sha256') ?? '',
        renderHTML: ({ sha256 }) => ({ 'data-sha256': String(sha256) }),
      },
      alt: { default: '' },
    };
  },

  // A picture from elsewhere names no kept file and is left out: the app fetches nothing.
  parseHTML: () => [{ tag: 'img[data-sha256]' }],

  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type || !this.editor.isEditable)
          return false;
        this.options.onDescribe(selection.from, String(selection.node.attrs['alt']));
        return true;
      },
    };
  },

  addNodeView() {
    const { database, onDescribe } = this.options;
    return ({ node, editor, getPos }) => {
      const figure = document.createElement('figure');
      const image = document.createElement('img');
      const note = document.createElement('figcaption');
      const change = document.createElement('button');
      change.type = 'button';
      change.textContent = 'Change description';
      change.hidden = !editor.isEditable;
      change.addEventListener('click', () => {
        const at = getPos();
        if (at !== undefined) onDescribe(at, image.alt);
      });
      figure.append(image, note, change);
      let shown = '';
      let address = '';
      let isGone = false;

      async function show(sha256: string): Promise<void> {
        if (sha256 === shown) return;
        shown = sha256;
        const file = await readFile(database, sha256);
        if (isGone || sha256 !== shown) return;
        URL.revokeObjectURL(address);
        address = file === null ? '' : URL.createObjectURL(file);
        if (file !== null) image.src = address;
        figure.toggleAttribute('data-missing', file === null);
      }
      function describe(alt: unknown): void {
        image.alt = typeof alt === 'string' ? alt : '';
        note.textContent = image.alt === '' ? undescribed : image.alt;
        figure.toggleAttribute('data-undescribed', image.alt === '');
      }
      describe(node.attrs['alt']);
      void show(String(node.attrs['sha256']));
      return {
        dom: figure,
        update: (next) => {
          if (next.type.name !== node.type.name) return false;
          describe(next.attrs['alt']);
          void show(String(next.attrs['sha256']));
          return true;
        },
        stopEvent: (event) => event.target === change,
        // What happens inside is the view's own doing, not typing.
        ignoreMutation: () => true,
        destroy: () => {
          isGone = true;
          URL.revokeObjectURL(address);
        },
      };
    };
  },
});
