/** Finding words in an open text, and putting others in their place. What is found is drawn over the text, never put into it. */
import { Extension, type Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Search {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** Where found words stand in the document. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

interface Finding {
  readonly search: Search | null;
  readonly found: ReadonlyArray<Found>;
  /** Which of them is looked at; -1 while none is. */
  readonly at: number;
}

const nothing: Finding = { search: null, found: [], at: -1 };
const key = new PluginKey<Finding>('find');

/** Stands for what is no letter (a line break, a footnote), so that words on both sides of it do not run together. */
const noLetter = '\uFFFC';

/** Everything found, in the order of the text. Words in different looks (half of it bold) are found as one. */
export function findIn(document: DocumentNode, { words, matchCase, wholeWords }: Search): ReadonlyArray<Found> {
  if (words === '') return [];
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  const whole = wholeWords ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
  const pattern = new RegExp(whole, matchCase ? 'gu' : 'giu');
  const found: Found[] = [];
  document.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, noLetter, noLetter);
    for (const match of text.matchAll(pattern)) {
      const from = start + 1 + match.index;
      found.push({ from, to: from + match[0].length });
    }
    return false;
  });
  return found;
}

export const FindInText = Extension.create({
  name: 'findInText',
  addProseMirrorPlugins() {
    return [
      new Plugin<Finding>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, before, _, state) => {
            const told = transaction.getMeta(key) as Finding | undefined;
            if (told !== undefined) return told;
            if (!transaction.docChanged || before.search === null) return before;
            const found = findIn(state.doc, before.search);
            return { search: before.search, found, at: Math.min(before.at, found.length - 1) };
          },
        },
        props: {
          decorations: (state) => {
            const { found, at } = findingIn(state);
            const marks = found.map(({ from, to }, index) =>
              Decoration.inline(from, to, { class: index === at ? 'found-now' : 'found' }),
            );
            return DecorationSet.create(state.doc, marks);
          },
        },
      }),
    ];
  },
});

function findingIn(state: EditorState): Finding {
  return key.getState(state) ?? nothing;
}

/** How many were found, and which of them is looked at (from 1; 0 while none is). */
export function countFound(state: EditorState): { readonly count: number; readonly at: number } {
  const { found, at } = findingIn(state);
  return { count: found.length, at: at + 1 };
}

/** Looks for other words, from the caret on; `null` ends it. */
export function search(editor: Editor, wanted: Search | null): void {
  const { state } = editor;
  const found = wanted === null ? [] : findIn(state.doc, wanted);
  const from = state.selection.from;
  const next = found.findIndex((one) => one.from >= from);
  const at = found.length === 0 ? -1 : Math.max(next, 0);
  show(editor, { search: wanted, found, at });
}

/** To the next (1) or the one before (-1), round the end. */
export function goOn(editor: Editor, by: 1 | -1): void {
  const now = findingIn(editor.state);
  if (now.found.length === 0) return;
  show(editor, { ...now, at: (now.at + by + now.found.length) % now.found.length });
}

function show(editor: Editor, finding: Finding): void {
  const { state, view } = editor;
  const transaction = state.tr.setMeta(key, finding);
  const here = finding.found[finding.at];
  if (here !== undefined) {
    transaction.setSelection(TextSelection.create(state.doc, here.from, here.to)).scrollIntoView();
  }
  view.dispatch(transaction);
}

/** Puts other words in the place of what is looked at, and goes on. Marks (bold, links) stay as they were. */
export function replaceHere(editor: Editor, words: string): boolean {
  const { found, at, search: wanted } = findingIn(editor.state);
  const here = found[at];
  if (here === undefined || wanted === null) return false;
  editor.view.dispatch(replaced(editor.state, [here], words));
  const after = findIn(editor.state.doc, wanted);
  const next = after.findIndex((one) => one.from >= here.from + words.length);
  show(editor, { search: wanted, found: after, at: after.length === 0 ? -1 : Math.max(next, 0) });
  return true;
}

/** Everywhere at once, as one step that *Undo* takes back whole. Answers with how many were replaced. */
export function replaceEverywhere(editor: Editor, words: string): number {
  const { found, search: wanted } = findingIn(editor.state);
  if (found.length === 0 || wanted === null) return 0;
  editor.view.dispatch(replaced(editor.state, found, words));
  show(editor, { search: wanted, found: findIn(editor.state.doc, wanted), at: -1 });
  return found.length;
}

function replaced(state: EditorState, places: ReadonlyArray<Found>, words: string): EditorState['tr'] {
  const transaction = state.tr;
  for (const { from, to } of [...places].reverse()) {
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? [];
    if (words === '') transaction.delete(from, to);
    else transaction.replaceWith(from, to, state.schema.text(words, marks));
  }
  return transaction;
}
