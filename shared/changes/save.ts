/**
 * A save: what one officer did in one go, the only truth there is. Everything on screen is worked out from saves.
 *
 * A save is appended once and never altered. It names the saves it had seen (`deps`) and, for each field it writes, the
 * writes it replaces (`over`), so that merging needs no clock.
 */
import {
  aText,
  aTextLike,
  aWholeNumber,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  orNull,
  type Decode,
} from '#shared/kernel/decode.ts';
import { isId } from '#shared/kernel/id.ts';
import type { Json } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Stamp } from './clock.ts';
import { heldOf, type VersionVector } from './version-vector.ts';

/** One write: the device that made it and that device's sequence number. A save writes a field at most once. */
export type Dot = readonly [device: string, seq: number];

export interface Edit {
  /** The kind of record, such as `meeting`. */
  readonly kind: string;
  readonly record: string;
  /** A field (`title`), an element of a set (`roles/chair`), or one of the marks `$gone` and `$touch`. */
  readonly path: string;
  /** The value; for text an update of the shared document, in base64. */
  readonly value: Json;
  /** The writes this one replaces: those its author had seen. */
  readonly over: ReadonlyArray<Dot>;
}

export interface Save {
  readonly device: string;
  /** 1, 2, 3 … on its device, without a gap. */
  readonly seq: number;
  readonly at: Stamp;
  /** What its author held of other devices' saves. */
  readonly deps: VersionVector;
  /** The author's name, as it stood then. */
  readonly by: string;
  /** What was done, in the officers' words: `Planned a meeting`. */
  readonly command: string;
  /** Why, where the officer said so. */
  readonly note: string;
  readonly edits: ReadonlyArray<Edit>;
  /** The save on the same device that this one takes back, or brings back. */
  readonly reverts: { readonly type: 'undo' | 'redo'; readonly seq: number } | null;
}

/** The mark that a record is deleted (`true`) or brought back (`false`). */
export const gonePath = '$gone';
/** The mark that something was put into a record, so that deleting it elsewhere is noticed. */
export const touchPath = '$touch';

export const goneOrTouch: ReadonlyArray<string> = [gonePath, touchPath];

/** A value JSON can hold, not nested beyond 64 levels. */
function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > 64) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return Object.entries(value).every(([key, item]) => key !== '__proto__' && isJson(item, depth + 1));
}

const aJson: Decode<Json> = (value) =>
  isJson(value) ? ok(value) : { ok: false, refusal: { type: 'NotAsExpected', at: '', expected: 'plain data' } };

const anId = aTextLike<string>(isId, 'an id');
const aSeq = aWholeNumber(1);

const aDot: Decode<Dot> = (value) => {
  const pair = listOf((item) => ok(item), 2)(value);
  if (!pair.ok) return pair;
  const device = anId(pair.value[0]);
  const seq = aSeq(pair.value[1]);
  if (!device.ok) return device;
  return seq.ok ? ok([device.value, seq.value]) : seq;
};

const anEdit: Decode<Edit> = objectOf({
  kind: aTextLike<string>((text) => /^[a-z][A-Za-z]{0,39}$/.test(text), 'a kind of record'),
  record: anId,
  path: aTextLike<string>(
    (text) => /^[$a-z][A-Za-z0-9]{0,39}(\/[0-9a-zA-Z:-]{1,80})?$/.test(text) && text !== 'constructor',
    'a field',
  ),
  value: aJson,
  over: listOf(aDot, 1000),
});

/** A save from outside (a bundle, a backup), looked at in every part. */
export const aSave: Decode<Save> = objectOf({
  device: anId,
  seq: aSeq,
  at: aWholeNumber(),
  deps: mapOf(aSeq),
  by: aText(300),
  command: aText(300),
  note: aText(10_000),
  edits: listOf(anEdit, 100_000),
  reverts: orNull(objectOf({ type: oneOf(['undo', 'redo']), seq: aSeq })),
});

/** Whether a save's edits name only writes its author can have seen. */
export function isHonest(save: Save): boolean {
  return save.edits.every((edit) =>
    edit.over.every(([device, seq]) => (device === save.device ? seq < save.seq : seq <= heldOf(save.deps, device))),
  );
}
