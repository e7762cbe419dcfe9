/**
 * Makes the file of a pack: print what we write, count every page, print the agenda with the page numbers, the list of what
 * is in it at the end, and have the worker copy it all into one file of the private store.
 */
import type { IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import { pagesOf } from '#shared/domain/packs/issues.ts';
import { packName, partIdOf, type PackOrder } from '#shared/domain/packs/pack-order.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { hashOf } from '#renderer/data/files.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import { packFolder } from './built-pack.ts';
import { collectPapers, type Collected, type LeftOut } from './collect-papers.ts';
import { printFront } from './front-sheaves.ts';
import { outlineOf } from './pack-outline.ts';
import { pdfRefusalInWords } from './pack-words.ts';
import type { PackWorker } from './pack-worker.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { packTitle } from './pages/front-pages.ts';
import { manifestData, manifestHtml, type Manifest, type Superseded } from './pages/manifest-page.ts';
import { pagesIn, printSheaf, type Sheaf } from './sheaf.ts';

export interface PackToMake {
  readonly as: PackAsItStands;
  readonly order: PackOrder;
  /** What each paper says, as a hash. */
  readonly says: ReadonlyMap<string, string>;
  readonly madeFrom: string;
  /** Name in the private store to write to. */
  readonly name: string;
  /** `null` for a draft. */
  readonly issuedOn: CivilDate | null;
}

export interface MadePack {
  readonly title: string;
  readonly pages: number;
  readonly bytes: number;
  readonly isSensitive: boolean;
  readonly parts: ReadonlyArray<IssuedPart>;
  readonly sheaves: ReadonlyArray<Sheaf>;
  readonly leftOut: ReadonlyArray<LeftOut>;
}

const utf8 = new TextEncoder();

export async function makePack(
  make: PackToMake,
  worker: PackWorker,
  work: BuildWork,
): Promise<Result<MadePack, BuildRefusal>> {
  const { as, order } = make;
  const { edition, form, issue } = order;
  const collected = await collectPapers(as, order.inside, work);
  if (!collected.ok) return collected;
  const { sheaves, leftOut } = await countPages(worker, order, collected.value);
  const front = await printFront(worker, as, order, sheaves, work);
  if (!front.ok) return front;
  const before = [...front.value, ...sheaves];
  const manifest = await manifestOf(make, before);
  const html = manifestHtml(manifest);
  const back = await printSheaf(worker, 'manifest', partIdOf('manifest', issue), 'What is in this pack', html, work);
  if (!back.ok) return back;

  const all = [...before, back.value];
  const pages = pagesIn(all);
  const isSensitive = as.pack?.isSensitive === true || edition === 'restricted';
  const title = packTitle(as.meeting, packName(edition, form, issue));
  work.onProgress({ words: 'Putting the pages together', done: 0, total: pages });
  const built = await worker.build(
    {
      title,
      parts: all.map((sheaf) => sheaf.part),
      outline: outlineOf(order, all),
      labels: { prefix: edition === 'public' ? '' : 'R', first: order.first },
      marking: isSensitive ? 'OFFICIAL-SENSITIVE' : null,
      watermark: make.issuedOn === null && as.pack?.isMarkedDraft === true ? 'DRAFT' : null,
      backTo: partIdOf('agenda', issue),
      attachments: [
        {
          name: 'manifest.json',
          type: 'application/json',
          description: 'What is in this pack, with the hash of every part',
          bytes: utf8.encode(manifestData(manifest)),
        },
      ],
      documentId: make.madeFrom.slice(0, 32),
      producer: work.producer,
      folder: packFolder,
      name: make.name,
    },
    (part, done) => work.onProgress({ words: `Adding ${all[part]?.part.title ?? ''}`, done, total: pages }),
  );
  if (!built.ok) {
    if (built.refusal.type === 'PartRefused') throw new Error('A paper changed while the pack was built');
    return refuse({ type: built.refusal.type });
  }
  const parts = await partsOf(make, all);
  return ok({ title, pages, bytes: built.value.bytes, isSensitive, parts, sheaves: all, leftOut });
}

async function countPages(
  worker: PackWorker,
  order: PackOrder,
  { parts, leftOut: already }: Collected,
): Promise<{ readonly sheaves: ReadonlyArray<Sheaf>; readonly leftOut: ReadonlyArray<LeftOut> }> {
  const counted = await worker.count(parts);
  const sheaves: Sheaf[] = [];
  const leftOut = [...already];
  for (const [index, { facts }] of counted.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const ordered = order.inside.find(({ partId }) => partId === part.id) ?? null;
    if (facts.ok) sheaves.push({ role: 'paper', part, facts: facts.value, ordered });
    else leftOut.push({ title: part.title, because: pdfRefusalInWords(facts.refusal) });
  }
  return { sheaves, leftOut };
}

/** What is recorded of each run of pages, in their order. */
async function partsOf({ order, says }: PackToMake, sheaves: ReadonlyArray<Sheaf>): Promise<ReadonlyArray<IssuedPart>> {
  const hashes = await Promise.all(sheaves.map(async ({ part }) => hashOf(await part.file.arrayBuffer())));
  let next = order.first;
  return sheaves.map(({ role, part, facts, ordered }, at): IssuedPart => {
    const first = next;
    next += facts.pages;
    const sha256 = hashes[at] ?? '';
    return {
      id: part.id,
      role,
      paperId: ordered?.paper.id ?? null,
      itemId: ordered?.item.id ?? null,
      itemNumber: ordered?.item.number ?? '',
      title: part.title,
      reference: ordered?.paper.reference ?? '',
      version: ordered?.version ?? order.issue,
      isOurs: part.ownPages,
      says: ordered === null ? sha256 : (says.get(ordered.paper.id) ?? ''),
      sha256,
      first,
      pages: facts.pages,
    };
  });
}

async function manifestOf(make: PackToMake, sheaves: ReadonlyArray<Sheaf>): Promise<Manifest> {
  const { as, order, issuedOn } = make;
  const { edition, form, issue, movements } = order;
  const parts = await partsOf(make, sheaves);
  const replaced = parts.flatMap((part): Superseded[] => {
    const movement = part.paperId === null ? undefined : movements.get(part.paperId);
    if (movement?.type !== 'replaces') return [];
    return [{ title: part.title, old: pagesOf(movement.old.part, edition), by: pagesOf(part, edition) }];
  });
  const gone = order.withdrawn.map(({ part }) => ({ title: part.title, old: pagesOf(part, edition), by: null }));
  return { meeting: as.meeting, edition, form, issue, issuedOn, parts, superseded: [...replaced, ...gone] };
}
