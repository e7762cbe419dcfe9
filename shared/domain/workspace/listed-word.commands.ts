import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove } from '#shared/changes/draft.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { listedWordKind, longestWord, type ListedWord } from './listed-word.ts';

/** Adds a word to the word list of the workspace, as it is written. */
export const addListedWord: Command<{ readonly word: string }, { readonly type: 'NotAWord' }> = ({ word }, context) =>
  word.trim() === '' || /\s/.test(word) || word.length > longestWord
    ? refuse({ type: 'NotAWord' })
    : ok(draft(`Added “${word}” to the word list`, '', [create(listedWordKind, context.newId(), { word })]));

export const removeListedWord: Command<{ readonly listed: ListedWord }> = ({ listed }) =>
  ok(draft(`Took “${listed.word}” out of the word list`, '', [remove(listedWordKind, listed.id)]));
