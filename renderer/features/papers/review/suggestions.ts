/**
 * Suggested changes: while they are on, what is typed is marked as suggested and what would be deleted stays, struck through, until
 * somebody accepts or rejects it. A pack prints the paper as though nothing had been suggested.
 *
 * Words are covered; paragraphs that are split, joined or moved are changed at once, as a table's rows are.
 */
import { Extension, Mark, type Editor } from '@tiptap/core';
import type { Mark as TextMark, Node as TextNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { suggestedAddition, suggestedRemoval } from '#shared/changes/text.ts';
import { asItStands, asSuggested, has, markNamed } from './as-suggested.ts';
import { followSelection } from './follow-selection.ts';

function authored(): Record<string, object> {
  return {
    by: {
      default: '',
      parseHTML: () => '',
      renderHTML: ({ by }: Record<string, unknown>) => ({ title: `Suggested by ${String(by)}` }),
    },
  };
}

const Addition = Mark.create({
  name: suggestedAddition,
  inclusive: false,
  addAttributes: authored,
  renderHTML: ({ HTMLAttributes }) => ['ins', HTMLAttributes, 0],
});

const Removal = Mark.create({
  name: suggestedRemoval,
  inclusive: false,
  addAttributes: authored,
  renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0],
});

const key = new PluginKey<boolean>('suggesting');

export interface SuggestingOptions {
  /** Who suggests. */
  readonly by: string;
}

export function isSuggesting(state: EditorState): boolean {
  return key.getState(state) === true;
}

export function switchSuggesting(editor: Editor): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(key, !isSuggesting(state)));
  view.focus();
}

/**
 * Strikes through what stands between two places: what was only suggested there is taken out, the rest stays, marked. Gives where the
 * range ends afterwards.
 */
function strike(transaction: Transaction, from: number, to: number, mark: TextMark): number {
  const suggested: Array<readonly [number, number]> = [];
  transaction.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    const start = Math.max(from, at);
    const end = Math.min(to, at + node.nodeSize);
    if (has(node, suggestedAddition)) suggested.push([start, end]);
    else transaction.addMark(start, end, mark);
  });
  for (const [start, end] of suggested.toReversed()) transaction.delete(start, end);
  return transaction.mapping.map(to, -1);
}

export const Suggesting = Extension.create<SuggestingOptions>({
  name: 'suggesting',
  addExtensions: () => [Addition, Removal],
  addKeyboardShortcuts() {
    const remove = (direction: -1 | 1, isWord: boolean): boolean => {
      const { view } = this.editor;
      if (!isSuggesting(view.state)) return false;
      followSelection(view);
      const { state } = view;
      const transaction = state.tr;
      const removal = markNamed(state, suggestedRemoval, this.options.by);
      const { selection } = state;
      if (!selection.empty) {
        const end = strike(transaction, selection.from, selection.to, removal);
        view.dispatch(asItStands(transaction.setSelection(TextSelection.near(transaction.doc.resolve(end)))));
        return true;
      }
      const range = besideCaret(state, direction, isWord);
      // At the edge of a paragraph it is joined with its neighbour, at once.
      if (range === null) return false;
      const end = strike(transaction, range[0], range[1], removal);
      const caret = direction < 0 ? range[0] : end;
      view.dispatch(
        asItStands(transaction.setSelection(TextSelection.create(transaction.doc, caret)).scrollIntoView()),
      );
      return true;
    };
    return {
      Backspace: () => remove(-1, false),
      'Shift-Backspace': () => remove(-1, false),
      Delete: () => remove(1, false),
      'Mod-Backspace': () => remove(-1, true),
      'Mod-Delete': () => remove(1, true),
    };
  },
  addProseMirrorPlugins() {
    const { by } = this.options;
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          apply: (transaction, before) => (transaction.getMeta(key) as boolean | undefined) ?? before,
        },
        appendTransaction: (transactions, before, state) =>
          isSuggesting(state) ? asSuggested(transactions, before, state, by) : null,
        props: {
          handleTextInput: (view, from, to, text) => {
            const { state } = view;
            if (!isSuggesting(state)) return false;
            const transaction = state.tr;
            const end = from === to ? to : strike(transaction, from, to, markNamed(state, suggestedRemoval, by));
            const kept = state.storedMarks ?? state.selection.$from.marks();
            const marks = kept.filter(({ type }) => type.name !== suggestedRemoval && type.name !== suggestedAddition);
            const added = state.schema.text(text, markNamed(state, suggestedAddition, by).addToSet(marks));
            transaction.insert(end, added);
            transaction.setSelection(TextSelection.create(transaction.doc, end + text.length)).scrollIntoView();
            view.dispatch(asItStands(transaction));
            return true;
          },
          handlePaste: (view, _event, slice) => {
            const { state } = view;
            if (!isSuggesting(state)) return false;
            const transaction = state.tr;
            const { from, to } = state.selection;
            const end = from === to ? to : strike(transaction, from, to, markNamed(state, suggestedRemoval, by));
            const before = transaction.doc.content.size;
            transaction.replace(end, end, slice);
            const grown = transaction.doc.content.size - before;
            transaction.addMark(end, end + grown, markNamed(state, suggestedAddition, by));
            view.dispatch(
              asItStands(transaction.setSelection(TextSelection.near(transaction.doc.resolve(end + grown), -1))),
            );
            return true;
          },
          handleDOMEvents: {
            // The browser would take the words out itself.
            cut: (view, event) => {
              if (!isSuggesting(view.state) || view.state.selection.empty) return false;
              const { from, to } = view.state.selection;
              event.preventDefault();
              event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n'));
              const transaction = view.state.tr;
              strike(transaction, from, to, markNamed(view.state, suggestedRemoval, by));
              view.dispatch(asItStands(transaction));
              return true;
            },
          },
        },
      }),
    ];
  },
});

/** The letter or word beside the caret, past what is struck through already; `null` at the edge of its paragraph. */
function besideCaret(state: EditorState, direction: -1 | 1, isWord: boolean): readonly [number, number] | null {
  const { $from } = state.selection;
  const start = $from.start();
  const end = $from.end();
  let at = $from.pos;
  for (;;) {
    const beside = direction < 0 ? state.doc.resolve(at).nodeBefore : state.doc.resolve(at).nodeAfter;
    if (beside === null || at < start || at > end) return null;
    if (!has(beside, suggestedRemoval)) break;
    at += direction * beside.nodeSize;
  }
  const words =
    direction < 0
      ? state.doc.textBetween(start, at, '\uFFFC', '\uFFFC')
      : state.doc.textBetween(at, end, '\uFFFC', '\uFFFC');
  const pattern = direction < 0 ? (isWord ? /\S*\s*$/u : /.$/su) : isWord ? /^\s*\S*/u : /^./su;
  const length = pattern.exec(words)?.[0].length ?? 0;
  if (length === 0) return null;
  return direction < 0 ? [at - length, at] : [at, at + length];
}

export interface Suggestion {
  readonly type: 'addition' | 'removal';
  readonly by: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Every suggestion in the order of the text. Neighbouring words of one person and kind are one. */
export function suggestionsIn(document: TextNode): ReadonlyArray<Suggestion> {
  const found: Suggestion[] = [];
  document.descendants((node, at) => {
    if (!node.isInline) return;
    for (const { type, attrs } of node.marks) {
      if (type.name !== suggestedAddition && type.name !== suggestedRemoval) continue;
      const one = {
        type: type.name === suggestedAddition ? ('addition' as const) : ('removal' as const),
        by: String(attrs['by']),
        words: node.text ?? '',
        from: at,
        to: at + node.nodeSize,
      };
      const last = found.findLast((each) => each.type === one.type);
      if (last?.to === at && last.by === one.by) {
        found[found.indexOf(last)] = { ...last, words: last.words + one.words, to: one.to };
      } else found.push(one);
    }
  });
  return found;
}

/** Takes suggestions over into the text, or takes them out of it. */
export function decide(editor: Editor, suggestions: ReadonlyArray<Suggestion>, isAccepted: boolean): void {
  const { state, view } = editor;
  const transaction = state.tr;
  const lastFirst = suggestions.toSorted((one, other) => other.from - one.from);
  for (const { type, from, to } of lastFirst) {
    if ((type === 'addition') === isAccepted) {
      const mark = state.schema.marks[type === 'addition' ? suggestedAddition : suggestedRemoval];
      if (mark !== undefined) transaction.removeMark(from, to, mark);
    } else transaction.delete(from, to);
  }
  view.dispatch(asItStands(transaction));
}
