/**
 * A register: the value of one field as several people may have written it.
 *
 * It keeps every write that nobody has replaced yet (its heads). One head, and all agree. Several heads with different
 * values are a conflict, which is shown until somebody decides; meanwhile the latest by clock stands, so that every laptop
 * shows the same. The outcome depends on the set of writes alone, never on the order in which they arrive.
 */
import { isSameJson, type Json } from '#shared/kernel/json.ts';
import type { Stamp } from './clock.ts';
import type { Dot } from './save.ts';

export type Head = readonly [device: string, seq: number, at: Stamp];

/** Heads and their values side by side, the one that stands first. */
export interface Register {
  readonly heads: ReadonlyArray<Head>;
  readonly values: ReadonlyArray<Json>;
}

function isSameDot(a: Dot | Head, b: Dot | Head): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function isSameHeads(one: ReadonlyArray<Head>, other: ReadonlyArray<Head>): boolean {
  return one.length === other.length && one.every((head, at) => isSameDot(head, other[at] ?? head));
}

/** Which of two unreplaced writes stands: the later by clock, then by device, then by sequence. */
function stands(a: Head, b: Head): number {
  if (a[2] !== b[2]) return b[2] - a[2];
  if (a[0] !== b[0]) return a[0] < b[0] ? 1 : -1;
  return b[1] - a[1];
}

/** A register after one more write, which must arrive after the writes it replaces. */
export function written(register: Register | undefined, head: Head, value: Json, over: ReadonlyArray<Dot>): Register {
  if (register === undefined) return { heads: [head], values: [value] };
  if (register.heads.some((held) => isSameDot(held, head))) return register;
  const kept = register.heads
    .map((held, index) => ({ head: held, value: register.values[index] ?? null }))
    .filter((entry) => !over.some((dot) => isSameDot(dot, entry.head)));
  const entries = [...kept, { head, value }].sort((a, b) => stands(a.head, b.head));
  return { heads: entries.map((entry) => entry.head), values: entries.map((entry) => entry.value) };
}

export function isConflict(values: ReadonlyArray<Json>): boolean {
  return values.some((value) => !isSameJson(value, values[0]));
}
