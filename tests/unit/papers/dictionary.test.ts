/** The dictionary itself, in the engine that reads it: British spelling, and what an officer's slip is most likely meant to be. */
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { expect, test } from 'vitest';

const spelling = nspell(Buffer.from(dictionary.aff).toString(), Buffer.from(dictionary.dic).toString());

test('British words are right, American ones and slips are not', () => {
  for (const word of ['colour', 'centre', 'organise', 'organisation', "council's", 'minuted']) {
    expect([word, spelling.correct(word)]).toEqual([word, true]);
  }
  for (const word of ['color', 'center', 'recieve', 'comittee']) {
    expect([word, spelling.correct(word)]).toEqual([word, false]);
  }
  expect(spelling.suggest('recieve')).toContain('receive');
});
