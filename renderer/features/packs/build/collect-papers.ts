/** Gathers the pages of a pack's papers: files as they were attached, written papers printed. */
import type { PaperInOrder } from '#shared/domain/packs/pack-order.ts';
import { picturesIn, textHtml } from '#shared/domain/packs/text-html.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readFile } from '#renderer/data/files.ts';
import { readText } from '#renderer/data/texts.ts';
import type { BuildPart } from './build-messages.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { paperPagesHtml } from './pages/paper-pages.ts';
import { printDocument } from '#renderer/host/print-document.ts';
import { printedPages, type CannotPrint } from './printed-pages.ts';

export interface LeftOut {
  readonly title: string;
  readonly because: string;
}

export interface Collected {
  readonly parts: ReadonlyArray<BuildPart>;
  readonly leftOut: ReadonlyArray<LeftOut>;
}

/** A browser lays out two documents in hardly more time than one. */
const atOnce = 2;

export async function collectPapers(
  as: PackAsItStands,
  inside: ReadonlyArray<PaperInOrder>,
  work: BuildWork,
): Promise<Result<Collected, BuildRefusal>> {
  const pages: Array<Blob | CannotPrint | null> = inside.map(() => null);
  let next = 0;
  let done = 0;
  const printer = async (): Promise<void> => {
    while (next < inside.length && !work.signal.aborted) {
      const at = next++;
      const ordered = inside[at];
      if (ordered === undefined) return;
      work.onProgress({ words: `Preparing ${ordered.paper.title}`, done, total: inside.length });
      pages[at] = await pagesOfPaper(as, ordered, work);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, printer));
  if (work.signal.aborted) return refuse({ type: 'Cancelled' });

  const parts: BuildPart[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, { item, paper, partId, version }] of inside.entries()) {
    const { title } = paper;
    const file = pages[at] ?? null;
    if (file === null) leftOut.push({ title, because: 'its file has not been attached on this laptop' });
    else if (!(file instanceof Blob)) return refuse(file);
    else {
      const line = stampLine(item.number, paper.reference, version);
      parts.push({ id: partId, title, file, line, ownPages: paper.form === 'written' });
    }
  }
  return ok({ parts, leftOut });
}

/** Such as `Item 7 · CTB/27/014 v2`; a first version without a reference is named by its item alone. */
export function stampLine(item: string, reference: string, version: number): string {
  if (reference !== '') return `Item ${item} · ${reference} v${version}`;
  return version === 1 ? `Item ${item}` : `Item ${item} · v${version}`;
}

async function pagesOfPaper(
  as: PackAsItStands,
  { item, paper: { id, form, sha256, title } }: PaperInOrder,
  work: BuildWork,
): Promise<Blob | CannotPrint | null> {
  if (form === 'file') return sha256 === null ? null : readFile(work.database, sha256);
  const paper = as.paperRecords.get(id);
  if (paper === undefined) throw new Error('A paper of the pack is not there');
  const text = await readText(work.database, id, 'body');
  const pictures = new Map<string, string>();
  for (const picture of picturesIn(text)) {
    const blob = await readFile(work.database, picture);
    if (blob === null) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    pictures.set(picture, `data:${blob.type};base64,${bytesToBase64(bytes)}`);
  }
  const words = textHtml(text, { addressOf: (picture) => pictures.get(picture) ?? null });
  const html = paperPagesHtml({ paper, item, meeting: as.meeting, words });
  return printedPages(work, title, await printDocument(title, html));
}
