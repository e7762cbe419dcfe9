/** Cover and agenda: printed once the pages after them are counted, so that the numbers on the agenda are right. */
import { partIdOf, type PackOrder } from '#shared/domain/packs/pack-order.ts';
import { pagesOf, rangeInWords } from '#shared/domain/packs/issues.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import type { PackWorker } from './pack-worker.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { agendaHtml, coverHtml, type AgendaMark } from './pages/front-pages.ts';
import { pagesIn, printSheaf, type Sheaf } from './sheaf.ts';

export async function printFront(
  worker: PackWorker,
  as: PackAsItStands,
  order: PackOrder,
  sheaves: ReadonlyArray<Sheaf>,
  work: BuildWork,
): Promise<Result<ReadonlyArray<Sheaf>, BuildRefusal>> {
  const { meeting, organisation } = as;
  const { edition, form, issue, entries } = order;
  work.onProgress({ words: 'Preparing the agenda', done: 0, total: 1 });
  const front: Sheaf[] = [];
  if (as.pack?.hasCover ?? true) {
    const first = `${prefixOf(order)}${order.first}`;
    const html = coverHtml({ edition, form, issue, meeting, organisation, first, access: as.pack?.access ?? [] });
    const cover = await printSheaf(worker, 'cover', partIdOf('cover', issue), 'Cover', html, work);
    if (!cover.ok) return cover;
    front.push(cover.value);
  }
  const withdrawn = order.withdrawn.map(({ part }) => ({
    title: part.title,
    pages: rangeInWords(pagesOf(part, edition)),
  }));
  const before = order.first - 1 + pagesIn(front);
  let length = 1;
  // The agenda's layout does not depend on the numbers in it, so the second printing settles it.
  for (let printing = 1; printing <= 4; printing++) {
    const marks = marksOf(order, before + length, sheaves);
    const html = agendaHtml({ meeting, form, issue, entries, marks, withdrawn });
    const agenda = await printSheaf(worker, 'agenda', partIdOf('agenda', issue), 'Agenda', html, work);
    if (!agenda.ok) return agenda;
    if (agenda.value.facts.pages === length) return ok([...front, agenda.value]);
    length = agenda.value.facts.pages;
  }
  throw new Error('The agenda does not settle on a length');
}

function prefixOf({ edition }: PackOrder): string {
  return edition === 'public' ? '' : 'R';
}

/** What the agenda says of each paper, when the last number before the first of them is `before`. */
function marksOf(order: PackOrder, before: number, sheaves: ReadonlyArray<Sheaf>): ReadonlyMap<string, AgendaMark> {
  const { edition, form, movements } = order;
  const marks = new Map<string, AgendaMark>();
  for (const [paperId, movement] of movements) {
    if (movement.type !== 'stands') continue;
    const { part } = movement.place;
    marks.set(paperId, { page: pagesOf(part, edition).first, part: part.id, isHere: false, note: '' });
  }
  let next = before + 1;
  for (const { part, facts, ordered } of sheaves) {
    const first = next;
    next += facts.pages;
    if (ordered === null) continue;
    const movement = movements.get(ordered.paper.id);
    const isReplacement = movement?.type === 'replaces';
    const note = isReplacement
      ? `Replaces ${rangeInWords(pagesOf(movement.old.part, edition))}, superseded`
      : form === 'supplement'
        ? 'New'
        : '';
    marks.set(ordered.paper.id, { page: `${prefixOf(order)}${first}`, part: part.id, isHere: true, note });
  }
  return marks;
}
