/** Shows in the text which words have open comments, and finds the words of each. */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textRoot } from '#shared/changes/text.ts';
import { commentsIn, commentsRoot, longestQuote, type PaperComment } from '#shared/domain/papers/paper-comments.ts';
import type { Json } from '#shared/kernel/json.ts';

const commentsKey = new PluginKey<DecorationSet>('comments');

/** Milliseconds of quiet after which the words of every comment are looked for anew. */
const pause = 200;

export interface TextCommentsOptions {
  readonly text: Y.Doc;
}

interface Binding {
  readonly mapping: Map<Y.AbstractType<unknown>, never>;
}

function bindingOf(state: EditorState): Binding | null {
  const held: unknown = ySyncPluginKey.getState(state);
  if (typeof held !== 'object' || held === null || !('binding' in held)) return null;
  return held.binding as Binding | null;
}

function placeOf(state: EditorState, text: Y.Doc, position: Json): number | null {
  const binding = bindingOf(state);
  if (binding === null) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(position);
    return relativePositionToAbsolutePosition(text, text.getXmlFragment(textRoot), relative, binding.mapping);
  } catch {
    return null; // no such place: the comment came from elsewhere, and is damaged
  }
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words a comment is about; `null` where they are gone. */
export function wordsOf(state: EditorState, text: Y.Doc, comment: PaperComment): Span | null {
  const from = placeOf(state, text, comment.from);
  const to = placeOf(state, text, comment.to);
  return from === null || to === null || from >= to || to > state.doc.content.size ? null : { from, to };
}

export interface Chosen {
  readonly quote: string;
  readonly from: Json;
  readonly to: Json;
}

/** The chosen words, or the word the caret stands in, as a comment names them; `null` where there are none. */
export function chosenWords(editor: Editor, text: Y.Doc): Chosen | null {
  const { state } = editor;
  const span = state.selection.empty ? wordAt(state) : { from: state.selection.from, to: state.selection.to };
  const binding = bindingOf(state);
  if (span === null || binding === null) return null;
  const quote = state.doc.textBetween(span.from, span.to, ' ', ' ').trim().slice(0, longestQuote);
  if (quote === '') return null;
  const relative = (at: number): Json => {
    const position: unknown = absolutePositionToRelativePosition(at, text.getXmlFragment(textRoot), binding.mapping);
    return Y.relativePositionToJSON(position as Y.RelativePosition) as Json;
  };
  return { quote, from: relative(span.from), to: relative(span.to) };
}

function wordAt(state: EditorState): Span | null {
  const { $from } = state.selection;
  const { parent, parentOffset } = $from;
  if (!parent.isTextblock) return null;
  const words = parent.textBetween(0, parent.content.size, '\uFFFC', '\uFFFC');
  const before = /[\p{L}\p{N}’'-]*$/u.exec(words.slice(0, parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(words.slice(parentOffset))?.[0].length ?? 0;
  return before + after === 0 ? null : { from: $from.pos - before, to: $from.pos + after };
}

function marksFor(state: EditorState, text: Y.Doc): DecorationSet {
  const marks = commentsIn(text).flatMap((comment) => {
    const span = comment.doneBy === null ? wordsOf(state, text, comment) : null;
    return span === null ? [] : [Decoration.inline(span.from, span.to, { 'data-comment': comment.id })];
  });
  return DecorationSet.create(state.doc, marks);
}

/**
 * Lets *Undo* in the text take back what is said beside it too, step by step as it happened. Answers with what ends that.
 */
function rememberComments(state: EditorState, text: Y.Doc): () => void {
  const held: unknown = yUndoPluginKey.getState(state);
  if (typeof held !== 'object' || held === null || !('undoManager' in held)) return () => {};
  const memory = held.undoManager as Y.UndoManager;
  memory.addToScope(text.getMap(commentsRoot));
  // Comments are written without an origin; what arrives from the workspace has one.
  memory.trackedOrigins.add(null);
  // However quickly it follows the typing, a comment is a step of its own.
  const apart = ({ origin }: Y.Transaction): void => {
    if (origin === null) memory.stopCapturing();
  };
  text.on('beforeTransaction', apart);
  text.on('afterTransaction', apart);
  return () => {
    text.off('beforeTransaction', apart);
    text.off('afterTransaction', apart);
  };
}

export const TextComments = Extension.create<TextCommentsOptions>({
  name: 'comments',
  addProseMirrorPlugins() {
    const { text } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: commentsKey,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, marks) {
            const told = transaction.getMeta(commentsKey) as DecorationSet | undefined;
            return told ?? (transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks);
          },
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
        view: (view: EditorView) => {
          let timer: ReturnType<typeof setTimeout> | undefined;
          const look = (): void => {
            if (view.isDestroyed) return;
            view.dispatch(
              view.state.tr.setMeta(commentsKey, marksFor(view.state, text)).setMeta('addToHistory', false),
            );
          };
          const soon = (): void => {
            clearTimeout(timer);
            timer = setTimeout(look, pause);
          };
          const comments = text.getMap(commentsRoot);
          comments.observe(soon);
          const forgetComments = rememberComments(view.state, text);
          soon();
          return {
            update: (_, before) => {
              if (before.doc !== view.state.doc) soon();
            },
            destroy: () => {
              clearTimeout(timer);
              comments.unobserve(soon);
              forgetComments();
            },
          };
        },
      }),
    ];
  },
});
