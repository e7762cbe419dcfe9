/** Attached files, kept by the SHA-256 of their bytes: the same file is kept once, whatever it is called. */
import type { Database } from './database.ts';

function inHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of a file's bytes, in hex. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  return inHex(await crypto.subtle.digest('SHA-256', bytes));
}

/**
 * Keeps a file and answers with its hash. Hashed before the transaction: inside one only Dexie may be awaited. What is kept
 * is the very bytes that were hashed: a file on a disk, or in the private store, may be gone or another one tomorrow.
 */
export async function keepFile(database: Database, file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const sha256 = await hashOf(bytes);
  const isHeld = (await database.files.where('sha256').equals(sha256).count()) > 0;
  const blob = new Blob([bytes], { type: file.type });
  if (!isHeld) await database.files.put({ sha256, size: blob.size, type: blob.type, blob });
  return sha256;
}

/** A kept file's bytes, or `null` when this laptop does not hold it. */
export async function readFile(database: Database, sha256: string): Promise<Blob | null> {
  return (await database.files.get(sha256))?.blob ?? null;
}
