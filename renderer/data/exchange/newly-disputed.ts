/** What people came to disagree about in one record, beside what was open in it already. */
import type { Kind } from '#shared/changes/kind.ts';
import { decisionsOf, type Row } from '#shared/changes/record.ts';
import { gonePath } from '#shared/changes/save.ts';

/** Paths: those of fields with a value that did not stand there before, and that of the deletion where it is new. */
export function newlyDisputed(kind: Kind, was: Row | undefined, is: Row): ReadonlySet<string> {
  const found = new Set<string>();
  if (is._open !== 1) return found;
  const before = was === undefined ? new Map<string, string>() : disputedIn(kind, was);
  for (const [path, values] of disputedIn(kind, is)) if (before.get(path) !== values) found.add(path);
  return found;
}

/** Each disputed path with the writes that stand against each other there. */
function disputedIn(kind: Kind, row: Row): ReadonlyMap<string, string> {
  if (row._open !== 1) return new Map();
  const found = new Map(
    decisionsOf(kind, row).map(({ path, values }) => [
      path,
      values
        .map(({ head }) => head.join(' '))
        .toSorted()
        .join(', '),
    ]),
  );
  if (row._deletions.length > 0) found.set(gonePath, row._deletions.map(({ head }) => head.join(' ')).join(', '));
  return found;
}
