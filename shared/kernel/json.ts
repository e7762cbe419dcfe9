/** Data as JSON knows it, and never altered once made. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json };

/**
 * One text for equal data, whatever order its keys were written in: for comparing and for hashing.
 * Keys whose value is `undefined` count as absent.
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}

/**
 * Whether a text is the one canonical text of the data it was parsed to. The browser writes data as fast as it reads it, so what it writes is
 * compared, and that keys stand in order; only where it would write it otherwise (it puts keys that are numbers first) is it worked out.
 */
export function isCanonicalText(text: string, parsed: unknown): boolean {
  if (JSON.stringify(parsed) === text && hasKeysInOrder(parsed)) return true;
  return canonicalJson(parsed) === text;
}

function hasKeysInOrder(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && !hasKeysInOrder(item)) return false;
    return true;
  }
  let last = '';
  let isFirst = true;
  for (const key of Object.keys(value)) {
    if (!isFirst && key <= last) return false;
    const item: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof item === 'object' && !hasKeysInOrder(item)) return false;
    last = key;
    isFirst = false;
  }
  return true;
}

export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
