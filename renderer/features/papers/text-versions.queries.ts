/** Earlier versions of a paper's words: the saves that wrote in it, those of one sitting taken together. */
import type * as Y from 'yjs';
import { earliestFirst } from '#shared/changes/causal-order.ts';
import { timeOf } from '#shared/changes/clock.ts';
import { openText, plainWords, stateOf, textKey, updateBackTo, withUpdates } from '#shared/changes/text.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { namedVersionKind, type NamedVersion } from '#shared/domain/papers/named-version.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';
import { readSavesOf } from '#renderer/data/log.ts';
import type { Save } from '#shared/changes/save.ts';
import { bodyField } from './paper-text.ts';

export interface TextSitting {
  /** Stands for this version: device and sequence of its last save. */
  readonly id: string;
  readonly by: string;
  /** When it was last written in, as the log counts time. */
  readonly stamp: number;
  /** What was done: `Wrote in “…”`, `Undid: …`. */
  readonly command: string;
  /** What somebody called it; `null` for one without a name. */
  readonly named: NamedVersion | null;
  /** How many saves of the text there are up to and with this version, in the log's order. */
  readonly saves: number;
  /** The last save of each device that is in it: for a named version those that were when it was named. */
  readonly heads: VersionVector;
}

/** Writing by one person goes on as one version until so long a pause, in milliseconds. */
const sittingPause = 5 * 60_000;

async function textSaves(database: Database, paperId: string): Promise<ReadonlyArray<Save>> {
  const saves = (await readSavesOf(database, paperId)).toReversed();
  return saves.filter(({ edits }) => edits.some((edit) => edit.record === paperId && edit.path === bodyField));
}

/** The versions of a paper's words, the latest first. */
export async function readTextSittings(database: Database, paperId: string): Promise<ReadonlyArray<TextSitting>> {
  const names = await rowsOf(database, namedVersionKind).where('paperId').equals(paperId).toArray();
  const sittings: TextSitting[] = [];
  let heads: VersionVector = {};
  for (const [index, { device, seq, by, at: stamp, command }] of (await textSaves(database, paperId)).entries()) {
    const last = sittings.at(-1);
    const goesOn =
      last !== undefined &&
      last.by === by &&
      last.named === null &&
      last.command === command &&
      timeOf(stamp) - timeOf(last.stamp) < sittingPause;
    if (goesOn) sittings.pop();
    const id = `${device}-${seq}`;
    const named = names.find(({ save }) => save === id) ?? null;
    heads = { ...heads, [device]: seq };
    sittings.push({ id, by, stamp, command, named, saves: index + 1, heads: named?.heads ?? heads });
  }
  return sittings.reverse();
}

/** The text as it stood with these saves in it. What was refused when it came is in the log too, and is left out here as it was there. */
async function textAt(database: Database, paperId: string, heads: VersionVector): Promise<Y.Doc> {
  const updates = earliestFirst(await textSaves(database, paperId))
    .filter(({ device, seq }) => seq <= heldOf(heads, device))
    .flatMap(({ edits }) => edits.filter(({ record, path }) => record === paperId && path === bodyField))
    .map(({ value }) => (typeof value === 'string' ? value : ''));
  return openText(withUpdates(null, updates).state);
}

export interface ComparedTexts {
  readonly words: string;
  /** What stood in the version before. */
  readonly before: string;
}

/** The words of one version and of another, usually the one before it; empty words before the first. */
export async function readCompared(
  database: Database,
  paperId: string,
  version: TextSitting,
  before: TextSitting | null,
): Promise<ComparedTexts> {
  const [text, earlier] = await Promise.all([
    textAt(database, paperId, version.heads),
    before === null ? openText(null) : textAt(database, paperId, before.heads),
  ]);
  return { words: plainWords(text), before: plainWords(earlier) };
}

/** The update that brings the words back to a version; `null` when they read so already. */
export async function readWayBack(database: Database, paperId: string, version: TextSitting): Promise<string | null> {
  const [kept, wanted] = await Promise.all([
    database.texts.get(textKey(paperId, bodyField)),
    textAt(database, paperId, version.heads),
  ]);
  return updateBackTo(kept?.state ?? null, stateOf(wanted));
}
