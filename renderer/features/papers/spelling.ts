/** The spelling check, asked from the window. Words once looked up are remembered; the worker comes with the first of them. */
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import type { SpellingAnswer, SpellingQuestion } from './spelling.worker.ts';

const files = import.meta.glob<string>('../../../node_modules/dictionary-en-gb/index.{aff,dic}', {
  query: '?url',
  import: 'default',
});

async function addressOf(ending: string): Promise<string> {
  const found = Object.entries(files).find(([path]) => path.endsWith(ending));
  if (found === undefined) throw new Error(`The dictionary is not with the app: ${ending}`);
  return new URL(await found[1](), document.baseURI).href;
}

type Question = SpellingQuestion extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

/** Whether a word is known to be right or wrong; a word that has never been asked is not there. */
const known = new Map<string, boolean>();
const waiting = new Map<number, (words: ReadonlyArray<string>) => void>();
let worker: Promise<Worker> | null = null;
let asked = 0;

async function startWorker(): Promise<Worker> {
  const [{ default: address }, rules, words] = await Promise.all([
    import('./spelling.worker.ts?worker&url'),
    addressOf('.aff'),
    addressOf('.dic'),
  ]);
  const started = new Worker(trustedWorkerUrl(address), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
    waiting.get(data.id)?.(data.words);
    waiting.delete(data.id);
  });
  started.postMessage({ type: 'open', rules, words } satisfies SpellingQuestion);
  return started;
}

async function ask(question: Question): Promise<ReadonlyArray<string>> {
  worker ??= startWorker();
  const started = await worker;
  asked += 1;
  const id = asked;
  const answer = new Promise<ReadonlyArray<string>>((resolve) => waiting.set(id, resolve));
  started.postMessage({ ...question, id });
  return answer;
}

/** Words are looked up with straight marks, as the dictionary has them. */
function plain(word: string): string {
  return word.replaceAll('’', "'");
}

/** `undefined` where it has not been looked up yet. */
export function isRight(word: string): boolean | undefined {
  return known.get(plain(word));
}

/** Looks up those of the words that are not known yet. */
export async function lookUp(words: ReadonlyArray<string>): Promise<void> {
  const unknown = [...new Set(words.map(plain))].filter((word) => !known.has(word));
  if (unknown.length === 0) return;
  const wrong = new Set(await ask({ type: 'check', words: unknown }));
  for (const word of unknown) known.set(word, !wrong.has(word));
}

/** Words that might be meant, the likeliest first. */
export async function suggestionsFor(word: string): Promise<ReadonlyArray<string>> {
  const words = await ask({ type: 'suggest', word: plain(word) });
  return word.includes('’') ? words.map((each) => each.replaceAll("'", '’')) : words;
}
