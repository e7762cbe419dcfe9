/** Pages we write, printed by the host. What has been printed once is kept, so that a rebuild prints only what changed. */
import type { Host } from '#shared/host/contract.ts';
import { Cancelled } from './cancelled.ts';
import { hashOfWords } from './what-papers-say.ts';
import { readOwn, trimOwn, writeOwn } from './own-store.ts';

export const printedFolder = 'printed-pages';
/** Raise when pages of the same HTML would come out differently. */
const edition = 1;
const keptAtMost = 400;

export interface CannotPrint {
  readonly type: 'CannotPrint';
  readonly because: string;
}

/** Stops waiting as soon as the officer cancels: what was waited for is then of no account. */
async function unlessCancelled<Answer>(signal: AbortSignal, awaited: Promise<Answer>): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = (): void => reject(new Cancelled('Cancelled'));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  return Promise.race([awaited, promise]).finally(() => signal.removeEventListener('abort', cancel));
}

export interface Printing {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** The workspace whose pages they are: they go when it goes. */
  readonly database: { readonly name: string };
}

/** The PDF of a document of ours, tagged and with bookmarks. Throws `Cancelled`. */
export async function printedPages(
  { host, signal, database }: Printing,
  title: string,
  html: string,
): Promise<Blob | CannotPrint> {
  const name = `${database.name}-${edition}-${await hashOfWords(html)}.pdf`;
  const kept = await readOwn(printedFolder, name);
  if (kept !== null && kept.size > 0) return kept;
  const answer = await unlessCancelled(signal, host.printHtml({ html, title }));
  if (answer.type === 'unavailable') return { type: 'CannotPrint', because: answer.because };
  await writeOwn(printedFolder, name, new Blob([answer.pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  await trimOwn(printedFolder, keptAtMost);
  const written = await readOwn(printedFolder, name);
  if (written === null) throw new Error('Pages just printed could not be read back');
  return written;
}
