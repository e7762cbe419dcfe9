/** Long texts: as they stand, and as they were. */
import type * as Y from 'yjs';
import { earliestFirst } from '#shared/changes/causal-order.ts';
import { openText, textKey, withUpdate } from '#shared/changes/text.ts';
import type { Database } from './database.ts';
import { readSavesOf } from './log.ts';

/** The text as it stands, ready for an editor; an empty one where nobody has written yet. */
export async function readText(database: Database, record: string, field: string): Promise<Y.Doc> {
  const kept = await database.texts.get(textKey(record, field));
  return openText(kept?.state ?? null);
}

export interface TextVersion {
  readonly device: string;
  readonly seq: number;
  readonly by: string;
  readonly stamp: number;
  /** The state after this save. */
  readonly state: Uint8Array;
}

/** Every version of a text, the earliest first. */
export async function readTextVersions(
  database: Database,
  record: string,
  field: string,
): Promise<ReadonlyArray<TextVersion>> {
  const saves = earliestFirst(await readSavesOf(database, record));
  const versions: TextVersion[] = [];
  let state: Uint8Array | null = null;
  for (const { device, seq, by, at: stamp, edits } of saves) {
    for (const edit of edits) {
      if (edit.record !== record || edit.path !== field || typeof edit.value !== 'string') continue;
      const next = withUpdate(state, edit.value);
      if (next === null) continue;
      state = next;
      versions.push({ device, seq, by, stamp, state });
    }
  }
  return versions;
}
