/** Texts that a bundle writes in and that were written here without sight of it: they merge by themselves, and are told of all the same. */
import type { Save } from '#shared/changes/save.ts';
import { textKey } from '#shared/changes/text.ts';
import { heldOf, type VersionVector } from '#shared/changes/version-vector.ts';
import { readLogHeld } from '#renderer/data/database.ts';
import { readSavesBetween } from '#renderer/data/log.ts';
import type { Session } from '#renderer/data/session.ts';

/** By the text's key: names of the people here who wrote in it unseen. */
export type Alongside = ReadonlyMap<string, ReadonlyArray<string>>;

/**
 * A save that is held here saw none of the fresh ones, so the two were written side by side exactly when the fresh one had not seen
 * the held. Only saves that some fresh one lacked are read.
 */
export async function readAlongside({ database, kinds }: Session, fresh: ReadonlyArray<Save>): Promise<Alongside> {
  const writers = new Map<string, Array<Save>>();
  const isText = (kind: string, path: string): boolean => kinds.get(kind)?.fields[path]?.merge === 'text';
  for (const save of fresh) {
    for (const { kind, record, path } of save.edits) {
      if (!isText(kind, path)) continue;
      const key = textKey(record, path);
      const before = writers.get(key);
      if (before === undefined) writers.set(key, [save]);
      else before.push(save);
    }
  }
  const found = new Map<string, Set<string>>();
  if (writers.size === 0) return new Map();
  const held: VersionVector = (await readLogHeld(database))?.held ?? {};
  for (const [device, last] of Object.entries(held)) {
    const seen = [...writers.values()].flat().filter((save) => save.device !== device);
    const first = seen.reduce((least, { deps }) => Math.min(least, heldOf(deps, device)), last) + 1;
    if (first > last) continue;
    for (const { seq, by, edits } of await readSavesBetween(database, device, first, last)) {
      for (const { kind, record, path } of edits) {
        const key = isText(kind, path) ? textKey(record, path) : '';
        const isUnseen = writers.get(key)?.some((save) => save.device !== device && heldOf(save.deps, device) < seq);
        if (isUnseen === true) found.set(key, (found.get(key) ?? new Set()).add(by));
      }
    }
  }
  return new Map([...found].map(([key, people]) => [key, [...people]]));
}
