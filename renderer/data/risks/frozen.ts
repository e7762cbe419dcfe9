/** Frozen reviews in full, read from their files. What was read is kept, for a frozen review never changes. */
import { aSnapshot, type Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import type { Database } from '#renderer/data/database.ts';
import { hashOf, keepFile, readFile } from '#renderer/data/files.ts';

/**
 * `missing`: its file has not come from the colleague who froze it. `harmed`: the file reads otherwise than when it was frozen; it is
 * shown as that and never passed over.
 */
export type FrozenContents =
  { readonly type: 'whole'; readonly snapshot: Snapshot } | { readonly type: 'missing' } | { readonly type: 'harmed' };

/** Enough for comparing and for the runs that closing suggestions look at, and not all of ten years. */
const mostKept = 6;
const kept = new Map<string, FrozenContents>();

export async function readFrozen(database: Database, sha256: string): Promise<FrozenContents> {
  const before = kept.get(sha256);
  if (before !== undefined) {
    kept.delete(sha256);
    kept.set(sha256, before);
    return before;
  }
  const file = await readFile(database, sha256);
  if (file === null) return { type: 'missing' };
  const contents = await contentsOf(await file.arrayBuffer(), sha256);
  kept.set(sha256, contents);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return contents;
}

async function contentsOf(bytes: ArrayBuffer, sha256: string): Promise<FrozenContents> {
  if ((await hashOf(bytes)) !== sha256) return { type: 'harmed' };
  const snapshot = aSnapshot(parsed(new TextDecoder().decode(bytes)));
  return snapshot.ok ? { type: 'whole', snapshot: snapshot.value } : { type: 'harmed' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps a snapshot as a file, before the review that names it is frozen. */
export async function keepFrozen(
  database: Database,
  snapshot: Snapshot,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const file = new Blob([canonicalJson(snapshot)], { type: 'application/json' });
  return { sha256: await keepFile(database, file), bytes: file.size };
}
