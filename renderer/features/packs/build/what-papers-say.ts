/** What each paper says, as a hash: by it a supplement knows which papers are not as they were given out. */
import { picturesIn, textHtml } from '#shared/domain/packs/text-html.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import type { Database } from '#renderer/data/database.ts';
import { readText } from '#renderer/data/texts.ts';
import type { PackAsItStands } from './pack.queries.ts';

/** The SHA-256 of some words, in hex. */
export async function hashOfWords(words: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * By paper. A file paper says what its file holds; a written one its head and its words, whatever the meeting's time or the
 * agenda's order.
 */
export async function whatPapersSay(
  database: Database,
  { papers, paperRecords }: Pick<PackAsItStands, 'papers' | 'paperRecords'>,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    papers.map(async ({ id, form, sha256 }): Promise<readonly [string, string]> => {
      if (form === 'file') return [id, sha256 ?? ''];
      const paper = paperRecords.get(id);
      const text = await readText(database, id, 'body');
      const words = textHtml(text, { addressOf: (picture) => `sha256:${picture}` });
      const { title, reference, author, reportOf, contact } = paper ?? {};
      const head = { title, reference, author, reportOf, contact };
      return [id, await hashOfWords(canonicalJson([head, words, picturesIn(text)]))];
    }),
  );
  return new Map(found);
}
