import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  emptyText,
  openText,
  plainWords,
  stateOf,
  textRoot,
  updateBackTo,
  updateSince,
  updateWithout,
  withUpdate,
  withUpdates,
} from '#shared/changes/text.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';

/** Puts a paragraph with these words at a place and answers with the update. */
function insertAt(text: Y.Doc, at: number, words: string): string {
  const before = Y.encodeStateVector(text);
  const root = text.getXmlFragment(textRoot);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  root.insert(at % (root.length + 1), [paragraph]);
  return updateSince(text, before) ?? '';
}

function cutAt(text: Y.Doc, at: number): string | null {
  const before = Y.encodeStateVector(text);
  const root = text.getXmlFragment(textRoot);
  if (root.length === 0) return null;
  root.delete(at % root.length, 1);
  return updateSince(text, before);
}

function linesOf(state: Uint8Array | null): ReadonlyArray<string> {
  return plainWords(openText(state)).split('\n').filter(Boolean);
}

test('refuses what is damaged, and what leans on words that are not there', () => {
  const text = emptyText();
  const first = insertAt(text, 0, 'first');
  const second = insertAt(text, 1, 'second');
  expect(withUpdate(null, second)).toBeNull();
  const state = withUpdate(null, first);
  expect(linesOf(state)).toEqual(['first']);
  expect(linesOf(withUpdate(state, second))).toEqual(['first', 'second']);
  const cut = cutAt(text, 0) ?? '';
  expect(withUpdate(null, cut)).toBeNull();
  for (const damaged of ['not base64!', 'AAA', 'AAAA', '', bytesToBase64(new Uint8Array([255, 255, 255, 255]))]) {
    const after = withUpdate(state, damaged);
    if (after !== null) expect(linesOf(after)).toEqual(['first']);
  }
});

test('no damage to an update ever throws, or leaves a text that cannot be opened', { timeout: 60_000 }, () => {
  const text = emptyText();
  const base = withUpdate(null, insertAt(text, 0, 'The board met.'));
  const update = Uint8Array.from(Buffer.from(insertAt(text, 1, 'It agreed.'), 'base64'));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: update.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
      fc.nat({ max: update.length }),
      (bytes, length) => {
        const damaged = update.slice(0, length);
        for (const [at, byte] of bytes) if (at < length) damaged[at] = byte;
        const state = withUpdate(base, bytesToBase64(damaged));
        if (state === null) return;
        const opened = openText(state);
        expect(opened.store.pendingStructs).toBeNull();
        expect(withUpdate(state, bytesToBase64(update)) ?? state).toBeInstanceOf(Uint8Array);
      },
    ),
  );
});

test(
  'an update with empty pieces, which Yjs takes in and cannot tell again, is refused among good ones',
  { timeout: 60_000 },
  () => {
    const text = emptyText();
    text.clientID = 7;
    const good = [insertAt(text, 0, 'one'), insertAt(text, 1, 'two')];
    // Every length a byte of a good update can be made to say, until one spoils the text.
    const update = Uint8Array.from(Buffer.from(insertAt(text, 2, 'three'), 'base64'));
    for (const [at] of update.entries()) {
      const damaged = update.slice();
      damaged[at] = 0;
      const [first = '', second = ''] = good;
      const taken = withUpdates(null, [first, bytesToBase64(damaged), second]);
      expect(taken.refused.has(0) || taken.refused.has(2)).toBe(false);
      expect(linesOf(taken.state)).toEqual(expect.arrayContaining(['one', 'two']));
      expect(
        linesOf(withUpdate(taken.state, updateWithout([first, bytesToBase64(damaged), second], 2) ?? '')),
      ).not.toContain('two');
    }
  },
);

test('an update taken in twice is taken in once', () => {
  const text = emptyText();
  const update = insertAt(text, 0, 'once');
  const state = withUpdate(null, update);
  expect(withUpdate(state, update)).toEqual(state);
});

const someActs = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 8 }), fc.boolean()), { minLength: 1, maxLength: 14 });

test('taking back one update leaves everybody else’s words alone', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(someActs, fc.nat(), (acts, which) => {
      // Two authors who pass each other everything now and then; every paragraph's words are its author's alone.
      const authors = [emptyText(), emptyText()] as const;
      const all: { readonly update: string; readonly put: string | null; readonly cut: string | null }[] = [];
      const given = [0, 0];
      for (const [index, [isSecond, at, isCut]] of acts.entries()) {
        const author = isSecond ? 1 : 0;
        const text = authors[author];
        if (at % 3 === 0) {
          for (const { update } of all.slice(given[author])) {
            Y.applyUpdateV2(text, Uint8Array.from(Buffer.from(update, 'base64')));
          }
          given[author] = all.length;
        }
        const root = text.getXmlFragment(textRoot);
        if (isCut && root.length > 0) {
          const words = root.get(at % root.length) as Y.XmlElement;
          const cut = (words.get(0) as Y.XmlText).toJSON();
          all.push({ update: cutAt(text, at) ?? '', put: null, cut });
        } else {
          all.push({ update: insertAt(text, at, `w${index}`), put: `w${index}`, cut: null });
        }
      }
      const taken = which % all.length;
      const updates = all.map(({ update }) => update);
      const state = updates.reduce<Uint8Array | null>((held, update) => withUpdate(held, update) ?? held, null);
      const back = updateWithout(updates, taken);
      const after = back === null ? state : withUpdate(state, back);

      // What ought to be there: every paragraph put in and not cut, had this one act never been.
      const rest = all.filter((_one, index) => index !== taken);
      const cuts = rest.map(({ cut }) => cut);
      const wanted = rest.flatMap(({ put }) => (put === null || cuts.includes(put) ? [] : [put]));
      // Words that two people struck out apart come back when one of them takes it back: rather too many than too few.
      const struckTwice = cuts.includes(all[taken]?.cut ?? null) ? all[taken]?.cut : null;
      const lines = linesOf(after).filter((line) => line !== struckTwice);
      expect(lines.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('goes back to an earlier version, keeping the history', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(someActs, fc.nat(), (acts, which) => {
      const text = emptyText();
      const versions: Uint8Array[] = [stateOf(text)];
      for (const [index, [, at, isCut]] of acts.entries()) {
        if (isCut) cutAt(text, at);
        else insertAt(text, at, `w${index}`);
        versions.push(stateOf(text));
      }
      const now = stateOf(text);
      const earlier = versions[which % versions.length] ?? now;
      const back = updateBackTo(now, earlier);
      const wanted = plainWords(openText(earlier));
      const after = back === null ? now : withUpdate(now, back);
      expect(plainWords(openText(after))).toBe(wanted);
      expect(updateBackTo(after, earlier)).toBeNull();
    }),
  );
});

test('says nothing where nothing was written', () => {
  const text = emptyText();
  insertAt(text, 0, 'words');
  expect(updateSince(text, Y.encodeStateVector(text))).toBeNull();
});
