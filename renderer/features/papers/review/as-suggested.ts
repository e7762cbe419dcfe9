/**
 * Makes suggestions of what was changed by any other way than the keys that suggest: replacing in Find, a right spelling, words
 * dropped elsewhere, Enter over chosen words. What was deleted comes back struck through, what was put in is marked as added.
 *
 * Whole paragraphs and cells that go or come, and what holds no words (a footnote, a picture), are changed at once.
 */
import type { Mark as TextMark, Node as TextNode } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { suggestedAddition, suggestedRemoval } from '#shared/changes/text.ts';

const done = 'suggested';

/** A transaction that says itself what is suggested, and is left as it is. */
export function asItStands(transaction: Transaction): Transaction {
  return transaction.setMeta(done, true);
}

export function markNamed(state: EditorState, name: string, by: string): TextMark {
  const type = state.schema.marks[name];
  if (type === undefined) throw new Error(`No mark ${name}`);
  return type.create({ by });
}

export function has(node: TextNode, name: string): boolean {
  return node.marks.some((mark) => mark.type.name === name);
}

/** Whether somebody here changed the text: not a colleague's words arriving, and not *Undo*. */
function isWrittenHere(transaction: Transaction): boolean {
  return (
    transaction.docChanged &&
    transaction.getMeta(done) === undefined &&
    transaction.getMeta(ySyncPluginKey) === undefined
  );
}

/** What is to be done after `transactions` so that they are suggestions; `null` where nothing is. */
export function asSuggested(
  transactions: ReadonlyArray<Transaction>,
  before: EditorState,
  state: EditorState,
  by: string,
): Transaction | null {
  const addition = markNamed(state, suggestedAddition, by);
  const removal = markNamed(state, suggestedRemoval, by);
  const mending = state.tr;
  for (const [at, transaction] of transactions.entries()) {
    if (!isWrittenHere(transaction)) continue;
    for (const [nth, step] of transaction.steps.entries()) {
      const then = transaction.docs[nth];
      if (!(step instanceof ReplaceStep) || then === undefined || !isAmongWords(then, step)) continue;
      const now = (position: number, side: -1 | 1): number => {
        const afterTransaction = transaction.mapping.slice(nth + 1).map(position, side);
        const after = transactions
          .slice(at + 1)
          .reduce((place, { mapping }) => mapping.map(place, side), afterTransaction);
        return mending.mapping.map(after, side);
      };
      const { from, to, slice } = step;
      if (slice.size > 0) {
        const [start, end] = [now(from, 1), now(from + slice.size, -1)];
        if (start < end) markAdded(mending, start, end, addition, removal);
      }
      const gone = then.slice(from, to);
      if (gone.content.textBetween(0, gone.content.size) === '') continue;
      const back = now(from, -1);
      const size = mending.doc.content.size;
      mending.replace(back, back, gone);
      const end = back + mending.doc.content.size - size;
      strikeRestored(mending, back, end, removal);
      const isBackwards = before.selection.empty && before.selection.head === to && slice.size === 0;
      if (isBackwards) mending.setSelection(TextSelection.create(mending.doc, back));
    }
  }
  return mending.docChanged ? asItStands(mending) : null;
}

/** Whether a change begins and ends among words, so that these can be put back. */
function isAmongWords(document: TextNode, { from, to }: ReplaceStep): boolean {
  return document.resolve(from).parent.inlineContent && document.resolve(to).parent.inlineContent;
}

function markAdded(transaction: Transaction, from: number, to: number, addition: TextMark, removal: TextMark): void {
  transaction.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    const [start, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)];
    transaction.removeMark(start, end, removal.type).addMark(start, end, addition);
  });
}

/** What was there is struck through; what was only suggested is gone. */
function strikeRestored(transaction: Transaction, from: number, to: number, removal: TextMark): void {
  const suggested: Array<readonly [number, number]> = [];
  transaction.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    const [start, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)];
    if (has(node, suggestedAddition)) suggested.push([start, end]);
    else if (!has(node, suggestedRemoval)) transaction.addMark(start, end, removal);
  });
  for (const [start, end] of suggested.toReversed()) transaction.delete(start, end);
}
