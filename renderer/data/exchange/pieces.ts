/** Files that came in with a bundle: whole ones are kept, pieces wait until the rest of their file has come. */
import type { BundleFile } from '#shared/bundle/write-bundle.ts';
import type { Database, Piece } from '#renderer/data/database.ts';
import { hashOf } from '#renderer/data/files.ts';

/** Their hashes have been looked at, as those of pieces have; what comes of pieces is looked at here. */
export async function keepFiles(database: Database, files: ReadonlyArray<BundleFile>): Promise<void> {
  for (const { sha256, type, bytes, pieceOf } of files) {
    if (await isKept(database, pieceOf?.sha256 ?? sha256)) continue;
    const blob = new Blob([bytes.slice()], { type });
    if (pieceOf === null) {
      await database.files.put({ sha256, size: blob.size, type, blob });
      continue;
    }
    const { sha256: whole, size, from } = pieceOf;
    await database.pieces.put({ sha256: whole, from, size: blob.size, whole: size, type, blob });
    await joinPieces(database, whole, size);
  }
}

/** How many of them are new here. */
export async function countNewFiles(database: Database, files: ReadonlyArray<BundleFile>): Promise<number> {
  let count = 0;
  for (const { sha256, pieceOf } of files) {
    if (await isKept(database, pieceOf?.sha256 ?? sha256)) continue;
    const isHere = pieceOf !== null && (await database.pieces.get([pieceOf.sha256, pieceOf.from])) !== undefined;
    if (!isHere) count += 1;
  }
  return count;
}

async function isKept(database: Database, sha256: string): Promise<boolean> {
  return (await database.files.where('sha256').equals(sha256).count()) > 0;
}

/** Once they cover the file. Pieces that make another file than they say are thrown away, and asked for again as a missing file is. */
async function joinPieces(database: Database, sha256: string, size: number): Promise<void> {
  const mine = database.pieces.where('[sha256+from]').between([sha256, 0], [sha256, Infinity]);
  const stretches = covering(
    (await mine.toArray()).filter(({ whole }) => whole === size),
    size,
  );
  if (stretches === null) return;
  const bytes = await new Blob([...stretches]).arrayBuffer();
  const [first] = await mine.toArray();
  const isRight = (await hashOf(bytes)) === sha256;
  await database.transaction('rw', database.files, database.pieces, async () => {
    const type = first?.type ?? '';
    if (isRight) await database.files.put({ sha256, size, type, blob: new Blob([bytes], { type }) });
    await mine.delete();
  });
}

/** The bytes in their order, each once; `null` while some are lacking. */
function covering(pieces: ReadonlyArray<Piece>, size: number): ReadonlyArray<Blob> | null {
  const stretches: Blob[] = [];
  let reached = 0;
  for (const { from, size: length, blob } of [...pieces].sort((one, other) => one.from - other.from)) {
    if (from > reached) return null;
    if (from + length <= reached) continue;
    stretches.push(blob.slice(reached - from));
    reached = from + length;
  }
  return reached === size ? stretches : null;
}
