/**
 * Marks words that are not in the dictionary. Only paragraphs in sight are looked at, after a moment of quiet and away from
 * the window; a paragraph that has not changed is not looked at again, and the word being typed is let be.
 */
import { Extension, type Editor } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { suggestedRemoval } from '#shared/changes/text.ts';
import { followSelection } from './review/follow-selection.ts';
import { isRight, lookUp } from './spelling.ts';
import { speltWords, type SpeltWord } from './spelt-words.ts';

const spellingKey = new PluginKey<DecorationSet>('spelling');

/** Milliseconds of quiet after which what changed or came into sight is looked at. */
const pause = 350;

export interface SpellingOptions {
  /** Whether a word is right by the word list, or is let be in this paper. */
  isListed(word: string): boolean;
  /** Asks for the menu of the word chosen in the text. */
  onMenu(): void;
}

/** Each paragraph's words, for as long as it stands unchanged. */
const wordsOf = new WeakMap<TextNode, ReadonlyArray<SpeltWord>>();

function wordsIn(paragraph: TextNode): ReadonlyArray<SpeltWord> {
  const before = wordsOf.get(paragraph);
  if (before !== undefined) return before;
  const words = speltWords(textToSpell(paragraph));
  wordsOf.set(paragraph, words);
  return words;
}

/** What is struck through is nobody's mistake any more, and what is no letter parts words. */
function textToSpell(paragraph: TextNode): string {
  let text = '';
  paragraph.forEach((node) => {
    const isStruck = node.marks.some(({ type }) => type.name === suggestedRemoval);
    text += node.isText && !isStruck ? (node.text ?? '') : '\uFFFC'.repeat(node.nodeSize);
  });
  return text;
}

interface Paragraph {
  readonly node: TextNode;
  /** Where its words begin. */
  readonly at: number;
}

function paragraphsBetween(text: TextNode, from: number, to: number): ReadonlyArray<Paragraph> {
  const found: Paragraph[] = [];
  text.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock) found.push({ node, at: at + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** From where to where the text is in sight, and a little beyond. */
function sight(view: EditorView): readonly [number, number] {
  const { left, width } = view.dom.getBoundingClientRect();
  const at = (top: number): number | undefined => view.posAtCoords({ left: left + width / 2, top })?.pos;
  const last = view.state.doc.content.size;
  return [Math.max(0, at(1) ?? 0), Math.min(last, at(window.innerHeight - 2) ?? last)];
}

function marksFor(paragraphs: ReadonlyArray<Paragraph>, isListed: SpellingOptions['isListed']): Decoration[] {
  return paragraphs.flatMap(({ node, at }) =>
    wordsIn(node)
      .filter(({ word }) => isRight(word) === false && !isListed(word))
      .map(({ from, to }) => Decoration.inline(at + from, at + to, { 'data-misspelt': '' })),
  );
}

/** Whether someone is just typing this word. */
function isBeingTyped(view: EditorView, to: number): boolean {
  const { selection } = view.state;
  return view.hasFocus() && selection.empty && selection.head === to;
}

async function check(view: EditorView, options: SpellingOptions, isWhole: boolean): Promise<void> {
  const range = (): readonly [number, number] => (isWhole ? [0, view.state.doc.content.size] : sight(view));
  const asked = paragraphsBetween(view.state.doc, ...range());
  await lookUp(asked.flatMap(({ node }) => wordsIn(node).map(({ word }) => word)));
  if (view.isDestroyed) return;
  const { state } = view;
  const seen = paragraphsBetween(state.doc, ...range());
  const wanted = marksFor(seen, options.isListed).filter(({ to }) => isWhole || !isBeingTyped(view, to));
  const marks = spellingKey.getState(state) ?? DecorationSet.empty;
  const old = seen.flatMap(({ node, at }) => marks.find(at, at + node.content.size));
  const isSame =
    old.length === wanted.length && old.every(({ from, to }, n) => wanted[n]?.from === from && wanted[n].to === to);
  if (!isSame) view.dispatch(state.tr.setMeta(spellingKey, marks.remove(old).add(state.doc, wanted)));
}

export const TextSpelling = Extension.create<SpellingOptions>({
  name: 'spelling',
  addKeyboardShortcuts() {
    const menu = (): boolean => {
      followSelection(this.editor.view);
      if (misspeltAt(this.editor) === null) return false;
      this.options.onMenu();
      return true;
    };
    return {
      'Shift-F10': menu,
      ContextMenu: menu,
    };
  },
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key: spellingKey,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, marks) {
            const asked = transaction.getMeta(spellingKey) as DecorationSet | undefined;
            return asked ?? (transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks);
          },
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
          handleDOMEvents: {
            contextmenu: (view, event) => {
              const isWord = event.target instanceof Element && event.target.closest('[data-misspelt]') !== null;
              if (!isWord) return false;
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (place === null) return false;
              const { state } = view;
              view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.pos)));
              options.onMenu();
              event.preventDefault();
              return true;
            },
          },
        },
        view: (view) => {
          let timer: ReturnType<typeof setTimeout> | undefined;
          const soon = (): void => {
            clearTimeout(timer);
            timer = setTimeout(() => void check(view, options, false), pause);
          };
          const left = new AbortController();
          document.addEventListener('scroll', soon, { capture: true, passive: true, signal: left.signal });
          soon();
          return {
            update: (_, before) => {
              if (before.doc !== view.state.doc || before.selection.head !== view.state.selection.head) soon();
            },
            destroy: () => {
              clearTimeout(timer);
              left.abort();
            },
          };
        },
      }),
    ];
  },
});

export interface Misspelt {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The marked word in or at which the caret stands. */
export function misspeltAt({ state }: Editor): Misspelt | null {
  const { from, to } = state.selection;
  const found = spellingKey.getState(state)?.find(from, to)[0];
  return found === undefined
    ? null
    : { word: state.doc.textBetween(found.from, found.to), from: found.from, to: found.to };
}

/** Looks at every word anew, after the word list has changed. */
export function checkAgain(editor: Editor, options: SpellingOptions): Promise<void> {
  return check(editor.view, options, true);
}

/** Goes to the next marked word behind the caret, round at the end, and asks for its menu. Tells whether there was one. */
export async function goToNextMistake(editor: Editor, options: SpellingOptions): Promise<boolean> {
  await check(editor.view, options, true);
  const marks = spellingKey.getState(editor.state)?.find() ?? [];
  const { to } = editor.state.selection;
  const next = marks.toSorted((a, b) => a.from - b.from).find(({ from }) => from >= to) ?? marks[0];
  if (next === undefined) return false;
  editor.chain().setTextSelection({ from: next.from, to: next.to }).scrollIntoView().run();
  editor.view.focus();
  options.onMenu();
  return true;
}
