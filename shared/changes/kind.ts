/**
 * A kind of record, declared once as data. Tables, decoders, history labels and search are all derived from it.
 */
import type { Decode } from '#shared/kernel/decode.ts';
import type { Json } from '#shared/kernel/json.ts';
import { withoutUnseen } from '#shared/kernel/plain-text.ts';
import type { Tracked } from './tracked.ts';

/**
 * How writes to a field come together.
 * - `value`: one value; different writes unseen by each other are a conflict to be decided.
 * - `set`: each element is in or out on its own, so that two people adding different ones never clash.
 * - `text`: a shared document (Yjs); both people's words are kept. The row holds nothing, the text has a table of its own.
 */
export type Merge = 'value' | 'set' | 'text';

export interface Field<Value> {
  readonly merge: Merge;
  readonly decode: Decode<Value>;
  /** What stands where nobody has written yet, and in records of an older app. */
  readonly initial: Value;
  /** The field's name in History, as the form shows it. */
  readonly label: string;
  /** A value in words for History; left out where the value speaks for itself. */
  words?(value: Value): string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type ValuesOf<AllFields extends Fields> = {
  readonly [Name in keyof AllFields]: AllFields[Name] extends Field<infer Value> ? Value : never;
};

export interface Kind<Name extends string = string, AllFields extends Fields = Fields> {
  readonly name: Name;
  readonly table: string;
  /** One of it, in a sentence: `agenda item`. */
  readonly label: string;
  readonly fields: AllFields;
  /** The version of the database in which its table or its indexes last changed. */
  readonly since: number;
  /** Fields (or `[a+b]` pairs) by which rows are looked up. */
  readonly indexes: ReadonlyArray<string>;
  /** What has been given to people: once made, a record is neither changed nor removed, and *Undo* stops short of it. */
  readonly isFinal?: boolean;
  /** The record this one lies in: putting something in counts as touching it. */
  readonly parent: { readonly kind: string; readonly field: string } | null;
  /** How a record is named in History and search. */
  titleOf(values: ValuesOf<AllFields>): string;
}

/** A record as rows and screens hold it: its values, and the marks by which merging knows what was seen. */
export type RecordOf<SomeKind> = SomeKind extends Kind<string, infer AllFields> ? Tracked & ValuesOf<AllFields> : never;

export function valueField<Value>(
  label: string,
  decode: Decode<Value>,
  initial: Value,
  words?: (value: Value) => string,
): Field<Value> {
  const plain = plainly(decode);
  return words === undefined
    ? { merge: 'value', label, decode: plain, initial }
    : { merge: 'value', label, decode: plain, initial, words };
}

/** A text is taken without the controls that nobody sees, wherever it was pasted from. */
function plainly<Value>(decode: Decode<Value>): Decode<Value> {
  return (value) => decode(typeof value === 'string' ? withoutUnseen(value) : value);
}

export function setField<Element extends string>(
  label: string,
  decode: Decode<ReadonlyArray<Element>>,
): Field<ReadonlyArray<Element>> {
  return { merge: 'set', label, decode, initial: [] };
}

/** Long text. Its row value is always `null`: the words live in the table of texts. */
export function textField(label: string): Field<null> {
  return { merge: 'text', label, decode: () => ({ ok: true, value: null }), initial: null };
}

export function kind<const Name extends string, AllFields extends Fields>(
  declaration: Kind<Name, AllFields>,
): Kind<Name, AllFields> {
  return declaration;
}

/** The initial values of a kind, as an empty row has them. */
export function initialsOf(someKind: Kind): Record<string, Json> {
  return Object.fromEntries(Object.entries(someKind.fields).map(([name, field]) => [name, field.initial as Json]));
}
