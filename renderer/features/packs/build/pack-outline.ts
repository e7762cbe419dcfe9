/** The bookmarks of a pack: cover, agenda, every item with its papers, what is in it. */
import type { Bookmark } from '#shared/pdf/pack-plan.ts';
import type { PackOrder } from '#shared/domain/packs/pack-order.ts';
import type { Sheaf } from './sheaf.ts';

export function outlineOf(
  { entries, inside, form }: PackOrder,
  sheaves: ReadonlyArray<Sheaf>,
): ReadonlyArray<Bookmark> {
  const front = ['cover', 'agenda'].flatMap((role) => plainBookmarks(sheaves, role));
  const agenda = sheaves.find(({ role }) => role === 'agenda')?.part.id ?? '';
  const taken = new Set(sheaves.map(({ part }) => part.id));
  const items = entries.flatMap(({ item, isWithheld }): Bookmark[] => {
    if (isWithheld) return [];
    const own = inside.filter((ordered) => ordered.item.id === item.id && taken.has(ordered.partId));
    const title = `${item.number} ${item.title}`;
    const [first] = own;
    if (first === undefined) return form === 'main' ? [bookmark(title, agenda, [])] : [];
    if (own.length === 1) return [{ ...bookmark(title, first.partId, []), inherit: true }];
    const children = own.map(({ paper, partId }) => ({ ...bookmark(paper.title, partId, []), inherit: true }));
    return [bookmark(title, first.partId, children)];
  });
  return [...front, ...items, ...plainBookmarks(sheaves, 'manifest')];
}

function plainBookmarks(sheaves: ReadonlyArray<Sheaf>, wanted: string): ReadonlyArray<Bookmark> {
  return sheaves.flatMap(({ role, part }) => (role === wanted ? [bookmark(part.title, part.id, [])] : []));
}

function bookmark(title: string, part: string, children: ReadonlyArray<Bookmark>): Bookmark {
  return { title, part, page: 1, inherit: false, children };
}
