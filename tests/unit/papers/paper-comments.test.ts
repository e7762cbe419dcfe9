import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  emptyText,
  openText,
  plainWords,
  stateOf,
  suggestedAddition,
  suggestedRemoval,
  textRoot,
} from '#shared/changes/text.ts';
import { undecidedInWords } from '#renderer/features/packs/before-issue-words.ts';
import { blocksOf, linesOf, suggestionsWaiting } from '#shared/domain/papers/paper-blocks.ts';
import {
  addComment,
  answerComment,
  commentsIn,
  commentsRoot,
  removeComment,
  settleComment,
} from '#shared/domain/papers/paper-comments.ts';

function paragraph(
  text: Y.Doc,
  ...runs: ReadonlyArray<readonly [words: string, marks: Readonly<Record<string, object>>]>
): void {
  const element = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  element.insert(0, [words]);
  text.getXmlFragment(textRoot).push([element]);
  for (const [said, marks] of runs) words.insert(words.length, said, marks);
}

const comment = (id: string, at: number, words = 'Is this so?') => ({
  id,
  by: 'Helen',
  at,
  words,
  quote: 'so',
  from: null,
  to: null,
});

describe('comments', () => {
  it('of two laptops are all kept, with everybody’s answers, in whatever order they meet', () => {
    fc.assert(
      fc.property(fc.boolean(), (isHelenFirst) => {
        const base = emptyText();
        addComment(base, comment('one', 1));
        const [helen, priya] = [openText(stateOf(base)), openText(stateOf(base))];
        answerComment(helen, 'one', { id: 'h', by: 'Helen', at: 3, words: 'Yes' });
        addComment(helen, comment('two', 4));
        answerComment(priya, 'one', { id: 'p', by: 'Priya', at: 2, words: 'No' });
        settleComment(priya, 'one', 'Priya');
        const merged = openText(stateOf(isHelenFirst ? helen : priya));
        Y.applyUpdateV2(merged, stateOf(isHelenFirst ? priya : helen));
        const [one, two] = commentsIn(merged);
        expect(one?.answers.map(({ words }) => words)).toEqual(['No', 'Yes']);
        expect([one?.doneBy, two?.id, two?.doneBy]).toEqual(['Priya', 'two', null]);
      }),
      { numRuns: 4 },
    );
  });

  it('are opened again and removed with their answers, and nobody else’s', () => {
    const text = emptyText();
    for (const id of ['one', 'one-more']) addComment(text, comment(id, 1));
    answerComment(text, 'one', { id: 'a', by: 'Helen', at: 2, words: 'Yes' });
    settleComment(text, 'one', 'Helen');
    settleComment(text, 'one', null);
    expect(commentsIn(text)[0]?.doneBy).toBeNull();
    removeComment(text, 'one');
    expect(commentsIn(text).map(({ id }) => id)).toEqual(['one-more']);
    expect([...text.getMap(commentsRoot).keys()]).toEqual(['one-more']);
  });

  it('change neither what a paper says nor what a pack prints', () => {
    const text = emptyText();
    paragraph(text, ['So it is.', {}]);
    const [words, blocks] = [plainWords(text), blocksOf(text)];
    addComment(text, comment('one', 1));
    expect([plainWords(text), blocksOf(text)]).toEqual([words, blocks]);
  });

  it('that are damaged are passed over', () => {
    const text = emptyText();
    for (const [key, value] of [
      ['bad', 7],
      ['worse', { by: 1 }],
      ['gone/answer/x', {}],
      ['', null],
    ] as const)
      text.getMap(commentsRoot).set(key, value);
    addComment(text, comment('good', 1));
    expect(commentsIn(text).map(({ id }) => id)).toEqual(['good']);
  });
});

describe('what is only suggested', () => {
  it('is neither printed nor counted, and what would go is both', () => {
    const text = emptyText();
    paragraph(
      text,
      ['The ', {}],
      ['foot', { [suggestedAddition]: { by: 'Helen' } }],
      ['old ', { [suggestedRemoval]: { by: 'Helen' } }],
      ['bridge', {}],
    );
    expect(linesOf(blocksOf(text))).toEqual(['The old bridge']);
    expect(plainWords(text)).toBe('The old bridge');
    expect(suggestionsWaiting(text)).toBe(2);
    expect(undecidedInWords(2, 1).text).toMatch(/^2 suggested changes and 1 comment open: nothing of them is printed/);
  });
});
