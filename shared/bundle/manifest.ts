/** A bundle's manifest: who made it, for which workspace, from what to what, and exactly what is in it. */
import {
  aText,
  aTextLike,
  aWholeNumber,
  listOf,
  mapOf,
  objectOf,
  orNull,
  type Decoded,
} from '#shared/kernel/decode.ts';
import { isId } from '#shared/kernel/id.ts';
import { someBase64 } from './some-base64.ts';
import { aSuccession } from './succession.ts';
import { keyLength, signatureLength } from './web-crypto.ts';

/** The format this app writes, and the newest it reads. */
export const bundleFormat = 1;

const anId = aTextLike<string>(isId, 'an id');
const aHash = aTextLike<string>((text) => /^[0-9a-f]{64}$/.test(text), 'a SHA-256 in hex');
const aVector = mapOf(aWholeNumber(1));

const aDevice = objectOf({
  device: anId,
  /** Who sits at it, as written there. */
  person: aText(300),
  role: aText(300),
  signKey: someBase64(keyLength),
  ageKey: aTextLike<string>((text) => /^age1[0-9a-z]{58}$/.test(text), 'an age key'),
  /** New identities of copies of it. */
  successions: listOf(aSuccession, 100),
});

export type BundleDevice = Decoded<typeof aDevice>;

const aSegmentEntry = objectOf({
  device: anId,
  from: aWholeNumber(1),
  to: aWholeNumber(1),
  /** In bytes, unpacked. */
  size: aWholeNumber(2, 64 * 1024 * 1024),
  signature: someBase64(signatureLength),
});

const aFileEntry = objectOf({
  /** Of the bytes that are in this bundle. */
  sha256: aHash,
  size: aWholeNumber(),
  type: aText(200),
  /** Where they are but a piece of a file: which one, how large it is, and where in it they begin. */
  pieceOf: orNull(objectOf({ sha256: aHash, size: aWholeNumber(), from: aWholeNumber() })),
});

export type PieceOf = NonNullable<Decoded<typeof aFileEntry>['pieceOf']>;

/** What the author has made lately, so that a bundle that never arrived can be named. */
const anExport = objectOf({ no: aWholeNumber(1), at: aWholeNumber(), from: aVector, to: aVector });

const mostSegments = 200_000;

export const aManifest = objectOf({
  format: aWholeNumber(1),
  /** The oldest format whose readers can make sense of it. */
  minReader: aWholeNumber(1),
  app: aText(60),
  /** Of this bundle alone. */
  bundle: anId,
  /** The author's own counter. */
  no: aWholeNumber(1),
  /** Where what was to be sent is spread over several bundles: which of them this is. They can be opened in any order. */
  part: orNull(objectOf({ no: aWholeNumber(1), of: aWholeNumber(2, 10_000) })),
  /** Milliseconds since 1970, by its author's clock. */
  at: aWholeNumber(),
  workspace: objectOf({ id: anId, name: aText(300) }),
  author: anId,
  /** What its readers are taken to hold: saves up to these are not in it. */
  basis: aVector,
  /** What its author holds. */
  held: aVector,
  /** Every device with a segment in it, and every other that the author trusts. */
  devices: listOf(aDevice, 1000),
  recent: listOf(anExport, 50),
  segments: listOf(aSegmentEntry, mostSegments),
  /** The segments as they are packed in the file: how many bytes, and their hash. */
  packed: objectOf({ size: aWholeNumber(), sha256: aHash }),
  files: listOf(aFileEntry, 100_000),
  /** Files the author knows of and does not hold. */
  missingFiles: listOf(aHash, 100_000),
  note: orNull(aText(1000)),
});

export type Manifest = Decoded<typeof aManifest>;
