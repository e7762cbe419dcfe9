/** Whether what stands in `dist` was built from the sources as they are now. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Holds the time at which the last complete build began. */
export const stampFile = 'built-at.txt';

const sources = ['shared', 'renderer', 'electron', 'package.json', 'package-lock.json'];

export function isBuildFresh(root: string = projectRoot): boolean {
  const builtAt = builtTime(root);
  return builtAt !== null && sources.every((source) => newestChange(path.join(root, source)) < builtAt);
}

function builtTime(root: string): number | null {
  try {
    const time = Date.parse(readFileSync(path.join(root, 'dist', stampFile), 'utf8'));
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}

/** A folder's own time counts too, for it tells of files taken away. */
function newestChange(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return Number.POSITIVE_INFINITY;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(place).reduce(
    (newest, name) => Math.max(newest, newestChange(path.join(place, name))),
    found.mtimeMs,
  );
}
