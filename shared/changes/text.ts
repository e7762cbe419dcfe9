/**
 * Long text: a Yjs document, in which everybody's words are kept whatever the order they arrive in.
 *
 * Its whole history stays (nothing is collected), so that any earlier version can be shown and brought back. States and
 * updates are in Yjs's second encoding; in saves they stand as base64.
 */
import * as Y from 'yjs';
import { base64ToBytes, bytesToBase64 } from '#shared/kernel/base64.ts';
import { isTooDeep, soundPiecesOf } from './sound-update.ts';

/** The one shared fragment of each document, under which the editor keeps its paragraphs. */
export const textRoot = 'text';

/** Marks on words that somebody has suggested: to be added, and so not in the text yet; to be removed, and so in it still. */
export const suggestedAddition = 'suggestedAddition';
export const suggestedRemoval = 'suggestedRemoval';

/** Maps that stand beside the paragraphs of a text and are kept and undone with it. */
export const besideRoots = ['ignoredWords', 'comments'] as const;

export function emptyText(): Y.Doc {
  return new Y.Doc({ gc: false });
}

export function openText(state: Uint8Array | null): Y.Doc {
  const text = emptyText();
  if (state !== null) Y.applyUpdateV2(text, state);
  return text;
}

export function stateOf(text: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(text);
}

/** Where a text table keeps the words of one field of one record. */
export function textKey(record: string, field: string): string {
  return `${record}/${field}`;
}

/** Everything written since `base` (a state vector), as a save carries it; `null` when nothing was. */
export function updateSince(text: Y.Doc, base: Uint8Array): string | null {
  const update = Y.encodeStateAsUpdateV2(text, base);
  // An update without structs and without deletions: nothing to say.
  const empty = Y.encodeStateAsUpdateV2(emptyText());
  const { structs, ds } = Y.decodeUpdateV2(update);
  if (structs.length === 0 && ds.clients.size === 0) return null;
  return update.length === empty.length ? null : bytesToBase64(update);
}

export interface TextTaken {
  /** The state with the updates in it; `null` where none could be taken. */
  readonly state: Uint8Array | null;
  /** Which updates were refused, by their places in the list. */
  readonly refused: ReadonlySet<number>;
}

/** Takes an update into an open text. Where it answers `false` the text must be thrown away: part of it may be in. */
function isTaken(text: Y.Doc, update: Uint8Array): boolean {
  try {
    const pieces = soundPiecesOf(update);
    if (pieces === null) return false;
    Y.applyUpdateV2(text, update);
    if (isTooDeep(text, pieces)) return false;
  } catch {
    // Yjs throws plain errors on bytes that are no update of its own.
    return false;
  }
  return text.store.pendingStructs === null && text.store.pendingDs === null;
}

/** The state of a text, or `null` where what it took in cannot be told again. */
function stateIfTold(text: Y.Doc): Uint8Array | null {
  try {
    return stateOf(text);
  } catch {
    return null;
  }
}

function takeAll(state: Uint8Array | null, updates: ReadonlyArray<string>, isWary: boolean): TextTaken | null {
  const taken: Uint8Array[] = [];
  const refused = new Set<number>();
  let text = openText(state);
  for (const [index, update] of updates.entries()) {
    const bytes = base64ToBytes(update);
    if (bytes !== null && isTaken(text, bytes) && (!isWary || stateIfTold(text) !== null)) {
      taken.push(bytes);
      continue;
    }
    refused.add(index);
    if (bytes === null) continue;
    text = openText(state);
    for (const good of taken) Y.applyUpdateV2(text, good);
  }
  if (taken.length === 0) return { state: null, refused };
  const told = stateIfTold(text);
  return told === null ? null : { state: told, refused };
}

/**
 * A state with more updates in it, in their order. An update that is damaged or leans on words that are not there is
 * refused: it is left in the log and changes nothing.
 */
export function withUpdates(state: Uint8Array | null, updates: ReadonlyArray<string>): TextTaken {
  // To tell the text after each update is slow, and wanted only where one of them has spoilt it.
  const taken = takeAll(state, updates, false) ?? takeAll(state, updates, true);
  return taken ?? { state: null, refused: new Set(updates.keys()) };
}

/** A state with one more update in it, or `null` where that is refused. */
export function withUpdate(state: Uint8Array | null, update: string): Uint8Array | null {
  return withUpdates(state, [update]).state;
}

/** The text as plain words, paragraphs on lines of their own: for search, counts and differences. What is only suggested is left out. */
export function plainWords(text: Y.Doc): string {
  const lines: string[] = [];
  const walk = (node: Y.XmlFragment | Y.XmlElement): void => {
    let line = '';
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) line += wordsIn(child);
      else if (child instanceof Y.XmlElement) walk(child);
    }
    if (line.trim() !== '') lines.push(line);
  };
  walk(text.getXmlFragment(textRoot));
  return lines.join('\n');
}

function wordsIn(text: Y.XmlText): string {
  const runs = text.toDelta() as ReadonlyArray<{ insert?: unknown; attributes?: Readonly<Record<string, unknown>> }>;
  return runs
    .filter(({ attributes = {} }) => !Object.hasOwn(attributes, suggestedAddition))
    .map((run) => (typeof run.insert === 'string' ? run.insert : ''))
    .join('');
}

/** The update that makes a text read as an earlier one did, as a save carries it; `null` when it does already. */
export function updateBackTo(now: Uint8Array | null, earlier: Uint8Array | null): string | null {
  const text = openText(now);
  const wanted = openText(earlier);
  const root = text.getXmlFragment(textRoot);
  const wantedRoot = wanted.getXmlFragment(textRoot);
  if (root.toJSON() === wantedRoot.toJSON()) return null;
  const base = Y.encodeStateVector(text);
  text.transact(() => {
    root.delete(0, root.length);
    const copies = wantedRoot.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : [child.clone()]));
    root.insert(0, copies);
  });
  return updateSince(text, base);
}

/**
 * The update that takes back some updates among all those a text was made of, leaving the others' words alone.
 *
 * @param updates every update of the text, in the order applied, in base64
 * @param taken which of them are to be taken back, by their places
 */
export function updateWithout(updates: ReadonlyArray<string>, ...taken: ReadonlyArray<number>): string | null {
  const text = emptyText();
  const marked = Symbol('taken back');
  const root = text.getXmlFragment(textRoot);
  // What stands beside the paragraphs: words let be, comments.
  const beside = besideRoots.map((name) => text.getMap(name));
  const memory = new Y.UndoManager([root, ...beside], { trackedOrigins: new Set([marked]), captureTimeout: 0 });
  const { refused } = withUpdates(null, updates);
  for (const [index, update] of updates.entries()) {
    const bytes = base64ToBytes(update);
    if (bytes !== null && !refused.has(index)) Y.applyUpdateV2(text, bytes, taken.includes(index) ? marked : null);
  }
  const base = Y.encodeStateVector(text);
  while (memory.undoStack.length > 0) memory.undo();
  return updateSince(text, base);
}
