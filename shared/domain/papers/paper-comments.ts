/**
 * Comments on words of a written paper. They stand beside its paragraphs in the shared text, so that they travel and merge with
 * it, and are neither printed nor counted: what a paper says is the same with and without them.
 *
 * Each thing said is an entry of its own and is written once, so that two people's answers are both kept.
 */
import type * as Y from 'yjs';
import { aText, aWholeNumber, objectOf, type Decode } from '#shared/kernel/decode.ts';
import type { Json } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';

/** Beside the paragraphs of a text. */
export const commentsRoot = 'comments';

export const longestComment = 5000;
/** Letters of the words commented on that are kept, to be told by when those words are gone. */
export const longestQuote = 200;

export interface Said {
  readonly id: string;
  readonly by: string;
  /** Milliseconds since 1970, by its author's clock. */
  readonly at: number;
  readonly words: string;
}

export interface PaperComment extends Said {
  /** The words it is about, as they stood then. */
  readonly quote: string;
  /** Where they begin and end: relative positions of the shared text. */
  readonly from: Json;
  readonly to: Json;
  /** The earliest first. */
  readonly answers: ReadonlyArray<Said>;
  /** Who said that nothing more is to be done; `null` while it is open. */
  readonly doneBy: string | null;
}

const anything: Decode<Json> = (value) => ok(value as Json);
const aComment = objectOf({
  by: aText(300),
  at: aWholeNumber(),
  words: aText(longestComment),
  quote: aText(longestQuote),
  from: anything,
  to: anything,
});
const anAnswer = objectOf({ by: aText(300), at: aWholeNumber(), words: aText(longestComment) });
const aDone = objectOf({ by: aText(300) });

function entriesOf(text: Y.Doc): Y.Map<unknown> {
  return text.getMap(commentsRoot);
}

/** Every comment that can be read, the earliest first. */
export function commentsIn(text: Y.Doc): ReadonlyArray<PaperComment> {
  const entries = entriesOf(text);
  const comments: PaperComment[] = [];
  const answers = new Map<string, Said[]>();
  for (const [key, value] of entries.entries()) {
    const [id = '', what = null, answer = ''] = key.split('/');
    if (what === 'answer') {
      const decoded = anAnswer(value);
      if (decoded.ok) answers.set(id, [...(answers.get(id) ?? []), { id: answer, ...decoded.value }]);
    } else if (what === null) {
      const decoded = aComment(value);
      const done = aDone(entries.get(`${id}/done`));
      if (decoded.ok) comments.push({ id, ...decoded.value, answers: [], doneBy: done.ok ? done.value.by : null });
    }
  }
  const earliest = (one: Said, other: Said): number => one.at - other.at || (one.id < other.id ? -1 : 1);
  return comments
    .map((comment) => ({ ...comment, answers: (answers.get(comment.id) ?? []).sort(earliest) }))
    .sort(earliest);
}

export function addComment(text: Y.Doc, comment: Omit<PaperComment, 'answers' | 'doneBy'>): void {
  const { id, ...said } = comment;
  entriesOf(text).set(id, { ...said, quote: said.quote.slice(0, longestQuote) });
}

export function answerComment(text: Y.Doc, comment: string, { id, ...said }: Said): void {
  entriesOf(text).set(`${comment}/answer/${id}`, said);
}

/** Resolved by somebody, or, with `null`, open again. */
export function settleComment(text: Y.Doc, comment: string, by: string | null): void {
  if (by === null) entriesOf(text).delete(`${comment}/done`);
  else entriesOf(text).set(`${comment}/done`, { by });
}

/** Removes a comment with its answers. */
export function removeComment(text: Y.Doc, comment: string): void {
  const entries = entriesOf(text);
  text.transact(() => {
    for (const key of Array.from(entries.keys())) {
      if (key === comment || key.startsWith(`${comment}/`)) entries.delete(key);
    }
  });
}
