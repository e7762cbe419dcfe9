/**
 * Decoders: the one door for foreign data (files, bundles, messages between processes, rows of an older app).
 *
 * A decoder looks at a value of unknown shape and answers either with the typed value or with the reason it will not do,
 * told with the path to the place at fault. Data is never cast.
 */
import { ok, type Result } from './result.ts';

export interface DecodeFault {
  readonly type: 'NotAsExpected';
  /** Where in the value, such as `attendees.3.name`; empty for the value itself. */
  readonly at: string;
  /** What was expected there. */
  readonly expected: string;
}

export type Decode<Value> = (value: unknown) => Result<Value, DecodeFault>;
export type Decoded<Decoder> = Decoder extends Decode<infer Value> ? Value : never;

function fault(expected: string, at = ''): Result<never, DecodeFault> {
  return { ok: false, refusal: { type: 'NotAsExpected', at, expected } };
}

function below(key: string | number, result: Result<unknown, DecodeFault>): Result<never, DecodeFault> {
  if (result.ok) throw new Error('only a fault can be placed');
  const { at, expected } = result.refusal;
  return fault(expected, at === '' ? String(key) : `${key}.${at}`);
}

export const nothing: Decode<null> = (value) => (value === null || value === undefined ? ok(null) : fault('nothing'));

export const aBoolean: Decode<boolean> = (value) => (typeof value === 'boolean' ? ok(value) : fault('yes or no'));

/** A text of at most `most` UTF-16 units (a million unless told). */
export function aText(most = 1_000_000): Decode<string> {
  return (value) =>
    typeof value === 'string' && value.length <= most ? ok(value) : fault(`a text of at most ${most} characters`);
}

/** A text that a test accepts; `expected` says in words what that is. */
export function aTextLike<Text extends string>(accepts: (text: string) => boolean, expected: string): Decode<Text> {
  return (value) => (typeof value === 'string' && accepts(value) ? ok(value as Text) : fault(expected));
}

export function aWholeNumber(least = 0, most = Number.MAX_SAFE_INTEGER): Decode<number> {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? ok(value)
      : fault(`a whole number from ${least} to ${most}`);
}

export function oneOf<const Choice extends string>(choices: ReadonlyArray<Choice>): Decode<Choice> {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    return found === undefined ? fault(`one of ${choices.join(', ')}`) : ok(found);
  };
}

export function orNull<Value>(decode: Decode<Value>): Decode<Value | null> {
  return (value) => (value === null || value === undefined ? ok(null) : decode(value));
}

export function listOf<Value>(decode: Decode<Value>, most = 100_000): Decode<ReadonlyArray<Value>> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return fault(`a list of at most ${most}`);
    const items: Value[] = [];
    for (const [index, item] of value.entries()) {
      const result = decode(item);
      if (!result.ok) return below(index, result);
      items.push(result.value);
    }
    return ok(items);
  };
}

/** An object with these keys; other keys are left out of the answer. */
export function objectOf<Shape extends Record<string, Decode<unknown>>>(
  shape: Shape,
): Decode<{ readonly [Key in keyof Shape]: Decoded<Shape[Key]> }> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('an object');
    const source = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const [key, decode] of Object.entries(shape)) {
      const item = decode(Object.hasOwn(source, key) ? source[key] : undefined);
      if (!item.ok) return below(key, item);
      result[key] = item.value;
    }
    return ok(result as { readonly [Key in keyof Shape]: Decoded<Shape[Key]> });
  };
}

/** An object used as a map: any text key but `__proto__`, each value decoded. */
export function mapOf<Value>(decode: Decode<Value>): Decode<Readonly<Record<string, Value>>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('an object');
    const result: Record<string, Value> = {};
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__') return fault('an ordinary key', key);
      const decoded = decode(item);
      if (!decoded.ok) return below(key, decoded);
      result[key] = decoded.value;
    }
    return ok(result);
  };
}

/** Bytes, as they come through structured clone, at most `most` of them. */
export function someBytes(most: number): Decode<Uint8Array> {
  return (value) =>
    value instanceof Uint8Array && value.byteLength <= most ? ok(value) : fault(`at most ${most} bytes`);
}
