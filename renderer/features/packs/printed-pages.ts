/** Pages we write, printed by the host. What has been printed once is kept, so that a rebuild prints only what changed. */
import type { Host } from '#shared/host/contract.ts';
import { readOwn, trimOwn, writeOwn } from './own-store.ts';

const folder = 'printed-pages';
/** Raise when pages of the same HTML would come out differently. */
const edition = 1;
const keptAtMost = 400;

export interface CannotPrint {
  readonly type: 'CannotPrint';
  readonly because: string;
}

async function hashOfText(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The PDF of a document of ours, tagged and with bookmarks. */
export async function printedPages(host: Host, title: string, html: string): Promise<Blob | CannotPrint> {
  const name = `${edition}-${await hashOfText(html)}.pdf`;
  const kept = await readOwn(folder, name);
  if (kept !== null && kept.size > 0) return kept;
  const answer = await host.printHtml({ html, title });
  if (answer.type === 'unavailable') return { type: 'CannotPrint', because: answer.because };
  await writeOwn(folder, name, new Blob([answer.pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  await trimOwn(folder, keptAtMost);
  const written = await readOwn(folder, name);
  if (written === null) throw new Error('Pages just printed could not be read back');
  return written;
}
