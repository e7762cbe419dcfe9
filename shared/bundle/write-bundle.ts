/** Writes a bundle: manifest, signature, segments packed together, files one after the other. Locking it comes after. */
import { deflateSync } from 'fflate';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { joined } from '#shared/kernel/joined.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import type { Manifest, PieceOf } from './manifest.ts';
import type { SealedSegment } from './segment.ts';
import { sha256, utf8, type Sign } from './web-crypto.ts';

/** Stands at the front of every bundle, once it is unlocked. */
export const bundleMark = utf8('packhorse bundle 1\n');
export const lengthBytes = 4;

/** A file, or a piece of one. */
export interface BundleFile {
  /** Of `bytes`. */
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly pieceOf: PieceOf | null;
}

export interface BundleContents {
  readonly segments: ReadonlyArray<SealedSegment>;
  readonly files: ReadonlyArray<BundleFile>;
}

/** What is said of a bundle beyond what its contents say of themselves. */
export type BundleFacts = Omit<Manifest, 'segments' | 'packed' | 'files'>;

/** What an author signs: the manifest as it stands in the file, packed. */
export async function manifestMessage(manifest: Uint8Array): Promise<Uint8Array> {
  return utf8(`packhorse manifest 1\n${await sha256(manifest)}`);
}

export async function writeBundle(facts: BundleFacts, contents: BundleContents, sign: Sign): Promise<Uint8Array> {
  const { segments, files } = contents;
  const packed = deflateSync(joined(segments.map(({ bytes }) => bytes)), { level: 6 });
  const manifest: Manifest = {
    ...facts,
    segments: segments.map(({ bytes, hash: _hash, ...entry }) => ({ ...entry, size: bytes.length })),
    packed: { size: packed.length, sha256: await sha256(packed) },
    files: files.map(({ bytes, ...entry }) => ({ ...entry, size: bytes.length })),
  };
  const head = await signedHead(utf8(canonicalJson(withBase64(manifest))), sign);
  return joined([head, packed, ...files.map(({ bytes }) => bytes)]);
}

/** Bytes of what stands before the contents of a bundle that holds nothing. */
export async function headSize(facts: BundleFacts, sign: Sign): Promise<number> {
  return (await writeBundle(facts, { segments: [], files: [] }, sign)).length;
}

/** What a bundle begins with: mark, the manifest's length packed and unpacked, itself deflated, its signature. */
export async function signedHead(manifest: Uint8Array, sign: Sign): Promise<Uint8Array> {
  const packed = deflateSync(manifest, { level: 9 });
  const signature = await sign(await manifestMessage(packed));
  return joined([bundleMark, lengthOf(packed), lengthOf(manifest), packed, signature]);
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(lengthBytes);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

/** Bytes as text, for JSON knows none. */
function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesToBase64(value);
  if (Array.isArray(value)) return value.map(withBase64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBase64(item)]));
}
