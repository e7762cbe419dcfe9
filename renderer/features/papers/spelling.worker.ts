/** Looks words up in the British dictionary, away from the window, which goes on being typed in meanwhile. */
import nspell from 'nspell';

export type SpellingQuestion =
  /** Comes first: where the dictionary's two files are. */
  | { readonly type: 'open'; readonly rules: string; readonly words: string }
  | { readonly type: 'check'; readonly id: number; readonly words: ReadonlyArray<string> }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

/** To `check`: the words that are not in the dictionary. To `suggest`: words that might be meant, the likeliest first. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: ReadonlyArray<string>;
}

let dictionary: Promise<nspell> | null = null;

async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The dictionary could not be read: ${answer.status}`);
  return answer.text();
}

async function open(rules: string, words: string): Promise<nspell> {
  const [aff, dic] = await Promise.all([read(rules), read(words)]);
  return nspell(aff, dic);
}

async function answered(question: Exclude<SpellingQuestion, { readonly type: 'open' }>): Promise<void> {
  const opened = await dictionary;
  if (opened === null) throw new Error('The dictionary has not been opened');
  const words =
    question.type === 'check'
      ? question.words.filter((word) => !opened.correct(word))
      : opened.suggest(question.word).slice(0, 7);
  postMessage({ id: question.id, words } satisfies SpellingAnswer);
}

addEventListener('message', ({ data }: MessageEvent<SpellingQuestion>) => {
  if (data.type === 'open') dictionary = open(data.rules, data.words);
  else void answered(data);
});
