/** Laptops with keys of their own, and bundles they make, for tests. */
import { Encrypter } from 'age-encryption';
import { identityToRecipient } from 'age-encryption';
import type { Save } from '#shared/changes/save.ts';
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import { sealSegments, type SealedSegment } from '#shared/bundle/segment.ts';
import { sha256, signerWith, type Sign } from '#shared/bundle/web-crypto.ts';
import { writeBundle, type BundleFacts, type BundleFile } from '#shared/bundle/write-bundle.ts';

export const workspace = 'w-1';

export interface Laptop {
  readonly device: string;
  readonly sign: Sign;
  readonly facts: BundleDevice;
  readonly ageKey: CryptoKey;
}

export async function newLaptop(device: string): Promise<Laptop> {
  const signing = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const age = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  const signKey = new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey));
  return {
    device,
    sign: signerWith(signing.privateKey),
    facts: {
      device,
      person: `Officer ${device}`,
      role: 'Clerk',
      signKey,
      ageKey: await identityToRecipient(age.privateKey),
      successions: [],
    },
    ageKey: age.privateKey,
  };
}

export function saveOf(device: string, seq: number, more: Partial<Save> = {}): Save {
  return {
    device,
    seq,
    at: seq * 1024,
    deps: {},
    by: `Officer ${device}`,
    command: 'Renamed a meeting',
    note: '',
    edits: [{ kind: 'meeting', record: 'm-1', path: 'title', value: `Title ${seq}`, over: [] }],
    reverts: null,
    ...more,
  };
}

export function savesOf(device: string, from: number, to: number): ReadonlyArray<Save> {
  return Array.from({ length: to - from + 1 }, (_, at) => saveOf(device, from + at));
}

export async function sealed(
  laptop: Laptop,
  saves: ReadonlyArray<Save>,
  previous: string | null = null,
): Promise<ReadonlyArray<SealedSegment>> {
  return sealSegments(saves, { workspace, device: laptop.device, previous, sign: laptop.sign });
}

export function factsOf(
  author: Laptop,
  others: ReadonlyArray<Laptop> = [],
  more: Partial<BundleFacts> = {},
): BundleFacts {
  return {
    format: 1,
    minReader: 1,
    app: '0.0.0-test',
    bundle: 'b-1',
    no: 1,
    part: null,
    at: 1,
    workspace: { id: workspace, name: 'Westmere' },
    author: author.device,
    basis: {},
    held: { [author.device]: 3 },
    devices: [author, ...others].map(({ facts }) => facts),
    recent: [],
    missingFiles: [],
    note: null,
    ...more,
  };
}

export async function fileOf(text: string): Promise<BundleFile> {
  const bytes = Uint8Array.from(Buffer.from(text));
  return { sha256: await sha256(bytes), type: 'text/plain', bytes, pieceOf: null };
}

/** A bundle of three saves and a file, unlocked. */
export async function plainBundle(author: Laptop, more: Partial<BundleFacts> = {}): Promise<Uint8Array> {
  const segments = await sealed(author, savesOf(author.device, 1, 3));
  return writeBundle(factsOf(author, [], more), { segments, files: [await fileOf('A kept file')] }, author.sign);
}

/** As age locks it, at a cost that a test can pay. */
export async function lockedWith(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(plain);
}
