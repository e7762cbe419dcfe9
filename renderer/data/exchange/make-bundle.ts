/** Makes a bundle, or spreads what is in it over several, none above a size that the officer gives. */
import { lockBundle } from '#shared/bundle/lock.ts';
import { tellNobody, type TellProgress } from '#shared/bundle/progress.ts';
import { planVolumes, type Stretch } from '#shared/bundle/volumes.ts';
import { sha256 as hashOf } from '#shared/bundle/web-crypto.ts';
import { headSize, writeBundle, type BundleFile } from '#shared/bundle/write-bundle.ts';
import type { ExportRow, KeptFile } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { gather, type BundleOrder, type Gathered } from './gather.ts';

export interface MadeBundle {
  readonly file: Uint8Array;
  /** To be kept once the file is where the officer wants it. */
  readonly row: ExportRow;
  readonly saves: number;
  readonly files: number;
}

export interface MadeVolumes {
  readonly parts: ReadonlyArray<{ readonly file: Uint8Array; readonly fileName: string }>;
  /** To be kept once all of them are where the officer wants them. */
  readonly row: ExportRow;
  readonly saves: number;
  readonly files: number;
  /** What one laptop sealed in one go is larger than a file may be: the file it is in is larger too. */
  readonly isOneTooLarge: boolean;
}

export async function makeBundle(
  session: Session,
  order: BundleOrder,
  tell: TellProgress = tellNobody,
): Promise<MadeBundle> {
  const gathered = await gather(session, order);
  const files: BundleFile[] = [];
  for (const file of gathered.files) {
    tell('files', files.length, gathered.files.length);
    files.push(await wholeFile(file));
  }
  tell('lock', 0, 1);
  const file = await locked(gathered, gathered.facts, { segments: gathered.segments, files }, order);
  const { row, title, saves } = gathered;
  return { file, row: { ...row, fileName: `${title}.packhorse`, size: file.length }, saves, files: files.length };
}

/** Smaller files than this are not made, in bytes: a list of contents must have room in each. */
const smallestVolume = 1_000_000;

/** @param asked in bytes */
export async function makeVolumes(
  session: Session,
  order: BundleOrder,
  asked: number,
  tell: TellProgress = tellNobody,
): Promise<MadeVolumes> {
  const largest = Math.max(asked, smallestVolume);
  const gathered = await gather(session, order);
  const { facts, segments, files, row, title, saves } = gathered;
  const { volumes, isOneTooLarge } = planVolumes(segments, files, largest - (await sizeOfRest(gathered, largest)));
  const kept = new Map(files.map((file) => [file.sha256, file]));
  const parts: { readonly file: Uint8Array; readonly fileName: string }[] = [];
  for (const [at, volume] of volumes.entries()) {
    tell('volumes', at, volumes.length);
    const part = volumes.length === 1 ? null : { no: at + 1, of: volumes.length };
    const bundle = at === 0 ? facts.bundle : session.newId();
    const stretches = await Promise.all(volume.files.map((stretch) => stretchOf(kept.get(stretch.sha256), stretch)));
    const contents = { segments: volume.segments, files: stretches.filter((one) => one !== null) };
    const file = await locked(gathered, { ...facts, bundle, part }, contents, order);
    parts.push({ file, fileName: `${title}${part === null ? '' : ` part ${part.no} of ${part.of}`}.packhorse` });
  }
  const size = parts.reduce((sum, { file }) => sum + file.length, 0);
  return {
    parts,
    row: { ...row, fileName: parts[0]?.fileName ?? title, size },
    saves,
    files: files.length,
    isOneTooLarge,
  };
}

/** What else is in a volume: the list without its entries, the lock with a line for each key and 16 bytes for each 64 KiB. */
async function sizeOfRest({ facts, lockedFor, sign }: Gathered, largest: number): Promise<number> {
  const keys = 'keys' in lockedFor ? lockedFor.keys.length : 1;
  return (await headSize(facts, sign)) + 500 + keys * 200 + Math.ceil(largest / 4000);
}

async function locked(
  { sign, lockedFor }: Gathered,
  facts: Gathered['facts'],
  contents: Parameters<typeof writeBundle>[1],
  { cost }: BundleOrder,
): Promise<Uint8Array> {
  return lockBundle(await writeBundle(facts, contents, sign), lockedFor, cost);
}

async function wholeFile({ sha256, type, blob }: KeptFile): Promise<BundleFile> {
  return { sha256, type, bytes: new Uint8Array(await blob.arrayBuffer()), pieceOf: null };
}

async function stretchOf(file: KeptFile | undefined, { from, to }: Stretch): Promise<BundleFile | null> {
  if (file === undefined) return null;
  const { sha256, type, size, blob } = file;
  if (from === 0 && to === size) return wholeFile(file);
  const bytes = new Uint8Array(await blob.slice(from, to).arrayBuffer());
  return { sha256: await hashOf(bytes), type, bytes, pieceOf: { sha256, size, from } };
}

/** Remembers a bundle that has been put where the officer wanted it. */
export async function keepExport({ database }: Session, row: ExportRow): Promise<void> {
  await database.exports.put(row);
}
