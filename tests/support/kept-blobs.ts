/** Blobs that are whole once they come back from the database: those of jsdom are empty then. Files picked in a form stay jsdom's. */
import { Blob as KeptBlob } from 'node:buffer';

export function keepBlobsWhole(): void {
  globalThis.Blob = KeptBlob as typeof Blob;
}
