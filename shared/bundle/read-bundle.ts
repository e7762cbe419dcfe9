/**
 * Reads an unlocked bundle and believes nothing of it: every size, hash and signature is looked at before anything is taken.
 * Either all of it is as its author signed it, or it is refused whole. Whether its author is to be trusted is asked elsewhere.
 */
import { isCanonicalText } from '#shared/kernel/json.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { canLockFor } from './lock.ts';
import { aManifest, bundleFormat, type BundleDevice, type Manifest } from './manifest.ts';
import { tellNobody, type TellProgress } from './progress.ts';
import type { BundleRefusal } from './refusal.ts';
import { readSegment, segmentMessage, type ReadSegment, type SealedSegment } from './segment.ts';
import { isByOldKey } from './succession.ts';
import { textOfUtf8 } from './text-of-utf8.ts';
import { unpacked } from './unpack.ts';
import { sha256, signatureLength, verifierOf, type Verify } from './web-crypto.ts';
import { bundleMark, lengthBytes, manifestMessage, type BundleFile } from './write-bundle.ts';

export interface OpenedSegment {
  readonly sealed: SealedSegment;
  readonly read: ReadSegment;
}

export interface OpenedBundle {
  readonly manifest: Manifest;
  readonly author: BundleDevice;
  /** Those that are not held here yet. */
  readonly segments: ReadonlyArray<OpenedSegment>;
  readonly files: ReadonlyArray<BundleFile>;
}

/** Bytes of the longest manifest, and of all segments of one bundle unpacked. */
const longestManifest = 32 * 1024 * 1024;
const mostUnpacked = 1024 * 1024 * 1024;
/** Nothing can be deflated further. */
const mostTimesLarger = 1100;

type Opening<Value> = Result<Value, BundleRefusal>;

export type ListedSegment = Manifest['segments'][number];

/** Whether a segment is held here with this very signature: then nothing of it is read, for nothing of it is taken. */
export type IsHeld = (listed: ListedSegment) => boolean;

/** @param workspace the one it must be for; `null` for whichever it is */
export async function readBundle(
  plain: Uint8Array,
  workspace: string | null,
  tell: TellProgress = tellNobody,
  isHeld: IsHeld = () => false,
): Promise<Opening<OpenedBundle>> {
  const head = await readHead(plain);
  if (!head.ok) return head;
  const { manifest, author, verifiers, bodyAt } = head.value;
  if (workspace !== null && manifest.workspace.id !== workspace) {
    return refuse({ type: 'OtherWorkspace', name: manifest.workspace.name });
  }
  const filesAt = bodyAt + manifest.packed.size;
  const fileBytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
  if (filesAt + fileBytes > plain.length) return refuse({ type: 'Damaged', what: 'cut short' });
  if (filesAt + fileBytes < plain.length) return refuse({ type: 'Damaged', what: 'more than it should be' });
  const packed = plain.subarray(bodyAt, filesAt);
  if ((await sha256(packed)) !== manifest.packed.sha256) return refuse({ type: 'Damaged', what: 'what it holds' });
  const segments = await readSegments(packed, manifest, verifiers, { tell, isHeld });
  if (!segments.ok) return segments;
  const files: BundleFile[] = [];
  let at = filesAt;
  for (const entry of manifest.files) {
    const bytes = plain.subarray(at, at + entry.size);
    at += entry.size;
    if ((await sha256(bytes)) !== entry.sha256) return refuse({ type: 'Damaged', what: 'a file in it' });
    const { sha256: hash, type, pieceOf } = entry;
    if (pieceOf !== null && pieceOf.from + entry.size > pieceOf.size) {
      return refuse({ type: 'Malformed', what: 'a piece that reaches beyond its file' });
    }
    files.push({ sha256: hash, type, bytes, pieceOf });
  }
  return ok({ manifest, author, segments: segments.value, files });
}

interface Head {
  readonly manifest: Manifest;
  readonly author: BundleDevice;
  readonly verifiers: ReadonlyMap<string, Verify>;
  readonly bodyAt: number;
}

async function readHead(plain: Uint8Array): Promise<Opening<Head>> {
  if (plain.length === 0) return refuse({ type: 'Empty' });
  const manifestAt = bundleMark.length + 2 * lengthBytes;
  if (bundleMark.some((byte, at) => plain[at] !== byte)) return refuse({ type: 'NotABundle' });
  if (plain.length < manifestAt) return refuse({ type: 'Damaged', what: 'cut short' });
  const lengths = new DataView(plain.buffer, plain.byteOffset + bundleMark.length, 2 * lengthBytes);
  const [length, size] = [lengths.getUint32(0), lengths.getUint32(lengthBytes)];
  if (size > longestManifest || size > length * mostTimesLarger)
    return refuse({ type: 'TooLarge', what: 'its list of contents' });
  const bodyAt = manifestAt + length + signatureLength;
  if (bodyAt > plain.length) return refuse({ type: 'Damaged', what: 'cut short' });
  const listed = plain.subarray(manifestAt, manifestAt + length);
  const written = await unpacked(listed, size);
  if (written === null) return refuse({ type: 'Damaged', what: 'its list of contents' });
  const manifest = manifestIn(written);
  if (!manifest.ok) return manifest;
  const verifiers = new Map<string, Verify>();
  const { workspace } = manifest.value;
  for (const { device, signKey, ageKey, successions } of manifest.value.devices) {
    const verify = await verifierOf(signKey);
    if (verify === null || !(await canLockFor(ageKey))) return refuse({ type: 'WeakKey', device });
    if (verifiers.has(device)) return refuse({ type: 'Malformed', what: 'a laptop twice' });
    verifiers.set(device, verify);
    for (const succession of successions) {
      if (!(await isByOldKey(workspace.id, device, succession, verify))) return refuse({ type: 'Forged', device });
    }
  }
  const author = manifest.value.devices.find(({ device }) => device === manifest.value.author);
  const signature = plain.subarray(manifestAt + length, bodyAt);
  const isSigned = await verifiers.get(manifest.value.author)?.(signature, await manifestMessage(listed));
  if (author === undefined || isSigned !== true) return refuse({ type: 'Forged', device: manifest.value.author });
  return ok({ manifest: manifest.value, author, verifiers, bodyAt });
}

function manifestIn(written: Uint8Array): Opening<Manifest> {
  const text = textOfUtf8(written);
  if (text === null) return refuse({ type: 'Malformed', what: 'its list of contents' });
  let plain: unknown;
  try {
    plain = JSON.parse(text);
    // One way to write it, and no key twice.
    if (!isCanonicalText(text, plain)) return refuse({ type: 'Malformed', what: 'its list of contents' });
  } catch {
    return refuse({ type: 'Malformed', what: 'its list of contents' }); // no JSON, or brackets without end
  }
  const { minReader = 0, app = '' } = plain as { readonly minReader?: unknown; readonly app?: unknown };
  if (typeof minReader === 'number' && minReader > bundleFormat) {
    return refuse({ type: 'NewerApp', app: typeof app === 'string' ? app.slice(0, 60) : '' });
  }
  const decoded = aManifest(plain);
  return decoded.ok ? ok(decoded.value) : refuse({ type: 'Malformed', what: decoded.refusal.at });
}

async function readSegments(
  packed: Uint8Array,
  manifest: Manifest,
  verifiers: ReadonlyMap<string, Verify>,
  { tell, isHeld }: { readonly tell: TellProgress; readonly isHeld: IsHeld },
): Promise<Opening<ReadonlyArray<OpenedSegment>>> {
  if (manifest.segments.every(isHeld)) return ok([]);
  const size = manifest.segments.reduce((sum, entry) => sum + entry.size, 0);
  if (size > mostUnpacked || size > packed.length * mostTimesLarger)
    return refuse({ type: 'TooLarge', what: 'what it holds' });
  const whole = await unpacked(packed, size);
  if (whole === null) return refuse({ type: 'Damaged', what: 'what it holds' });
  let at = 0;
  // Hashed and verified beside the parsing.
  const checked = manifest.segments.flatMap((listed) => {
    const { size: length, ...entry } = listed;
    at += length;
    if (isHeld(listed)) return [];
    // Bytes of its own: what is kept of a view is the whole it looks into.
    const bytes = whole.slice(at - length, at);
    const signed = sha256(bytes).then(async (hash) => {
      const message = segmentMessage(manifest.workspace.id, hash);
      return (await verifiers.get(entry.device)?.(entry.signature, message)) === true ? hash : null;
    });
    return { entry, bytes, signed };
  });
  const segments: OpenedSegment[] = [];
  for (const { entry, bytes, signed } of checked) {
    const { device, from, to } = entry;
    const hash = await signed;
    if (hash === null) return refuse({ type: 'Forged', device });
    const read = readSegment(bytes, manifest.workspace.id);
    if (!read.ok) return read;
    const { value } = read;
    if (value.device !== device || value.from !== from || value.to !== to) {
      return refuse({ type: 'Malformed', what: 'a list that says otherwise than what it lists' });
    }
    segments.push({ sealed: { ...entry, hash, bytes }, read: value });
    tell('check', segments.length, checked.length);
  }
  return ok(segments);
}
