/**
 * A word of the workspace's own word list, which its spelling check takes as right: names of places, people, schemes. A record
 * for each, so that words added on two laptops are both kept.
 */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText } from '#shared/kernel/decode.ts';

/** Characters in the longest word that is listed. */
export const longestWord = 60;

export const listedWordKind = kind({
  name: 'listedWord',
  table: 'listedWords',
  label: 'word of the word list',
  since: 2,
  fields: {
    word: valueField('Word', aText(longestWord), ''),
  },
  indexes: ['word'],
  parent: null,
  titleOf: ({ word }) => word,
});

export type ListedWord = RecordOf<typeof listedWordKind>;
