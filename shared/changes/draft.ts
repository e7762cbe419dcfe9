/**
 * What a command answers with: the changes it wants made, before they are stamped with device, time and sequence.
 */
import type { Json } from '#shared/kernel/json.ts';
import type { Fields, Kind, RecordOf, ValuesOf } from './kind.ts';
import type { Dot, Save } from './save.ts';
import type { Tracked } from './tracked.ts';

export interface Change {
  readonly kind: string;
  readonly record: string;
  readonly path: string;
  readonly value: Json;
  /** The writes the officer had before their eyes; `null` means whatever stands when the change is saved. */
  readonly seen: ReadonlyArray<Dot> | null;
}

export interface Draft {
  readonly command: string;
  readonly note: string;
  readonly changes: ReadonlyArray<Change>;
  readonly reverts: Save['reverts'];
}

/** A decision ready to be saved. `command` says what was done, `note` why. */
export function draft(command: string, note: string, changes: ReadonlyArray<ReadonlyArray<Change>>): Draft {
  return { command, note, changes: changes.flat(), reverts: null };
}

function seenAt(record: Tracked, path: string): ReadonlyArray<Dot> {
  return (record._heads[path] ?? []).map(([device, seq]) => [device, seq]);
}

function isSet(kind: Kind, name: string): boolean {
  return kind.fields[name]?.merge === 'set';
}

function elementsOf(value: unknown): ReadonlyArray<string> {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A new record. Fields left out keep their initial values. */
export function create<Name extends string, AllFields extends Fields>(
  kind: Kind<Name, AllFields>,
  id: string,
  values: Partial<ValuesOf<AllFields>>,
): ReadonlyArray<Change> {
  // The mark makes the record exist even where every value is the initial one.
  const birth: Change = { kind: kind.name, record: id, path: '$touch', value: true, seen: [] };
  const fields = Object.entries(values).flatMap(([name, value]): Change[] => {
    if (value === undefined) return [];
    if (!isSet(kind, name)) return [{ kind: kind.name, record: id, path: name, value: value as Json, seen: [] }];
    return elementsOf(value).map((element) => ({
      kind: kind.name,
      record: id,
      path: `${name}/${element}`,
      value: true,
      seen: [],
    }));
  });
  return [birth, ...fields];
}

/** Other values in a record, as the officer saw it: what arrived since is not overwritten but shown beside it. */
export function set<Name extends string, AllFields extends Fields>(
  kind: Kind<Name, AllFields>,
  record: RecordOf<Kind<Name, AllFields>>,
  values: Partial<ValuesOf<AllFields>>,
): ReadonlyArray<Change> {
  const held = record as Tracked & Record<string, unknown>;
  return Object.entries(values).flatMap(([name, value]): Change[] => {
    if (value === undefined) return [];
    if (!isSet(kind, name)) {
      return [{ kind: kind.name, record: held.id, path: name, value: value as Json, seen: seenAt(held, name) }];
    }
    const wanted = elementsOf(value);
    const had = elementsOf(held[name]);
    const moved = [
      ...wanted.filter((element) => !had.includes(element)).map((element) => ({ element, isIn: true })),
      ...had.filter((element) => !wanted.includes(element)).map((element) => ({ element, isIn: false })),
    ];
    return moved.map(({ element, isIn }) => {
      const path = `${name}/${element}`;
      return { kind: kind.name, record: held.id, path, value: isIn, seen: seenAt(held, path) };
    });
  });
}

/** More words in a text: an update of its shared document, in base64. */
export function writeText(
  kind: { readonly name: string },
  id: string,
  field: string,
  update: string,
): ReadonlyArray<Change> {
  return [{ kind: kind.name, record: id, path: field, value: update, seen: null }];
}

/** To the bin. A colleague's change that this laptop has not seen keeps the record in sight, flagged. */
export function remove(kind: { readonly name: string }, id: string): ReadonlyArray<Change> {
  return [{ kind: kind.name, record: id, path: '$gone', value: true, seen: null }];
}

export function bringBack(kind: { readonly name: string }, id: string): ReadonlyArray<Change> {
  return [{ kind: kind.name, record: id, path: '$gone', value: false, seen: null }];
}
