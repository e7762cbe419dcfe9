/** Builds the pack as it stands, to look through: the main pack, or the next supplement once a pack has been issued. */
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { issuedSoFar } from '#shared/domain/packs/issues.ts';
import { isEmptyOrder, orderPack, packName, type PackOrder } from '#shared/domain/packs/pack-order.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { sheetFactor } from '#shared/pdf/sheet.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import { keepBuilt, passingName, type BuiltPack } from './built-pack.ts';
import { fingerprintOf } from './fingerprint.ts';
import { makePack, type MadePack } from './make-pack.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { whatPapersSay } from './what-papers-say.ts';
import { withWorker } from './with-worker.ts';

export async function buildPack(as: PackAsItStands, work: BuildWork): Promise<Result<BuiltPack, BuildRefusal>> {
  const { database, edition } = work;
  const { id } = as.meeting;
  const says = await whatPapersSay(database, as);
  const order = orderOf(as, edition, says);
  if (order.entries.length === 0) return refuse({ type: 'NothingToBuild' });
  if (isEmptyOrder(order)) return refuse({ type: 'NothingNew', issue: order.issue - 1 });
  return withWorker(work, id, async (worker) => {
    const madeFrom = await fingerprintOf(as, edition);
    const name = passingName(database.name, id, edition);
    const made = await makePack({ as, order, says, madeFrom, name, issuedOn: null }, worker, work);
    if (!made.ok) return made;
    const facts = factsOf(as, order, made.value, madeFrom, work.now());
    await keepBuilt(database.name, id, edition, facts);
    return ok(facts);
  });
}

/** What the next pack of the meeting holds. */
export function orderOf(as: PackAsItStands, edition: Edition, says: ReadonlyMap<string, string>): PackOrder {
  const inOrder = [...as.issued].sort((a, b) => a.issue - b.issue);
  return orderPack({
    edition,
    items: as.items,
    papers: as.papers,
    leftOut: as.pack?.leftOut ?? [],
    so: issuedSoFar(as.issued, edition),
    issuedItems: inOrder.flatMap(({ items }) => items),
    says,
  });
}

/** `Partnership Board 2026-12-10 supplement 1.pdf` */
export function fileNameOf({ meeting }: PackAsItStands, name: string): string {
  return [meeting.bodyName, meeting.date ?? '', `${name.charAt(0).toLowerCase()}${name.slice(1)}.pdf`].join(' ');
}

function factsOf(as: PackAsItStands, order: PackOrder, made: MadePack, madeFrom: string, builtAt: number): BuiltPack {
  const { edition, form, issue } = order;
  const name = packName(edition, form, issue);
  return {
    builtAt,
    madeFrom,
    form,
    issue,
    pages: made.pages,
    bytes: made.bytes,
    title: made.title,
    fileName: fileNameOf(as, name === 'Board pack' ? 'pack' : name),
    leftOut: made.leftOut,
    parts: made.parts.map((part, at) => {
      const sheaf = made.sheaves[at];
      if (sheaf === undefined) throw new Error('A part without pages');
      const { tagged, hasText, scannedPages, pageSizes, repaired, dropped } = sheaf.facts;
      return {
        ...part,
        bytes: sheaf.part.file.size,
        tagged,
        hasText,
        scannedPages: scannedPages.length,
        smallerPages: pageSizes.filter(({ width, height }) => sheetFactor(width, height) < 1).length,
        repaired,
        dropped,
      };
    }),
  };
}
