/** Shows, in a section nothing has been written in yet, what belongs there. It is never part of the text. */
import { Extension } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isHeadingOf, reportTemplate } from '#shared/domain/papers/report-template.ts';

/** The blocks that are the whole of an empty section, with the guidance for it. */
function guided(text: TextNode): ReadonlyArray<Decoration> {
  const found: Decoration[] = [];
  text.forEach((node, at, index) => {
    if (node.type.name !== 'heading' || index + 1 >= text.childCount) return;
    const body = text.child(index + 1);
    const isEmpty = body.textContent === '' && (body.type.name === 'paragraph' || body.type.name === 'orderedList');
    const next = index + 2 < text.childCount ? text.child(index + 2).type.name : 'heading';
    if (!isEmpty || next !== 'heading') return;
    const section = reportTemplate.sections.find((candidate) =>
      isHeadingOf({ section: sectionOf(node), heading: node.textContent }, candidate),
    );
    if (section === undefined) return;
    const from = at + node.nodeSize;
    found.push(Decoration.node(from, from + body.nodeSize, { 'data-guidance': section.guidance }));
  });
  return found;
}

function sectionOf(heading: TextNode): string | null {
  const section: unknown = heading.attrs['section'];
  return typeof section === 'string' ? section : null;
}

export const EditorGuidance = Extension.create({
  name: 'guidance',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, [...guided(doc)]),
          apply: (transaction, before) =>
            transaction.docChanged ? DecorationSet.create(transaction.doc, [...guided(transaction.doc)]) : before,
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});
