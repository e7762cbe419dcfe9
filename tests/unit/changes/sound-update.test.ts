/** Updates of a text that no editor wrote, in validly signed saves: of few bytes that claim much, or nested without end. */
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { emptyText, openText, plainWords, stateOf, textRoot, withUpdates } from '#shared/changes/text.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';

/** A whole number as Yjs writes it, seven bits at a time, the lowest first. */
function inSevens(number: number): ReadonlyArray<number> {
  return number < 128 ? [number] : [(number % 128) + 128, ...inSevens(Math.floor(number / 128))];
}

/** An update in Yjs's second encoding that says: this many pieces, each one letter long, each like the first. */
function repeating(pieces: number): string {
  const columns = [0, 0, 1, 7, 0, 0, 1, 0, 1, 0, 0, 0, 2, 65, 1];
  return bytesToBase64(Uint8Array.from([...columns, 1, ...inSevens(pieces), 0, 0]));
}

/** Paragraphs within paragraphs, so many of them, and a word in the innermost. */
function nested(levels: number): string {
  const text = emptyText();
  text.transact(() => {
    let inside: Y.XmlFragment = text.getXmlFragment(textRoot);
    for (let level = 0; level < levels; level++) {
      const paragraph = new Y.XmlElement('paragraph');
      inside.insert(0, [paragraph]);
      inside = paragraph;
    }
    inside.insert(0, [new Y.XmlText('found')]);
  });
  return bytesToBase64(stateOf(text));
}

const honest = nested(1);

test('an update of a few bytes that claims pieces without number is refused at once, and the others are taken', () => {
  expect(withUpdates(null, [repeating(3)]).refused.size).toBe(0);
  for (const pieces of [3_000_000, 2 ** 32, 2 ** 52]) {
    const began = performance.now();
    const { state, refused } = withUpdates(null, [repeating(pieces), honest]);
    expect(performance.now() - began).toBeLessThan(2000);
    expect([...refused]).toEqual([0]);
    expect(plainWords(openText(state))).toBe('found');
  }
});

test('paragraphs within paragraphs without end are refused, and as many as lists and tables need are not', () => {
  expect(plainWords(openText(withUpdates(null, [nested(60)]).state))).toBe('found');
  for (const levels of [200, 20_000]) {
    const { state, refused } = withUpdates(null, [honest, nested(levels)]);
    expect([...refused]).toEqual([1]);
    expect(plainWords(openText(state))).toBe('found');
  }
});

test('nesting deeper step by step, an update at a time, is refused where it goes too deep', () => {
  const text = emptyText();
  let inside: Y.XmlFragment = text.getXmlFragment(textRoot);
  const updates: string[] = [];
  for (let level = 0; level < 150; level++) {
    const before = Y.encodeStateVector(text);
    const paragraph = new Y.XmlElement('paragraph');
    inside.insert(0, [paragraph]);
    inside = paragraph;
    updates.push(bytesToBase64(Y.encodeStateAsUpdateV2(text, before)));
  }
  const { refused } = withUpdates(null, updates);
  // What leans on a refused update is refused with it.
  expect([...refused]).toEqual(Array.from({ length: 50 }, (_, at) => 100 + at));
});
