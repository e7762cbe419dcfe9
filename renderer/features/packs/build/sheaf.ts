/** A run of pages in a pack being made, counted, with what is recorded of it. */
import type { IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import type { PaperInOrder } from '#shared/domain/packs/pack-order.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import { refuse, type Result, ok } from '#shared/kernel/result.ts';
import type { BuildPart } from './build-messages.ts';
import type { BuildWork } from './build-work.ts';
import type { PackWorker } from './pack-worker.ts';
import { printDocument } from '#renderer/host/print-document.ts';
import { printedPages, type CannotPrint } from './printed-pages.ts';

export interface Sheaf {
  readonly role: IssuedPart['role'];
  readonly part: BuildPart;
  readonly facts: PdfFacts;
  /** What it was ordered as; `null` for pages of ours at front and back. */
  readonly ordered: PaperInOrder | null;
}

export function pagesIn(sheaves: ReadonlyArray<Sheaf>): number {
  return sheaves.reduce((sum, { facts }) => sum + facts.pages, 0);
}

/** Pages of ours, printed and counted. */
export async function printSheaf(
  worker: PackWorker,
  role: 'cover' | 'agenda' | 'manifest',
  id: string,
  title: string,
  html: string,
  work: BuildWork,
): Promise<Result<Sheaf, CannotPrint>> {
  const file = await printedPages(work, title, await printDocument(title, html));
  if (!(file instanceof Blob)) return refuse(file);
  const [counted] = await worker.count([{ id, file }]);
  if (counted?.facts.ok !== true) throw new Error('Pages just printed cannot be read');
  return ok({ role, part: { id, title, file, line: null, ownPages: true }, facts: counted.facts.value, ordered: null });
}
