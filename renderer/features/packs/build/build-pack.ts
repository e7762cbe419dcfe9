/**
 * Building a board pack: print what we write, count every page, print the agenda with the page numbers, and have the worker
 * copy it all into one file.
 *
 * The numbers on the agenda are right because the pages are counted first; printing them may lengthen the agenda itself, so
 * it is printed until its length stays the same.
 */
import { contentsOf, type Edition, type ItemLine, type PackEntry } from '#shared/domain/packs/pack-contents.ts';
import { picturesIn, textHtml } from '#shared/domain/packs/text-html.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { refuse, ok, type Result } from '#shared/kernel/result.ts';
import type { Bookmark } from '#shared/pdf/pack-plan.ts';
import { readFile } from '#renderer/data/files.ts';
import { readText } from '#renderer/data/texts.ts';
import type { BuildPart } from './build-messages.ts';
import { dropPassing, keepBuilt, packFolder, passingName, type BuiltPack } from './built-pack.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import { pdfRefusalInWords } from './pack-words.ts';
import { Cancelled } from './cancelled.ts';
import { startPackWorker, type PackWorker } from './pack-worker.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { agendaHtml, coverHtml, packTitle } from './pages/front-pages.ts';
import { paperPagesHtml } from './pages/paper-pages.ts';
import { printDocument } from './pages/print-document.ts';
import { printedPages, type CannotPrint } from './printed-pages.ts';

interface Sheaf {
  readonly part: BuildPart;
  readonly pages: number;
}

interface LeftOut {
  readonly title: string;
  readonly because: string;
}

const coverId = 'cover';
const agendaId = 'agenda';

export async function buildPack(as: PackAsItStands, work: BuildWork): Promise<Result<BuiltPack, BuildRefusal>> {
  const { database, edition, signal } = work;
  const { id } = as.meeting;
  const entries = contentsOf(edition, as.items, as.papers, as.pack?.leftOut ?? []);
  if (entries.length === 0) return refuse({ type: 'NothingToBuild' });
  const worker = startPackWorker(signal);
  try {
    const collected = await collectPapers(as, entries, work);
    if (!collected.ok) return collected;
    const { sheaves, leftOut } = await countPages(worker, collected.value.parts, collected.value.leftOut);
    const front = await printFront(worker, as, entries, sheaves, work);
    if (!front.ok) return front;

    const all = [...front.value, ...sheaves];
    const pages = all.reduce((sum, sheaf) => sum + sheaf.pages, 0);
    const madeFrom = await fingerprintOf(as, edition);
    work.onProgress({ words: 'Putting the pages together', done: 0, total: pages });
    const built = await worker.build(
      {
        title: packTitle(as.meeting, edition),
        parts: all.map((sheaf) => sheaf.part),
        outline: outlineOf(as.pack?.hasCover ?? true, entries, sheaves),
        labels: { prefix: edition === 'public' ? '' : 'R', first: 1 },
        marking: as.pack?.isSensitive === true || edition === 'restricted' ? 'OFFICIAL-SENSITIVE' : null,
        watermark: as.pack?.isMarkedDraft === true ? 'DRAFT' : null,
        documentId: madeFrom.slice(0, 32),
        producer: work.producer,
        folder: packFolder,
        name: passingName(database.name, id, edition),
      },
      (part, done) => work.onProgress({ words: `Adding ${all[part]?.part.title ?? ''}`, done, total: pages }),
    );
    if (!built.ok) {
      await dropPassing(database.name, id, edition);
      if (built.refusal.type === 'PartRefused') throw new Error('A paper changed while the pack was built');
      return refuse({ type: built.refusal.type });
    }
    const facts: BuiltPack = {
      builtAt: work.now(),
      pages: built.value.pages,
      bytes: built.value.bytes,
      madeFrom,
      title: packTitle(as.meeting, edition),
      fileName: `${as.meeting.bodyName} ${as.meeting.date ?? ''} ${edition === 'public' ? 'pack' : 'restricted pack'}.pdf`,
      leftOut,
    };
    await keepBuilt(database.name, id, edition, facts);
    return ok(facts);
  } catch (fault) {
    await dropPassing(database.name, id, edition);
    if (fault instanceof Cancelled) return refuse({ type: 'Cancelled' });
    if (fault instanceof DOMException && fault.name === 'QuotaExceededError') return refuse({ type: 'OutOfRoom' });
    throw fault;
  } finally {
    worker.end();
  }
}

interface Collected {
  readonly parts: ReadonlyArray<BuildPart>;
  readonly leftOut: ReadonlyArray<LeftOut>;
}

function stampLine(item: ItemLine, reference: string): string {
  return reference === '' ? `Item ${item.number}` : `Item ${item.number} · ${reference}`;
}

async function collectPapers(
  as: PackAsItStands,
  entries: ReadonlyArray<PackEntry>,
  work: BuildWork,
): Promise<Result<Collected, BuildRefusal>> {
  const parts: BuildPart[] = [];
  const leftOut: LeftOut[] = [];
  const total = entries.reduce((sum, entry) => sum + entry.papers.length, 0);
  for (const { item, papers } of entries) {
    for (const paper of papers) {
      if (work.signal.aborted) return refuse({ type: 'Cancelled' });
      work.onProgress({ words: `Preparing ${paper.title}`, done: parts.length + leftOut.length, total });
      const line = stampLine(item, paper.reference);
      const { id, title } = paper;
      if (paper.form === 'written') {
        const printed = await printPaper(as, item, id, work);
        if (!(printed instanceof Blob)) return refuse(printed);
        parts.push({ id, title, file: printed, line, ownPages: true });
        continue;
      }
      const file = paper.sha256 === null ? null : await readFile(work.database, paper.sha256);
      if (file === null) leftOut.push({ title, because: 'its file has not been attached on this laptop' });
      else parts.push({ id, title, file, line, ownPages: false });
    }
  }
  return ok({ parts, leftOut });
}

async function printPaper(
  as: PackAsItStands,
  item: ItemLine,
  id: string,
  work: BuildWork,
): Promise<Blob | CannotPrint> {
  const paper = as.paperRecords.get(id);
  if (paper === undefined) throw new Error('A paper of the pack is not there');
  const text = await readText(work.database, id, 'body');
  const pictures = new Map<string, string>();
  for (const sha256 of picturesIn(text)) {
    const blob = await readFile(work.database, sha256);
    if (blob === null) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    pictures.set(sha256, `data:${blob.type};base64,${bytesToBase64(bytes)}`);
  }
  const words = textHtml(text, { addressOf: (sha256) => pictures.get(sha256) ?? null });
  const html = paperPagesHtml({ paper, item, meeting: as.meeting, words });
  return printedPages(work, paper.title, await printDocument(paper.title, html));
}

async function countPages(
  worker: PackWorker,
  parts: ReadonlyArray<BuildPart>,
  already: ReadonlyArray<LeftOut>,
): Promise<{ readonly sheaves: ReadonlyArray<Sheaf>; readonly leftOut: ReadonlyArray<LeftOut> }> {
  const counted = await worker.count(parts);
  const sheaves: Sheaf[] = [];
  const leftOut = [...already];
  for (const [index, { pages }] of counted.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    if (pages.ok) sheaves.push({ part, pages: pages.value });
    else leftOut.push({ title: part.title, because: pdfRefusalInWords(pages.refusal) });
  }
  return { sheaves, leftOut };
}

/** The printed number on each paper's first page, when so many pages stand before the first of them. */
function firstPagesAfter(front: number, sheaves: ReadonlyArray<Sheaf>, edition: Edition): ReadonlyMap<string, string> {
  const prefix = edition === 'public' ? '' : 'R';
  const numbers = new Map<string, string>();
  let next = front + 1;
  for (const { part, pages } of sheaves) {
    numbers.set(part.id, `${prefix}${next}`);
    next += pages;
  }
  return numbers;
}

/** A page or more of ours, printed and counted. */
async function printOwn(
  worker: PackWorker,
  id: string,
  title: string,
  html: string,
  work: BuildWork,
): Promise<Result<Sheaf, CannotPrint>> {
  const file = await printedPages(work, title, await printDocument(title, html));
  if (!(file instanceof Blob)) return refuse(file);
  const [counted] = await worker.count([{ id, file }]);
  if (counted?.pages.ok !== true) throw new Error('Pages just printed cannot be read');
  return ok({ part: { id, title, file, line: null, ownPages: true }, pages: counted.pages.value });
}

async function printFront(
  worker: PackWorker,
  as: PackAsItStands,
  entries: ReadonlyArray<PackEntry>,
  sheaves: ReadonlyArray<Sheaf>,
  work: BuildWork,
): Promise<Result<ReadonlyArray<Sheaf>, BuildRefusal>> {
  const { meeting, organisation } = as;
  const { edition } = work;
  work.onProgress({ words: 'Preparing the agenda', done: 0, total: 1 });
  const front: Sheaf[] = [];
  if (as.pack?.hasCover ?? true) {
    const cover = await printOwn(worker, coverId, 'Cover', coverHtml({ edition, meeting, organisation }), work);
    if (!cover.ok) return cover;
    front.push(cover.value);
  }
  const before = front.reduce((sum, sheaf) => sum + sheaf.pages, 0);
  let length = 1;
  // The agenda's layout does not depend on the numbers in it, so the second printing settles it.
  for (let printing = 1; printing <= 4; printing++) {
    const firstPages = firstPagesAfter(before + length, sheaves, edition);
    const agenda = await printOwn(worker, agendaId, 'Agenda', agendaHtml({ meeting, entries, firstPages }), work);
    if (!agenda.ok) return agenda;
    if (agenda.value.pages === length) return ok([...front, agenda.value]);
    length = agenda.value.pages;
  }
  throw new Error('The agenda does not settle on a length');
}

function outlineOf(
  hasCover: boolean,
  entries: ReadonlyArray<PackEntry>,
  sheaves: ReadonlyArray<Sheaf>,
): ReadonlyArray<Bookmark> {
  const taken = new Set(sheaves.map(({ part }) => part.id));
  const cover: Bookmark[] = hasCover ? [{ title: 'Cover', part: coverId, page: 1, inherit: false, children: [] }] : [];
  const agenda: Bookmark = { title: 'Agenda', part: agendaId, page: 1, inherit: false, children: [] };
  const items = entries.flatMap(({ item, papers, isWithheld }): Bookmark[] => {
    if (isWithheld) return [];
    const own = papers.filter((paper) => taken.has(paper.id));
    const title = `${item.number} ${item.title}`;
    const [first] = own;
    if (first === undefined) return [{ ...agenda, title }];
    if (own.length === 1) return [{ title, part: first.id, page: 1, inherit: true, children: [] }];
    const children = own.map((paper): Bookmark => {
      return { title: paper.title, part: paper.id, page: 1, inherit: true, children: [] };
    });
    return [{ title, part: first.id, page: 1, inherit: false, children }];
  });
  return [...cover, agenda, ...items];
}

/** Changes whenever anything in the pack does. In hex. */
export async function fingerprintOf(as: PackAsItStands, edition: Edition): Promise<string> {
  const { meeting, organisation, pack, items, papers, paperRecords } = as;
  const marks = [meeting, pack, ...paperRecords.values()].map((record) => record?._heads ?? null);
  const text = canonicalJson([edition, organisation, items, papers, marks]);
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
