/**
 * A segment: some saves of one device in a row, sealed. Its bytes never change again, wherever they travel: whoever relays it
 * can neither alter it nor make one in another's name.
 */
import { aSave, isHonest, type Save } from '#shared/changes/save.ts';
import { aTextLike, aWholeNumber, listOf, objectOf, orNull } from '#shared/kernel/decode.ts';
import { isId } from '#shared/kernel/id.ts';
import { canonicalJson, isCanonicalText } from '#shared/kernel/json.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { textOfUtf8 } from './text-of-utf8.ts';
import { sha256, utf8, type Sign } from './web-crypto.ts';

export interface SealedSegment {
  readonly device: string;
  /** Sequence numbers of its first and its last save. */
  readonly from: number;
  readonly to: number;
  /** SHA-256 of `bytes`, in hex. */
  readonly hash: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface ReadSegment {
  readonly device: string;
  readonly from: number;
  readonly to: number;
  /** Hash of the device's segment before this one; `null` for its first. */
  readonly previous: string | null;
  readonly saves: ReadonlyArray<Save>;
}

export type SegmentRefusal = { readonly type: 'Malformed'; readonly what: string };

/** A segment ends here, whichever comes first; a single larger save is a segment by itself. */
export const mostSavesInSegment = 500;
export const mostLettersInSegment = 256 * 1024;

/** Beyond so many brackets within brackets nothing of ours goes. */
const deepest = 100;

/** What a device signs for a segment: workspace and hash, so that it fits no other workspace. */
export function segmentMessage(workspace: string, hash: string): Uint8Array {
  return utf8(`packhorse segment 1\n${workspace}\n${hash}`);
}

interface Chain {
  readonly workspace: string;
  readonly device: string;
  /** Hash of the last segment sealed before; `null` for none. */
  readonly previous: string | null;
  readonly sign: Sign;
}

/** Seals saves of one device, in their order and without a gap. */
export async function sealSegments(saves: ReadonlyArray<Save>, chain: Chain): Promise<ReadonlyArray<SealedSegment>> {
  const { workspace, device, sign } = chain;
  const sealed: SealedSegment[] = [];
  let { previous } = chain;
  for (const group of groupsOf(saves)) {
    const from = group[0]?.seq ?? 0;
    const to = group.at(-1)?.seq ?? 0;
    const bytes = utf8(canonicalJson({ format: 1, workspace, device, from, to, previous, saves: group }));
    const hash = await sha256(bytes);
    sealed.push({ device, from, to, hash, signature: await sign(segmentMessage(workspace, hash)), bytes });
    previous = hash;
  }
  return sealed;
}

function groupsOf(saves: ReadonlyArray<Save>): ReadonlyArray<ReadonlyArray<Save>> {
  const groups: Save[][] = [];
  let letters = 0;
  for (const save of saves) {
    const length = canonicalJson(save).length;
    const group = groups.at(-1);
    if (group === undefined || group.length >= mostSavesInSegment || letters + length > mostLettersInSegment) {
      groups.push([save]);
      letters = length;
    } else {
      group.push(save);
      letters += length;
    }
  }
  return groups;
}

const aSegment = objectOf({
  workspace: aTextLike<string>(isId, 'an id'),
  device: aTextLike<string>(isId, 'an id'),
  from: aWholeNumber(1),
  to: aWholeNumber(1),
  previous: orNull(aTextLike<string>((text) => /^[0-9a-f]{64}$/.test(text), 'a hash')),
  saves: listOf(aSave, 100_000),
});

/**
 * Reads a segment's bytes. Whether they are signed by whom they name is asked elsewhere; here it is whether they say one thing
 * only, in the one way there is to write it: no key twice, no save out of place, no save that leans on itself.
 */
export function readSegment(bytes: Uint8Array, workspace: string): Result<ReadSegment, SegmentRefusal> {
  const malformed = (what: string): Result<never, SegmentRefusal> => refuse({ type: 'Malformed', what });
  const text = textOfUtf8(bytes);
  if (text === null) return malformed('text');
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    return malformed('not JSON');
  }
  if (isTooDeep(plain)) return malformed('too deep');
  if (!isCanonicalText(text, plain)) return malformed('not canonical');
  const decoded = aSegment(plain);
  if (!decoded.ok) return malformed(decoded.refusal.at);
  const segment = decoded.value;
  const { device, from, to, previous, saves } = segment;
  if (segment.workspace !== workspace) return malformed('workspace');
  if (to - from + 1 !== saves.length) return malformed('count');
  if ((previous === null) !== (from === 1)) return malformed('previous');
  for (const [at, save] of saves.entries()) {
    if (save.device !== device || save.seq !== from + at) return malformed('order');
    if (Object.hasOwn(save.deps, device)) return malformed('leans on itself');
    if (!isHonest(save)) return malformed('replaces what its author cannot have seen');
  }
  return ok({ device, from, to, previous, saves });
}

/** Looked at before anything goes down into it step by step; the parser itself does not. */
function isTooDeep(value: unknown, left = deepest): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (left === 0) return true;
  for (const item of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (typeof item === 'object' && isTooDeep(item, left - 1)) return true;
  }
  return false;
}
