/** Places in an order that people change at the same time: a key between two keys, never a number to be renumbered. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

export interface Placed {
  readonly id: string;
  readonly key: string;
}

/** Two people may choose the same key at the same time; the id then settles the order, alike on every laptop. */
export function comparePlaces(a: Placed, b: Placed): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Beyond this length a run of keys is dealt anew, or thousands of insertions into one gap would make them endless. */
const longestKey = 48;

/**
 * The keys to write so that `moved` stands at `index` among `others` (which are in order and do not include it).
 * Usually one; where neighbours share a key, or keys have grown long, all are dealt anew.
 */
export function keysToPlace(
  others: ReadonlyArray<Placed>,
  moved: string,
  index: number,
): ReadonlyArray<{ readonly id: string; readonly key: string }> {
  const before = others[index - 1]?.key ?? null;
  const after = others[index]?.key ?? null;
  if (before === null || after === null || before < after) {
    const key = keyBetween(before, after);
    if (key !== null && key.length <= longestKey) return [{ id: moved, key }];
  }
  const order = [
    ...others.slice(0, index).map((other) => other.id),
    moved,
    ...others.slice(index).map((other) => other.id),
  ];
  const keys = generateNKeysBetween(null, null, order.length);
  return order.map((id, place) => ({ id, key: keys[place] ?? '' }));
}

function keyBetween(before: string | null, after: string | null): string | null {
  try {
    return generateKeyBetween(before, after);
  } catch {
    // A key written by something else than this app: deal all anew.
    return null;
  }
}

/** Keys for so many new ones after the last; `null` where there is none yet. */
export function freshKeysAfter(last: string | null, count: number): ReadonlyArray<string> {
  return generateNKeysBetween(last === '' ? null : last, null, count);
}

/** Keys for a whole new list, in order. */
export function freshKeys(count: number): ReadonlyArray<string> {
  return generateNKeysBetween(null, null, count);
}
