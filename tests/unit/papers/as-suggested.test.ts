/** What is done while changes are suggested, by whatever way: nothing that stood is lost, and accepting gives what was meant. */
import { Schema, type Node as TextNode } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedAddition, suggestedRemoval } from '#shared/changes/text.ts';
import { asSuggested } from '#renderer/features/papers/review/as-suggested.ts';

const authored = { attrs: { by: { default: '' } }, inclusive: false };
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*' },
    text: { group: 'inline' },
    break: { group: 'inline', inline: true },
  },
  marks: { [suggestedAddition]: authored, [suggestedRemoval]: authored },
});

function documentOf(...paragraphs: ReadonlyArray<string>): TextNode {
  return schema.node(
    'doc',
    null,
    paragraphs.map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])),
  );
}

function suggestingOn(document: TextNode): EditorState {
  const plugin = new Plugin({
    appendTransaction: (transactions, before, state) => asSuggested(transactions, before, state, 'Helen'),
  });
  return EditorState.create({ doc: document, plugins: [plugin] });
}

/** The paragraphs without what has one of these marks. */
function linesWithout(document: TextNode, mark: string): ReadonlyArray<string> {
  const lines: string[] = [];
  document.forEach((paragraph) => {
    let line = '';
    paragraph.forEach((node) => {
      if (!node.marks.some(({ type }) => type.name === mark)) line += node.text ?? '';
    });
    lines.push(line);
  });
  return lines;
}

const edit = fc.record({ from: fc.nat(60), length: fc.nat(15), words: fc.stringMatching(/^[A-Z ]{0,5}$/) });

/** A range of the document that begins and ends among words, whatever numbers were drawn. */
function rangeIn(document: TextNode, from: number, length: number): readonly [number, number] {
  const size = document.content.size;
  const { $from, $to } = TextSelection.between(
    document.resolve(Math.min(from, size)),
    document.resolve(Math.min(from + length, size)),
  );
  return [$from.pos, $to.pos];
}

describe('changes while suggesting', () => {
  it('leave what stood as it was, however much is replaced and deleted, over paragraphs too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z ]{0,12}$/), { minLength: 1, maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (paragraphs, edits) => {
          let state = suggestingOn(documentOf(...paragraphs));
          for (const { from, length, words } of edits) {
            const [start, end] = rangeIn(state.doc, from, length);
            const transaction = state.tr;
            if (words === '') transaction.delete(start, end);
            else transaction.replaceWith(start, end, schema.text(words));
            state = state.apply(transaction);
            state.doc.check();
          }
          expect(linesWithout(state.doc, suggestedAddition).join('')).toBe(paragraphs.join(''));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('read, once accepted, as the same change made at once would', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,20}$/), edit, (words, { from, length, words: put }) => {
        const plain = documentOf(words);
        const [start, end] = rangeIn(plain, from, length);
        const after = suggestingOn(plain).apply(suggestingOn(plain).tr.insertText(put, start, end));
        expect(linesWithout(after.doc, suggestedRemoval)).toEqual([
          words.slice(0, start - 1) + put + words.slice(end - 1),
        ]);
      }),
    );
  });

  it('of words chosen when Enter is pressed keep the words and split the paragraph at once', () => {
    const before = suggestingOn(documentOf('one two three'));
    const { doc } = before.apply(before.tr.delete(5, 8).split(5));
    expect(linesWithout(doc, suggestedAddition)).toEqual(['one two', ' three']);
    expect(linesWithout(doc, suggestedRemoval)).toEqual(['one ', ' three']);
  });

  it('put back what was deleted before the caret behind it, so that the next key goes on', () => {
    const before = suggestingOn(documentOf('one two'));
    const atEnd = before.apply(before.tr.setSelection(TextSelection.create(before.doc, 8)));
    const after = atEnd.apply(atEnd.tr.delete(7, 8));
    expect([linesWithout(after.doc, suggestedRemoval), after.selection.head]).toEqual([['one tw'], 7]);
  });

  it('of what holds no words are made at once', () => {
    const before = suggestingOn(documentOf('one'));
    const after = before.apply(before.tr.insert(2, schema.node('break')));
    expect(after.doc.nodeAt(2)?.marks).toEqual([]);
  });

  it('take what was only suggested out for good', () => {
    const before = suggestingOn(documentOf('one'));
    const added = before.apply(before.tr.insertText(' two', 4));
    const after = added.apply(added.tr.delete(4, 8));
    expect(after.doc.toJSON()).toEqual(documentOf('one').toJSON());
  });
});
