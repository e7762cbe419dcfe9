/** Headings of the second to fourth rank: the first is the paper's title. Each may be that of a section of the template. */
import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core';

export const headingLevels = [2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

function levelOf(level: unknown): HeadingLevel {
  return headingLevels.find((known) => known === level) ?? 2;
}

/** The level under which each rank of heading in pasted text is taken in. */
const pastedLevels: Readonly<Record<string, HeadingLevel>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

export const HeadingNode = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return {
      level: { default: 2, rendered: false },
      section: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => element.getAttribute('data-section'),
        renderHTML: ({ section }) => (typeof section === 'string' ? { 'data-section': section } : {}),
      },
    };
  },

  parseHTML: () => Object.entries(pastedLevels).map(([tag, level]) => ({ tag, attrs: { level } })),

  renderHTML: ({ node, HTMLAttributes }) => [`h${levelOf(node.attrs['level'])}`, mergeAttributes(HTMLAttributes), 0],

  addKeyboardShortcuts() {
    // Not Ctrl+Alt with a digit: on British keyboards that is AltGr, which writes €.
    const keys = headingLevels.map((level) => [
      `Mod-Shift-${level}`,
      () => this.editor.commands.toggleNode('heading', 'paragraph', { level }),
    ]);
    return Object.fromEntries(keys) as Record<string, () => boolean>;
  },

  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }),
    );
  },
});
